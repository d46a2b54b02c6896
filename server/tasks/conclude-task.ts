import { z } from 'zod'
import type { Grant } from '@/domain/permissions/actor'
import { missingForReview, type Missing } from '@/domain/tasks/guards'
import { nextTaskStatus } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { countOpenBelow } from '@/server/tasks/count-below'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { writeTask } from '@/server/tasks/write-task'

/** A conclusion of the office's own, where the lead's completion report gives none (a lead that was waived). */
export const concludeTaskSchema = z.object({
  taskId: z.uuid(),
  version: z.coerce.number().int(),
  conclusion: z.string().trim().min(1, 'task.conclusion_required').max(4000, 'task.text_too_long'),
})

/** 提请审核 by the office: the task goes under review with this conclusion. Refused while the guards name something missing. */
export async function concludeTask(
  ctx: Ctx,
  input: z.output<typeof concludeTaskSchema>,
): Promise<{ taskNo: number }> {
  const { task, as } = await openTask(ctx, input, 'task.conclude')
  if (!nextTaskStatus(task.status, 'conclude')) failRefused('task.cannot_conclude', { status: task.status })
  const [first] = await missingToConclude(ctx, task, input.conclusion)
  if (first) failRefused(first.code, first.params)
  await putUnderReview(ctx, task, input.conclusion, as)
  await refreshTask(ctx, task.id)
  return { taskNo: task.no }
}

/**
 * To be called after a completion report came in or was accepted, and after a waiver: puts the task under review once
 * its guards are met, with the conclusion of the lead's completion report. Locks the task's row; true if it did.
 */
export async function concludeTaskIfReady(ctx: Ctx, taskId: string, as: Grant | null): Promise<boolean> {
  const task = await loadTask(ctx, taskId, { lock: true, near: {} })
  if (!nextTaskStatus(task.status, 'conclude')) return false
  const conclusion = await conclusionOf(ctx, task)
  if ((await missingToConclude(ctx, task, conclusion)).length > 0 || conclusion === null) return false
  await putUnderReview(ctx, task, conclusion, as)
  return true
}

/** A completion report was returned: a task under review is in progress again. Locks the task's row; true if it was. */
export async function returnTaskToProgress(ctx: Ctx, taskId: string, as: Grant | null): Promise<boolean> {
  const task = await loadTask(ctx, taskId, { lock: true, near: {} })
  const status = nextTaskStatus(task.status, 'return')
  if (!status) return false
  await writeTask(ctx, task, { status, conclusion: null })
  await recordAudit(ctx, {
    event: 'task.returned',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { status: task.status, conclusion: task.conclusion },
    after: { status, conclusion: null },
  })
  return true
}

/** What stands against putting the task under review. */
export async function missingToConclude(
  ctx: Ctx,
  task: LoadedTask,
  conclusion: string | null,
): Promise<Missing[]> {
  const [evidenceCount, below] = await Promise.all([
    countEvidence(ctx, task.id),
    countOpenBelow(ctx, [task.id]),
  ])
  return missingForReview({
    assignments: ownParts(task).map(asGuard),
    unreportedBelow: below.get(task.id)?.unreported,
    evidenceCount,
    conclusion,
  })
}

/** Pieces of evidence on reports that left their units. */
export async function countEvidence(ctx: Ctx, taskId: string): Promise<number> {
  return ctx.tx.reportEvidence.count({
    where: { report: { status: { in: ['submitted', 'accepted'] }, assignment: { taskId } } },
  })
}

/** The parts that the task's owner gave out; what these handed down is counted in the database. */
export function ownParts(task: LoadedTask) {
  return task.assignments.filter((one) => one.parentAssignmentId === null)
}

/** An assignment as the guards want it. */
export function asGuard({ unitId, part, status }: LoadedTask['assignments'][number]) {
  return { unitId, part, status }
}

async function conclusionOf(ctx: Ctx, task: LoadedTask): Promise<string | null> {
  const report = await ctx.tx.report.findFirst({
    where: {
      kind: 'completion',
      status: { in: ['submitted', 'accepted'] },
      assignment: { taskId: task.id, part: 'lead', status: { not: 'replaced' } },
    },
    orderBy: { seq: 'desc' },
    select: { done: true },
  })
  return report?.done.trim() || task.conclusion
}

async function putUnderReview(ctx: Ctx, task: LoadedTask, conclusion: string, as: Grant | null) {
  await writeTask(ctx, task, { status: 'under_review', conclusion })
  await recordAudit(ctx, {
    event: 'task.concluded',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { status: task.status, conclusion: task.conclusion },
    after: { status: 'under_review', conclusion },
  })
  await notify(ctx, {
    unitId: task.ownerUnitId,
    event: 'task.concluded',
    params: { no: task.no, title: task.title },
    taskId: task.id,
  })
}
