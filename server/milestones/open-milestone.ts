import { parseTypedDate } from '@/domain/calendar/typed-date'
import type { LocalDate } from '@/domain/calendar/local-date'
import { plannedOnCard } from '@/domain/directives/draft/plan'
import { invalid } from '@/domain/errors'
import { isOpenTask } from '@/domain/tasks/lifecycle'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import type { AuditEvent } from '@/domain/audit/events'
import type { Grant } from '@/domain/permissions/actor'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failNotFound, failRefused } from '@/server/errors'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { assertVersion, assertWritten } from '@/server/versions'
import type { Prisma } from '@/prisma/generated/client'

/** A milestone to be acted on, its task locked. Throws not_found, also where the task may not be read; conflict for a stale version. */
export async function openMilestone(ctx: Ctx, input: { milestoneId: string; version: number }) {
  const found = await ctx.tx.milestone.findUnique({
    where: { id: input.milestoneId },
    select: { taskId: true },
  })
  if (!found) return failNotFound()
  const task = await loadTask(ctx, found.taskId, { lock: true })
  if (!task.mayRead) return failNotFound()
  const row = await ctx.tx.milestone.findUniqueOrThrow({ where: { id: input.milestoneId } })
  return {
    task,
    milestone: { ...row, dueOn: toLocalDate(row.dueOn), doneOn: toLocalDateOrNull(row.doneOn) },
    /** After the right was asked for: who may not act learns nothing of who acted last. */
    fresh: () => assertVersion(ctx, { entityId: row.id, actual: row.version, expected: input.version }),
  }
}

type Opened = Awaited<ReturnType<typeof openMilestone>>['milestone']

/** Milestones of an open task; refused otherwise, and for a draft of the office, which has them on its card in the workspace. */
export function assertMilestonesOpen(task: Pick<LoadedTask, 'status' | 'officeOwned'>): void {
  if (plannedOnCard(task)) failRefused('milestone.in_workspace')
  if (!isOpenTask(task.status)) failRefused('milestone.not_open')
}

/** Whoever may set up milestones of the task, while it is under way. Throws not_found, forbidden, refused. */
export async function openForMilestones(ctx: Ctx, taskId: string) {
  const task = await loadTask(ctx, taskId, { lock: true })
  const as = assertCan(ctx.actor, 'task.plan', task.facts, task.mayRead)
  assertMilestonesOpen(task)
  return { task, as }
}

/** A date as typed, not after the task's. Throws invalid on `dueOn`. */
export function readMilestoneDate(ctx: Ctx, typed: string, task: Pick<LoadedTask, 'dueOn'>): LocalDate {
  const read = parseTypedDate(typed, ctx.today, ctx.calendar)
  if ('error' in read) throw invalid([{ path: 'dueOn', code: read.error }])
  const limit = toLocalDateOrNull(task.dueOn)
  if (limit && read.date > limit)
    throw invalid([{ path: 'dueOn', code: 'milestone.after_task', params: { dueOn: limit } }])
  return read.date
}

/** Writes a milestone by compare-and-set, and records it. */
export async function writeMilestone(
  ctx: Ctx,
  { task, milestone }: { task: LoadedTask; milestone: Opened },
  data: Prisma.MilestoneUncheckedUpdateManyInput,
  how: { event: AuditEvent; as: Grant | null; before: AuditValues; after: AuditValues },
): Promise<{ taskNo: number }> {
  const written = await ctx.tx.milestone.updateMany({
    where: { id: milestone.id, version: milestone.version },
    data: { ...data, version: { increment: 1 } },
  })
  await assertWritten(ctx, milestone.id, written)
  await recordAudit(ctx, {
    event: how.event,
    as: how.as,
    entity: 'milestone',
    entityId: milestone.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: how.before,
    after: { title: milestone.title, ...how.after },
  })
  return { taskNo: task.no }
}
