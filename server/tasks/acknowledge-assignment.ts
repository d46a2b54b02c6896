import { z } from 'zod'
import { isFailure } from '@/domain/errors'
import { nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { openAssignment } from '@/server/tasks/open-for-act'
import { overseerOf } from '@/server/tasks/load-task'
import { refreshTask } from '@/server/tasks/refresh-task'
import { startTask } from '@/server/tasks/start-task'
import type { BatchResult } from '@/server/tasks/one-by-one'
import { writeAssignment } from '@/server/tasks/write-task'
import { settleUrges } from '@/server/urges/settle-urges'

/** One assignment, as its reader saw it. */
export const acknowledgeAssignmentSchema = z.object({
  assignmentId: z.uuid(),
  version: z.coerce.number().int(),
})

/** 签收: the unit takes the assignment on; the lead's acknowledgement starts the task. Refused once it is answered or the task rests. */
export async function acknowledgeAssignment(
  ctx: Ctx,
  input: z.output<typeof acknowledgeAssignmentSchema>,
): Promise<{ taskNo: number }> {
  const { assignment, task, as } = await openAssignment(ctx, input, 'assignment.acknowledge')
  const status = nextAssignmentStatus(assignment.status, 'acknowledge')
  if (!status || task.status === 'suspended' || !OPEN_TASK_STATUSES.includes(task.status)) {
    return failRefused('task.cannot_acknowledge', { status: assignment.status })
  }
  await writeAssignment(ctx, assignment, {
    status,
    acknowledgedAt: ctx.now,
    acknowledgedById: ctx.actor.personId,
  })
  await recordAudit(ctx, {
    event: 'assignment.acknowledged',
    as,
    entity: 'assignment',
    entityId: assignment.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    before: { status: assignment.status },
    after: { status, part: assignment.part, unit: assignment.unit.name },
  })
  if (assignment.part === 'lead') await startTask(ctx, task, as)
  await notify(ctx, {
    unitId: overseerOf(task, assignment),
    event: 'assignment.acknowledged',
    params: { no: task.no, title: task.title, unit: assignment.unit.name },
    taskId: task.id,
  })
  await settleUrges(ctx, [assignment.id], as)
  await refreshTask(ctx, task.id, assignment.id)
  return { taskNo: task.no }
}

/** Several at once, each as `<id>:<version>`; at most a page of them. */
export const acknowledgeAssignmentsSchema = z.object({
  chosen: z
    .preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,9}$/)),
    )
    .refine((list) => list.length > 0, 'task.choose_some')
    .refine((list) => list.length <= 50, 'task.choose_fewer'),
})

/** 批量签收: those that can be are acknowledged; the others are named with the reason, and nothing of theirs changes. */
export async function acknowledgeAssignments(
  ctx: Ctx,
  input: z.output<typeof acknowledgeAssignmentsSchema>,
): Promise<BatchResult> {
  let done = 0
  const left: BatchResult['left'] = []
  for (const { item, no } of await inOrderOfTasks(ctx, input.chosen)) {
    const [assignmentId = '', version = '0'] = item.split(':')
    try {
      await acknowledgeAssignment(ctx, { assignmentId, version: Number(version) })
      done += 1
    } catch (error) {
      if (!isFailure(error)) throw error
      // What a person may not read has no number for them.
      const known = error.code === 'common.not_found' ? null : no
      left.push({ no: known, code: error.code, params: error.params })
    }
  }
  return { done, left }
}

/** Tasks are locked in the order of their ids, whoever asks: two batches of units on the same tasks never wait for each other in a ring. */
async function inOrderOfTasks(ctx: Ctx, chosen: readonly string[]) {
  const rows = await ctx.tx.assignment.findMany({
    where: { id: { in: chosen.map((item) => item.split(':')[0] ?? '') } },
    select: { id: true, taskId: true, task: { select: { no: true } } },
  })
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const found = [...new Set(chosen)].map((item) => ({ item, row: rowOf.get(item.split(':')[0] ?? '') }))
  const key = ({ item, row }: (typeof found)[number]) => `${row?.taskId ?? ''} ${item}`
  return found
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ item, row }) => ({ item, no: row?.task.no ?? null }))
}
