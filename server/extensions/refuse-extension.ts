import type { z } from 'zod'
import { nextExtensionStatus, refusePermissionOf } from '@/domain/extensions/lifecycle'
import type { Ctx } from '@/server/context'
import {
  assertNotOwn,
  auditExtension,
  extensionDecisionSchema,
  failEnded,
  noticeParams,
  openExtension,
  recordingUnitIdOf,
  writeExtension,
} from '@/server/extensions/load-extension'
import { notify } from '@/server/notifications/notify'

export const refuseExtensionSchema = extensionDecisionSchema

/** 不同意 by whoever holds the request (the head, the office head, the leader or whoever handed the work down): the date stays. */
export async function refuseExtension(
  ctx: Ctx,
  input: z.output<typeof refuseExtensionSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await openExtension(ctx, input, ({ extension }) => refusePermissionOf(extension.status))
  const { extension, task, as } = loaded
  const status = nextExtensionStatus(extension.status, 'refuse')
  if (!status) return failEnded(extension.status)
  if (extension.status !== 'awaiting_signoff') assertNotOwn(ctx, loaded)
  await writeExtension(ctx, extension, {
    status,
    decidedById: ctx.actor.personId,
    decidedAt: ctx.now,
    decisionNote: input.note,
  })
  await auditExtension(ctx, loaded, 'extension.refused', as, {
    before: { status: extension.status },
    after: { status, reason: input.note },
  })
  const notice = { event: 'extension.refused', params: noticeParams(loaded), taskId: task.id }
  const inside = extension.signedAt === null
  await notify(ctx, {
    ...notice,
    ...(inside ? { personId: extension.writtenById } : { unitId: recordingUnitIdOf(loaded) }),
  })
  return { taskNo: task.no }
}
