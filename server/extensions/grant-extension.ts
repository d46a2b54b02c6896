import { z } from 'zod'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import type { LocalDate } from '@/domain/calendar/local-date'
import { invalid } from '@/domain/errors'
import { obstaclesToExtending, obstacleToDate } from '@/domain/extensions/guards'
import { nextExtensionStatus } from '@/domain/extensions/lifecycle'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import {
  assertNotOwn,
  auditExtension,
  extensibleFactsOf,
  extensionDecisionSchema,
  failEnded,
  noticeParams,
  openExtension,
  recordingUnitIdOf,
  writeExtension,
  type LoadedExtension,
} from '@/server/extensions/load-extension'
import { notify } from '@/server/notifications/notify'
import { refreshTask } from '@/server/tasks/refresh-task'
import { writeAssignment, writeTask } from '@/server/tasks/write-task'

/** A decision, with the date as typed where another than the requested one is granted. */
export const grantExtensionSchema = extensionDecisionSchema.extend({
  grantedDueOn: z.string().trim().max(40, { error: 'date.unreadable' }).default(''),
})

/**
 * 批准 by a leader, or by the head of whoever handed the work down: the assignment is due on the granted date. The lead's moves
 * the task's date with it and counts for ever; other parts, and what descends, keep theirs, and so does the original date.
 * Refused for one's own, where the task does not run, and for a date that may not be.
 */
export async function grantExtension(
  ctx: Ctx,
  input: z.output<typeof grantExtensionSchema>,
): Promise<{ taskNo: number; dueOn: LocalDate }> {
  const loaded = await openExtension(ctx, input, 'extension.grant')
  const { extension, assignment, task, as } = loaded
  const status = nextExtensionStatus(extension.status, 'grant')
  if (!status) return failEnded(extension.status)
  assertNotOwn(ctx, loaded)
  const facts = await extensibleFactsOf(ctx, loaded)
  const [obstacle] = obstaclesToExtending(facts)
  if (obstacle) failRefused(obstacle.code, obstacle.params)
  const dueOn = dateOf(ctx, input.grantedDueOn, toLocalDateOrNull(extension.requestedDueOn))
  const against = obstacleToDate(facts, dueOn, ctx.today)
  if (against) throw invalid([{ path: 'grantedDueOn', ...against }])
  await writeExtension(ctx, extension, {
    status,
    grantedDueOn: fromLocalDate(dueOn),
    decidedById: ctx.actor.personId,
    decidedAt: ctx.now,
    decisionNote: input.note,
  })
  await writeAssignment(ctx, assignment, { dueOn: fromLocalDate(dueOn) })
  await auditExtension(ctx, loaded, 'extension.granted', as, {
    before: { status: extension.status, dueOn: facts.assignment.dueOn },
    after: { status, dueOn, reason: input.note },
  })
  if (assignment.part === 'lead') await moveTask(ctx, loaded, dueOn, as)
  await notify(ctx, {
    unitId: recordingUnitIdOf(loaded),
    event: 'extension.granted',
    params: { ...noticeParams(loaded), dueOn },
    taskId: task.id,
  })
  await refreshTask(ctx, task.id)
  return { taskNo: task.no, dueOn }
}

/** The task's own date follows its lead's. */
async function moveTask(ctx: Ctx, { task }: LoadedExtension, dueOn: LocalDate, as: Grant | null) {
  const extensionCount = task.extensionCount + 1
  await writeTask(ctx, task, { dueOn: fromLocalDate(dueOn), extensionCount })
  await recordAudit(ctx, {
    event: 'task.due_date_changed',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { dueOn: toLocalDateOrNull(task.dueOn), extensionCount: task.extensionCount },
    after: { dueOn, extensionCount },
  })
}

function dateOf(ctx: Ctx, typed: string, requested: LocalDate | null): LocalDate {
  if (typed === '' && requested) return requested
  const read = parseTypedDate(typed, ctx.today, ctx.calendar)
  if ('error' in read) throw invalid([{ path: 'grantedDueOn', code: read.error }])
  return read.date
}
