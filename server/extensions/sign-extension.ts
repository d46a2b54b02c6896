import type { z } from 'zod'
import { invalid } from '@/domain/errors'
import { missingOfExtension } from '@/domain/extensions/extension'
import { obstaclesToExtending, obstacleToDate } from '@/domain/extensions/guards'
import { nextExtensionStatus } from '@/domain/extensions/lifecycle'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import {
  auditExtension,
  contentOfExtension,
  extensibleFactsOf,
  extensionVersionSchema,
  failEnded,
  noticeParams,
  openExtension,
  writeExtension,
} from '@/server/extensions/load-extension'
import { notify } from '@/server/notifications/notify'

export const signExtensionSchema = extensionVersionSchema

/**
 * 审签并报送 by the unit's head (from the draft: the head's own): the request leaves the unit and is never edited again. After the
 * due date it is marked late. On what was handed down it goes straight to whoever handed it down. Refused where the date may
 * not be asked for any more, or the draft is another's and was not sent for signature.
 */
export async function signExtension(
  ctx: Ctx,
  input: z.output<typeof signExtensionSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await openExtension(ctx, input, 'extension.request')
  const { extension, assignment, task, as, route } = loaded
  const status = nextExtensionStatus(extension.status, route === 'office' ? 'sign' : 'sign_down')
  if (!status) return failEnded(extension.status)
  if (extension.status === 'draft' && extension.writtenById !== ctx.actor.personId) {
    failRefused('extension.awaits_signoff_first')
  }
  const requestedDueOn = toLocalDateOrNull(extension.requestedDueOn)
  const missing = missingOfExtension({ ...extension, requestedDueOn })
  if (missing.length > 0 || !requestedDueOn) throw invalid(missing)
  const facts = await extensibleFactsOf(ctx, loaded)
  const against = obstaclesToExtending(facts)[0] ?? obstacleToDate(facts, requestedDueOn, ctx.today)
  if (against) failRefused(against.code, against.params)
  const dueOn = facts.assignment.dueOn ?? requestedDueOn
  const late = ctx.today > dueOn
  await writeExtension(ctx, extension, {
    status,
    late,
    previousDueOn: fromLocalDate(dueOn),
    signedById: ctx.actor.personId,
    signedAt: ctx.now,
  })
  await auditExtension(ctx, loaded, 'extension.requested', as, {
    before: { status: extension.status },
    after: { status, late, ...contentOfExtension(loaded), previousDueOn: dueOn },
  })
  await notify(ctx, {
    unitId: assignment.parentAssignment?.unitId ?? task.ownerUnitId,
    event: 'extension.requested',
    params: noticeParams(loaded),
    taskId: task.id,
  })
  return { taskNo: task.no }
}
