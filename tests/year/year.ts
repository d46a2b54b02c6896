// A year in the life of an office, lived through the real commands with time as a parameter; the same for the same seed.
import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { isWorkingDay } from '@/domain/calendar/working-days'
import type { Db } from '@/server/db'
import { markPeriods } from '@/server/jobs/mark-periods'
import { turnLights } from '@/server/jobs/refresh-lights'
import { sendReminders } from '@/server/jobs/send-reminders'
import { runUrging } from '@/server/jobs/send-urges'
import { loadRules } from '@/server/load-rules'
import { workBelow } from './below'
import { buildCast } from './cast'
import { goOnLeave, reorganise } from './changes'
import { leadersAct } from './leaders'
import { meddle } from './meddlers'
import { askForTime } from './more-time'
import { officeActs } from './office'
import { takeInPaper } from './papers'
import { Chance } from './random'
import { unitsAct } from './units'
import { answerUrges } from './urged'
import { World } from './world'

/** How long and how large a year is, and by which seed it is lived. */
export type YearSize = { seed: number; from: LocalDate; to: LocalDate; tasks: number; units: number }

const PER_PAPER = 8

/** Lives the year; the world afterwards, with what was done. */
export async function liveYear(db: Db, size: YearSize): Promise<World> {
  const chance = new Chance(size.seed)
  const cast = await buildCast(db, chance, size.units)
  const world = new World(db, cast, chance)
  const days: LocalDate[] = []
  const { calendar } = await loadRules(db, new Date(`${size.from}T01:00:00Z`), null)
  for (let day = size.from; day <= size.to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) days.push(day)
  }
  const papers = Math.ceil(size.tasks / PER_PAPER)
  // Papers come in the first three quarters, so that most of their tasks can end.
  const every = Math.max(1, Math.floor((days.length * 0.75) / papers))
  let number = 0
  for (const [at, day] of days.entries()) {
    world.begin(day)
    await morning(world)
    if (at % every === 0 && number < papers) {
      number += 1
      await takeInPaper(world, number, Math.min(PER_PAPER, size.tasks - (number - 1) * PER_PAPER))
    }
    if (at === Math.floor(days.length / 2)) await reorganise(world)
    await goOnLeave(world)
    await unitsAct(world)
    await answerUrges(world)
    await askForTime(world)
    await workBelow(world)
    await officeActs(world)
    await leadersAct(world)
    await meddle(world)
  }
  return world
}

/** What the process does by the clock before anybody comes in. */
async function morning(world: World): Promise<void> {
  for (const job of [turnLights, markPeriods, runUrging, sendReminders])
    await job({ db: world.db, now: world.now() })
}
