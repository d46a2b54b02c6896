import { z } from 'zod'
import { BULLETIN_LIMITS } from '@/domain/bulletins/content'
import { isUnderWay } from '@/domain/bulletins/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import { lockBulletin, bulletinNotice } from '@/server/bulletins/load-bulletin'
import { namedUnitsOf, visibleNamings } from '@/server/bulletins/scope'
import type { Ctx } from '@/server/context'
import { failForbidden, failNotFound, failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { assertVersion, assertWritten } from '@/server/versions'

export const answerNamingSchema = z.object({
  namingId: z.uuid(),
  version: z.coerce.number().int(),
  answer: z
    .string()
    .trim()
    .min(1, { error: 'bulletin.answer_missing' })
    .max(BULLETIN_LIMITS.answer, { error: 'bulletin.text_too_long' }),
})

/** The answer of a unit that is named, by its head: until the bulletin is published, also after the day asked for. Once given it stays. */
export async function answerNaming(
  ctx: Ctx,
  input: z.output<typeof answerNamingSchema>,
): Promise<{ no: number }> {
  const found = await ctx.tx.bulletinNaming.findFirst({
    where: { AND: [{ id: input.namingId }, visibleNamings(ctx.actor)] },
    select: { bulletinId: true },
  })
  if (!found) return failNotFound()
  await lockBulletin(ctx, found.bulletinId)
  const naming = await ctx.tx.bulletinNaming.findUniqueOrThrow({
    where: { id: input.namingId },
    include: { bulletin: true, unit: { select: { name: true } } },
  })
  const { bulletin } = naming
  if (!namedUnitsOf(ctx.actor).answers.includes(naming.unitId)) return failForbidden()
  await assertVersion(ctx, { entityId: naming.id, actual: naming.version, expected: input.version })
  if (!isUnderWay(bulletin.status)) failRefused('bulletin.answers_closed')
  if (naming.answeredAt) failRefused('bulletin.answered')
  const written = await ctx.tx.bulletinNaming.updateMany({
    where: { id: naming.id, version: naming.version },
    data: {
      answer: input.answer,
      answeredAt: ctx.now,
      answeredById: ctx.actor.personId,
      version: { increment: 1 },
    },
  })
  await assertWritten(ctx, naming.id, written)
  const as =
    ctx.actor.grants.find((one) => one.role === 'unit_head' && one.reach.includes(naming.unitId)) ?? null
  await recordAudit(ctx, {
    ...{ event: 'bulletin.naming_answered', as, entity: 'bulletin_naming', entityId: naming.id },
    unitId: naming.unitId,
    after: { no: bulletin.no, answer: input.answer },
  })
  const params = { ...bulletinNotice(bulletin), unit: naming.unit.name }
  await notify(ctx, { personId: bulletin.createdById, event: 'bulletin.naming_answered', params })
  return { no: bulletin.no }
}
