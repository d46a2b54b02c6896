import { z } from 'zod'
import { BULLETIN_LIMITS } from '@/domain/bulletins/content'
import { figuresById, inlinesText } from '@/domain/bulletins/content-text'
import { isUnderWay } from '@/domain/bulletins/lifecycle'
import { can } from '@/domain/permissions/policy'
import {
  auditBulletin,
  bulletinNotice,
  bulletinVersionSchema,
  openBulletin,
  personOf,
} from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'

/** `paragraphId` empty: on the whole. */
export const writeRemarkSchema = bulletinVersionSchema.extend({
  paragraphId: z.string().max(40).default(''),
  text: z
    .string()
    .trim()
    .min(1, { error: 'bulletin.remark_missing' })
    .max(BULLETIN_LIMITS.remark, { error: 'bulletin.text_too_long' }),
})

/** A remark at a paragraph, by whoever drafts, checks or approves it, while it is under way. Sending it on waits until it is settled. */
export async function writeRemark(
  ctx: Ctx,
  { paragraphId, text, ...input }: z.output<typeof writeRemarkSchema>,
): Promise<{ no: number }> {
  const right = can(ctx.actor, 'bulletin.draft') ? 'bulletin.draft' : 'bulletin.approve'
  const { bulletin, as } = await openBulletin(ctx, input, () => right)
  if (!isUnderWay(bulletin.status)) failRefused('bulletin.not_now', { status: bulletin.status })
  const paragraph = bulletin.content.sections
    .flatMap((one) => one.paragraphs)
    .find((one) => one.id === paragraphId)
  const quote = paragraph
    ? inlinesText(paragraph.inlines, figuresById(bulletin.content.figures), bulletin.language).slice(0, 300)
    : ''
  await ctx.tx.bulletinRemark.create({
    data: {
      ...{ bulletinId: bulletin.id, paragraphId: paragraph?.id ?? null, quote, text },
      ...{ writtenById: personOf(ctx.actor), writtenAt: ctx.now },
    },
  })
  await auditBulletin(ctx, bulletin, 'bulletin.remarked', as, { after: { quote, text } })
  if (bulletin.createdById !== ctx.actor.personId)
    await notify(ctx, {
      personId: bulletin.createdById,
      event: 'bulletin.remarked',
      params: bulletinNotice(bulletin),
    })
  return { no: bulletin.no }
}
