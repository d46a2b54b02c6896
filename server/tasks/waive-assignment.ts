import { z } from 'zod'
import { recordingUnitOf } from '@/domain/permissions/subjects'
import { isAcknowledged, nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import { isOpenTask } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { waiveBelow } from '@/server/tasks/branch-below'
import { concludeTaskIfReady } from '@/server/tasks/conclude-task'
import { endRequests } from '@/server/tasks/end-requests'
import { openAssignment } from '@/server/tasks/open-for-act'
import { refreshTask } from '@/server/tasks/refresh-task'
import { assertNoReportAwaits, writeAssignment } from '@/server/tasks/write-task'

/** Which assignment, and why nothing more is asked of it. */
export const waiveAssignmentSchema = z.object({
  assignmentId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'task.waive_reason_required').max(1000, 'task.text_too_long'),
})

/**
 * 免办: nothing more is asked of the unit. Refused for a lead that has not acknowledged (the task would have nobody to
 * start it: reassign it), and while a report waits for its review. What it handed down is waived with it. If all others are done, the
 * task goes under review.
 */
export async function waiveAssignment(
  ctx: Ctx,
  input: z.output<typeof waiveAssignmentSchema>,
): Promise<{ taskNo: number }> {
  const { assignment, task, as } = await openAssignment(ctx, input, 'assignment.waive')
  const status = nextAssignmentStatus(assignment.status, 'waive')
  if (!status || !isOpenTask(task.status)) {
    return failRefused('task.cannot_waive', { status: assignment.status })
  }
  if (assignment.part === 'lead' && !isAcknowledged(assignment.status)) {
    failRefused('task.lead_not_acknowledged')
  }
  await assertNoReportAwaits(ctx, assignment.id)
  await writeAssignment(ctx, assignment, { status, closeReason: input.reason })
  await recordAudit(ctx, {
    event: 'assignment.waived',
    as,
    entity: 'assignment',
    entityId: assignment.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    before: { status: assignment.status },
    after: { status, part: assignment.part, unit: assignment.unit.name, reason: input.reason },
  })
  await notify(ctx, {
    unitId: recordingUnitOf(assignment.facts) ?? assignment.unitId,
    event: 'assignment.waived',
    params: { no: task.no, title: task.title, reason: input.reason },
    taskId: task.id,
  })
  const below = await waiveBelow(ctx, { task, assignment, reason: input.reason, as })
  await endRequests(ctx, {
    assignmentIds: [assignment.id, ...below],
    end: 'waived',
    reason: input.reason,
    as,
  })
  await concludeTaskIfReady(ctx, task.id, as)
  await refreshTask(ctx, task.id, [assignment.id, ...below])
  return { taskNo: task.no }
}
