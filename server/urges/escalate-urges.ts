import { z } from 'zod'
import type { Grant } from '@/domain/permissions/actor'
import { nextLevel, nextUrgeStatus } from '@/domain/urges/lifecycle'
import { answerByOf, obstacleToUrge } from '@/domain/urges/rules'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { assertCanOnSlip, loadSlip, type LoadedSlip } from '@/server/urges/load-slip'
import { notifyLeaders } from '@/server/urges/notify-leaders'
import { readUrgeStandings } from '@/server/urges/urge-facts'
import { writeSlip } from '@/server/urges/write-slip'
import { assertVersion } from '@/server/versions'

/** A lapsed slip as its reader saw it, and what the next level says. */
export const escalateUrgesSchema = z.object({
  slipId: z.uuid(),
  version: z.coerce.number().int(),
  text: z.string().trim().min(1, 'urge.text_missing').max(1000, 'urge.text_too_long'),
})

/**
 * 升级催办 by hand: what of a lapsed slip is still unanswered is sent at the next level. Refused before it lapsed, after the third level,
 * and where nothing of it is owed any more.
 */
export async function escalateUrges(
  ctx: Ctx,
  input: z.output<typeof escalateUrgesSchema>,
): Promise<{ slipNo: number }> {
  const loaded = await loadSlip(ctx, input.slipId, { lock: true })
  const { slip } = loaded
  const as = assertCanOnSlip(ctx, loaded, 'urge.send')
  await assertVersion(ctx, { entityId: slip.id, actual: slip.version, expected: input.version })
  if (!nextUrgeStatus(slip.status, 'escalate'))
    return failRefused('urge.cannot_escalate', { status: slip.status })
  if (nextLevel(slip.level) === null) return failRefused('urge.highest_level')
  const no = await sendNextLevel(ctx, loaded, input.text, as)
  return no === null ? failRefused('urge.nothing_left') : { slipNo: no }
}

/**
 * Sends the unanswered urges of a lapsed slip at the next level; the third level also tells the leaders in
 * charge. Null where nothing of it can be urged any more. An empty text is the rule's.
 */
export async function sendNextLevel(
  ctx: Ctx,
  { slip, items }: LoadedSlip,
  text: string,
  as: Grant | null,
): Promise<number | null> {
  const level = nextLevel(slip.level)
  if (level === null) return null
  const lapsed = items.filter(({ urge }) => nextUrgeStatus(urge.status, 'escalate') !== null)
  const standings = await readUrgeStandings(
    ctx,
    lapsed.map(({ task }) => task),
    lapsed.map(({ assignment }) => assignment.id),
  )
  const owing = lapsed.filter(({ assignment }) => {
    const standing = standings.get(assignment.id)
    return standing && obstacleToUrge({ ...standing, open: standing.open !== null }) === null
  })
  if (owing.length === 0) return null
  const next = await writeSlip(
    ctx,
    {
      unitId: slip.unitId,
      senderUnitId: slip.senderUnitId,
      level,
      text,
      answerByOn: answerByOf(ctx.today, ctx.settings.urgeAnswerWorkingDays, ctx.calendar),
      items: owing.map(({ task, assignment }) => ({
        assignmentId: assignment.id,
        unitId: assignment.unitId,
        task,
        rule: text === '' ? 'unanswered' : 'by_hand',
        factOn: text === '' ? toLocalDate(slip.answerByOn) : ctx.today,
      })),
    },
    as,
  )
  if (nextLevel(level) === null)
    await notifyLeaders(
      ctx,
      slip.unitId,
      next.no,
      owing.map(({ task }) => task),
    )
  return next.no
}
