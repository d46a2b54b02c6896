import type { z } from 'zod'
import { invalid } from '@/domain/errors'
import { missingOfExtension } from '@/domain/extensions/extension'
import { nextExtensionStatus } from '@/domain/extensions/lifecycle'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import {
  auditExtension,
  contentOfExtension,
  extensionVersionSchema,
  failEnded,
  noticeParams,
  openExtension,
  recordingUnitIdOf,
  writeExtension,
} from '@/server/extensions/load-extension'
import { notify } from '@/server/notifications/notify'

export const sendExtensionForSignoffSchema = extensionVersionSchema

/** 送审签: the draft goes to the head of the unit. Invalid where something is missing; refused where it is no draft any more. */
export async function sendExtensionForSignoff(
  ctx: Ctx,
  input: z.output<typeof sendExtensionForSignoffSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await openExtension(ctx, input, 'extension.draft')
  const { extension, task, as } = loaded
  const status = nextExtensionStatus(extension.status, 'send_for_signoff')
  if (!status) return failEnded(extension.status)
  const missing = missingOfExtension({
    ...extension,
    requestedDueOn: toLocalDateOrNull(extension.requestedDueOn),
  })
  if (missing.length > 0) throw invalid(missing)
  await writeExtension(ctx, extension, { status, sentForSignoffAt: ctx.now, sentBackReason: null })
  await auditExtension(ctx, loaded, 'extension.sent_for_signoff', as, {
    before: { status: extension.status },
    after: { status, ...contentOfExtension(loaded) },
  })
  await notify(ctx, {
    unitId: recordingUnitIdOf(loaded),
    event: 'extension.sent_for_signoff',
    params: noticeParams(loaded),
    taskId: task.id,
  })
  return { taskNo: task.no }
}
