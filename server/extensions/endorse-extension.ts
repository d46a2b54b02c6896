import type { z } from 'zod'
import { obstaclesToExtending } from '@/domain/extensions/guards'
import { nextExtensionStatus } from '@/domain/extensions/lifecycle'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import {
  assertNotOwn,
  auditExtension,
  extensibleFactsOf,
  extensionDecisionSchema,
  failEnded,
  noticeParams,
  openExtension,
  writeExtension,
} from '@/server/extensions/load-extension'
import { notify } from '@/server/notifications/notify'
import { listLeadersInCharge } from '@/server/notifications/portfolio'

export const endorseExtensionSchema = extensionDecisionSchema

/** 同意上报, the office head's first step: the request goes on to the leaders in charge. Refused for one's own, and where the task does not run. */
export async function endorseExtension(
  ctx: Ctx,
  input: z.output<typeof endorseExtensionSchema>,
): Promise<{ taskNo: number }> {
  const loaded = await openExtension(ctx, input, 'extension.endorse')
  const { extension, task, as } = loaded
  const status = nextExtensionStatus(extension.status, 'endorse')
  if (!status) return failEnded(extension.status)
  assertNotOwn(ctx, loaded)
  const [against] = obstaclesToExtending(await extensibleFactsOf(ctx, loaded))
  if (against) failRefused(against.code, against.params)
  await writeExtension(ctx, extension, {
    status,
    endorsedById: ctx.actor.personId,
    endorsedAt: ctx.now,
    endorseNote: input.note,
  })
  await auditExtension(ctx, loaded, 'extension.endorsed', as, {
    before: { status: extension.status },
    after: { status, reason: input.note },
  })
  const leaders = await listLeadersInCharge(ctx, { unitId: task.leadUnitId, directiveId: task.directiveId })
  await notify(
    ctx,
    ...leaders.map((personId) => ({
      personId,
      event: 'extension.endorsed',
      params: noticeParams(loaded),
      taskId: task.id,
    })),
  )
  return { taskNo: task.no }
}
