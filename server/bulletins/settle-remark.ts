import { z } from 'zod'
import { auditBulletin, bulletinVersionSchema, openBulletin } from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'

export const settleRemarkSchema = bulletinVersionSchema.extend({ remarkId: z.uuid() })

/** 已处理: whoever drafts has done what a remark asks, or says that it stands; settled twice is no error. */
export async function settleRemark(
  ctx: Ctx,
  { remarkId, ...input }: z.output<typeof settleRemarkSchema>,
): Promise<{ no: number }> {
  const { bulletin, as } = await openBulletin(ctx, input, () => 'bulletin.draft')
  const remark = await ctx.tx.bulletinRemark.findFirst({ where: { id: remarkId, bulletinId: bulletin.id } })
  if (!remark) return failNotFound()
  if (remark.settledAt) return { no: bulletin.no }
  await ctx.tx.bulletinRemark.update({
    where: { id: remarkId },
    data: { settledAt: ctx.now, settledById: ctx.actor.personId },
  })
  await auditBulletin(ctx, bulletin, 'bulletin.remark_settled', as, { after: { text: remark.text } })
  return { no: bulletin.no }
}
