import type { TaskStatus } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { lightViewOf } from '@/server/tasks/light-view'
import { shownLight } from '@/server/tasks/task-words'
import { visibleTasks } from '@/server/tasks/scope'

/** The most tasks shown on a directive's page; the ledger has them all. */
export const TASKS_SHOWN = 200

/** A directive's tasks that the actor may read, in the order of the text, with the lead's name in both languages. */
export async function listTasksOfDirective(ctx: Ctx, directiveId: string) {
  const rows = await ctx.tx.task.findMany({
    where: { AND: [{ directiveId }, visibleTasks(ctx.actor)] },
    orderBy: [{ sort: 'asc' }, { no: 'asc' }],
    take: TASKS_SHOWN,
    select: {
      no: true,
      title: true,
      groupTitle: true,
      status: true,
      draftState: true,
      kind: true,
      cycle: true,
      dueOn: true,
      lightFacts: true,
      claimedProgress: true,
      verifiedProgress: true,
      leadUnitId: true,
      // A draft's lead as the office chose it; assignments come with the dispatch.
      draftParts: { where: { confirmed: true, part: 'lead' }, select: { unitId: true } },
    },
  })
  const leadOf = (row: (typeof rows)[number]) => row.leadUnitId ?? row.draftParts[0]?.unitId ?? null
  const leadIds = rows.flatMap((row) => leadOf(row) ?? [])
  const units = await ctx.tx.unit.findMany({
    where: { id: { in: leadIds } },
    select: { id: true, shortName: true, shortNameEn: true },
  })
  const nameOf = new Map(units.map((unit) => [unit.id, unit]))
  return rows.map((full) => {
    const { dueOn, lightFacts, leadUnitId: _leadUnitId, draftParts: _draftParts, status, ...row } = full
    const lead = nameOf.get(leadOf(full) ?? '')
    return {
      ...row,
      status: status as TaskStatus,
      dueOn: toLocalDateOrNull(dueOn),
      light: shownLight(status, lightViewOf(ctx, { lightFacts })),
      lead: lead ? { name: lead.shortName, nameEn: lead.shortNameEn } : null,
    }
  })
}

/** One of `listTasksOfDirective`. */
export type TaskOfDirective = Awaited<ReturnType<typeof listTasksOfDirective>>[number]
