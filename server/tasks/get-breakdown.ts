import { can } from '@/domain/permissions/policy'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { obstacleToHandDown } from '@/domain/tasks/hand-down'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { CHILD_TASKS_AT_MOST } from '@/server/tasks/break-down-schema'
import { findReadableTask, readQuotes } from '@/server/tasks/get-task'
import { listHandDownReceivers } from '@/server/tasks/hand-down-receivers'

/** The page of breaking a task down: its sentences, the drafts of its child tasks, the units that may be given them. Throws not_found. */
export async function getBreakdown(ctx: Ctx, no: number) {
  const task = await findReadableTask(ctx, no)
  const draft = (ownerUnitId: string) =>
    ({ ...task.facts, officeOwned: false, ownerUnitId, status: 'draft' }) as const
  const own = task.assignments.find(
    (one) =>
      isActiveAssignment(one.status) &&
      can(ctx.actor, 'report.write', one.facts) &&
      can(ctx.actor, 'task.draft', draft(one.unitId)),
  )
  if (!own) return failNotFound()
  const drafts = await ctx.tx.task.findMany({
    where: { parentAssignmentId: own.id, status: 'draft' },
    orderBy: [{ sort: 'asc' }, { no: 'asc' }],
    take: CHILD_TASKS_AT_MOST,
    select: {
      id: true,
      version: true,
      title: true,
      expectedResult: true,
      kind: true,
      cycle: true,
      dueOn: true,
      draftParts: {
        where: { confirmed: true },
        orderBy: { sort: 'asc' },
        select: { unitId: true, part: true },
      },
    },
  })
  return {
    task: { no: task.no, title: task.title, quotes: await readQuotes(ctx, task) },
    assignment: {
      id: own.id,
      unit: { name: own.unit.name, nameEn: own.unit.nameEn },
      dueOn: toLocalDateOrNull(own.dueOn),
    },
    obstacle: obstacleToHandDown(task.status, own.status),
    mayDispatch: can(ctx.actor, 'task.dispatch', draft(own.unitId)),
    units: await listHandDownReceivers(ctx, own.unitId),
    drafts: drafts.map(({ draftParts, dueOn, ...row }) => ({
      ...row,
      dueOn: toLocalDateOrNull(dueOn),
      lead: draftParts.find((one) => one.part === 'lead')?.unitId ?? null,
      supporting: draftParts.flatMap((one) => (one.part === 'supporting' && one.unitId ? [one.unitId] : [])),
    })),
  }
}

export type BreakdownPage = Awaited<ReturnType<typeof getBreakdown>>
export type BreakdownDraft = BreakdownPage['drafts'][number]
