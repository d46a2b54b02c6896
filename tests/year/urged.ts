// Units answer the slips that rules sent them, some in time, some late, some never.
import { draftAnswer } from '@/server/urges/draft-answer'
import { signAnswer } from '@/server/urges/sign-answer'
import type { World } from './world'

/** A day of answers. */
export async function answerUrges(world: World): Promise<void> {
  const { db, chance, cast } = world
  const open = await db.urgeSlip.findMany({
    where: { status: { in: ['sent', 'lapsed'] } },
    orderBy: { id: 'asc' },
    select: { id: true, version: true, answer: true, unit: { select: { code: true } } },
  })
  const all = [...cast.units, ...cast.provinces, ...cast.counties]
  for (const { id, version, answer, unit } of open) {
    const temper = all.find(({ code }) => code === unit.code)?.temper
    if (!temper || !chance.percent(temper.signs / 3)) continue
    const words = { slipId: id, version, answer: '正在办理，下周反馈进展。' }
    if (answer === '') await world.act(world.liaison(unit.code), draftAnswer, words)
    else await world.act(`${unit.code}-head`, signAnswer, { ...words, answer })
  }
}
