import { z } from 'zod'
import { BULLETIN_LIMITS } from '@/domain/bulletins/content'
import { isUnderWay } from '@/domain/bulletins/lifecycle'
import { isSettled } from '@/domain/bulletins/naming-check'
import { stateOfNaming } from '@/server/bulletins/bulletin-facts'
import { auditBulletin, bulletinVersionSchema, openBulletin } from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'

export const waiveNamingSchema = bulletinVersionSchema.extend({
  namingId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(1, { error: 'bulletin.reason_missing' })
    .max(BULLETIN_LIMITS.reason, { error: 'bulletin.text_too_long' }),
})

/** Lets a naming pass with a reason: told in writing (a unit without accounts), the words mean something else, the answer is not waited for. */
export async function waiveNaming(
  ctx: Ctx,
  { namingId, reason, ...input }: z.output<typeof waiveNamingSchema>,
): Promise<{ no: number }> {
  const { bulletin, as } = await openBulletin(ctx, input, () => 'bulletin.draft')
  if (!isUnderWay(bulletin.status)) failRefused('bulletin.not_now', { status: bulletin.status })
  const naming = await ctx.tx.bulletinNaming.findFirst({ where: { id: namingId, bulletinId: bulletin.id } })
  if (!naming) return failNotFound()
  if (isSettled(stateOfNaming(ctx, naming))) failRefused('bulletin.naming_settled')
  await ctx.tx.bulletinNaming.update({
    where: { id: namingId },
    data: { waiveReason: reason, waivedById: ctx.actor.personId, version: { increment: 1 } },
  })
  await auditBulletin(ctx, bulletin, 'bulletin.naming_waived', as, {
    after: { reason },
    unitId: naming.unitId,
  })
  return { no: bulletin.no }
}
