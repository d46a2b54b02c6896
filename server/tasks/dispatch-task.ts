import { assertMilestonesFit } from '@/server/milestones/assert-milestones-fit'
import type { LocalDate } from '@/domain/calendar/local-date'
import { missingForDispatch } from '@/domain/tasks/guards'
import { nextTaskStatus, type TaskEvent, type TaskStatus } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { loadTask } from '@/server/tasks/load-task'
import { findReceivers } from '@/server/tasks/receivers'
import { writeTask } from '@/server/tasks/write-task'

type How = {
  directiveId: string
  acknowledgeDueOn: LocalDate
  refuseDueOn: LocalDate
  /** The due date of the assignment that a child task hangs on. */
  parentDueOn?: LocalDate | null
}
/** One assignment that was just made. */
export type SentPart = { taskId: string; taskNo: number; unitId: string; part: 'lead' | 'supporting' }

const ROAD: Partial<Record<TaskStatus, readonly TaskEvent[]>> = {
  draft: ['submit', 'approve', 'dispatch'],
  awaiting_approval: ['approve', 'dispatch'],
  approved: ['dispatch'],
}

/** Dispatches one task with the units that a person chose; called by `dispatchDirective`, and by `dispatchBreakdown` for a unit's own. */
export async function dispatchTask(ctx: Ctx, taskId: string, how: How): Promise<SentPart[]> {
  const task = await loadTask(ctx, taskId, { lock: true })
  const as = assertCan(ctx.actor, 'task.dispatch', task.facts, task.mayRead)
  const chosen = await ctx.tx.taskDraftPart.findMany({
    where: { taskId, confirmed: true, part: { in: ['lead', 'supporting'] } },
    orderBy: [{ part: 'asc' }, { sort: 'asc' }],
    select: { unitId: true, part: true },
  })
  const parts = chosen.flatMap(({ unitId, part }) => (unitId && part !== 'local' ? [{ unitId, part }] : []))
  const dueOn = toLocalDateOrNull(task.dueOn)
  const [missing] = missingForDispatch({
    title: task.title,
    kind: task.kind,
    cycle: task.cycle,
    dueOn,
    parts,
    parentDueOn: how.parentDueOn,
  })
  if (missing) failRefused(missing.code, { ...missing.params, no: task.no, title: task.title })
  await assertReceiving(ctx, parts, { no: task.no })
  await assertMilestonesFit(ctx, task, dueOn)
  const road = ROAD[task.status] ?? []
  const status = road.reduce<TaskStatus | null>((at, event) => at && nextTaskStatus(at, event), task.status)
  if (status !== 'dispatched') return failRefused('workspace.cannot_dispatch', { no: task.no })

  await writeTask(ctx, task, {
    status,
    submittedAt: task.submittedAt ?? ctx.now,
    approvedAt: task.approvedAt ?? ctx.now,
    dispatchedAt: ctx.now,
    dispatchedOn: fromLocalDate(ctx.today),
    originalDueOn: task.dueOn,
  })
  await ctx.tx.assignment.createMany({
    data: parts.map((part) => ({
      taskId,
      ...part,
      dueOn: task.dueOn,
      originalDueOn: task.dueOn,
      acknowledgeDueOn: fromLocalDate(how.acknowledgeDueOn),
      refuseDueOn: fromLocalDate(how.refuseDueOn),
      dispatchedAt: ctx.now,
    })),
  })
  const about = { as, entity: 'task', entityId: taskId, taskId, directiveId: how.directiveId } as const
  let before = task.status
  // One act may take several steps (审定并交办): each has its entry.
  for (const event of road.slice(0, -1)) {
    const after = nextTaskStatus(before, event) ?? before
    const recorded = event === 'submit' ? 'task.submitted' : 'task.approved'
    await recordAudit(ctx, {
      event: recorded,
      ...about,
      before: { status: before },
      after: { status: after },
    })
    before = after
  }
  await recordAudit(ctx, {
    event: 'task.dispatched',
    ...about,
    before: { status: before },
    after: {
      status,
      dueOn,
      cycle: task.cycle,
      lead: parts.find((part) => part.part === 'lead')?.unitId ?? null,
      supporting: parts.filter((part) => part.part === 'supporting').map((part) => part.unitId),
      acknowledgeDueOn: how.acknowledgeDueOn,
    },
  })
  return parts.map((part) => ({ taskId, taskNo: task.no, ...part }))
}

/** A unit may have ended, or been renamed to another kind, since it was chosen. */
async function assertReceiving(
  ctx: Ctx,
  parts: readonly { unitId: string; part: 'lead' | 'supporting' }[],
  where: { no: number },
) {
  const units = await findReceivers(
    ctx,
    parts.map((part) => part.unitId),
  )
  for (const { unitId, part } of parts) {
    const unit = units.get(unitId)
    if (!unit) return failRefused('task.receiver_gone', where)
    if (unit.external && part === 'lead') return failRefused('task.lead_external')
  }
}
