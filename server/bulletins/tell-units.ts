import type { z } from 'zod'
import { addWorkingDays } from '@/domain/calendar/working-days'
import { isUnderWay } from '@/domain/bulletins/lifecycle'
import { isToTell, NAMING_ANSWER_DAYS } from '@/domain/bulletins/naming-check'
import { stateOfNaming } from '@/server/bulletins/bulletin-facts'
import { auditBulletin, bulletinVersionSchema, openBulletin } from '@/server/bulletins/load-bulletin'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'

export const tellUnitsSchema = bulletinVersionSchema

/**
 * 告知: every unit that is named and was not told (or by other words) gets the passage that names it, and two working days for an answer.
 * Refused before the freeze, after the end, and where nobody is left to tell. Answers to earlier words are set aside.
 */
export async function tellUnits(
  ctx: Ctx,
  input: z.output<typeof tellUnitsSchema>,
): Promise<{ no: number; told: number }> {
  const { bulletin, as } = await openBulletin(ctx, input, () => 'bulletin.draft')
  if (!isUnderWay(bulletin.status)) failRefused('bulletin.not_now', { status: bulletin.status })
  if (bulletin.frozenAt === null) failRefused('bulletin.not_frozen')
  const namings = await ctx.tx.bulletinNaming.findMany({
    where: { bulletinId: bulletin.id, passage: { not: '' } },
  })
  const left = namings.filter((one) => isToTell(stateOfNaming(ctx, one)))
  if (left.length === 0) failRefused('bulletin.nobody_to_tell')
  const answerByOn = addWorkingDays(ctx.today, NAMING_ANSWER_DAYS, ctx.calendar)
  await ctx.tx.$executeRaw`
    UPDATE bulletin_namings SET told_at = ${ctx.now}, told_by_id = ${ctx.actor.personId}::uuid, told_passage = passage, answer_by_on = ${answerByOn}::date,
      answer = NULL, answered_at = NULL, answered_by_id = NULL, version = version + 1
    WHERE id = ANY(${left.map((one) => one.id)}::uuid[])`
  await auditBulletin(ctx, bulletin, 'bulletin.told', as, {
    after: { units: left.length, answerByOn, passages: left.map((one) => one.passage.slice(0, 500)) },
  })
  await notify(
    ctx,
    ...left.map(({ unitId }) => ({
      unitId,
      event: 'bulletin.told',
      // Before publication a unit learns what is said of it, not the title.
      params: { bulletin: bulletin.no, title: `B${bulletin.no}`, on: answerByOn },
    })),
  )
  return { no: bulletin.no, told: left.length }
}
