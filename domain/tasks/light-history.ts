import { addDays, weekday, type LocalDate } from '@/domain/calendar/local-date'
import { OVERVIEW_LIGHTS, type LightFigures, type OverviewLight } from './overview-lights'

/** The Mondays of so many weeks, oldest first; the last is this week's, today where today is one. */
export function lastMondays(today: LocalDate, weeks: number): LocalDate[] {
  const monday = addDays(today, 1 - weekday(today))
  return Array.from({ length: weeks }, (_, at) => addDays(monday, 7 * (at + 1 - weeks)))
}

/** So many more tasks (fewer: negative) came to a light after `points` of the days asked for had ended; 0: before all of them. */
export type LightTurn = { light: OverviewLight; points: number; by: number }

/** How many stood where at the end of each of so many days: today's figures, less what turned after the day. */
export function figuresBefore(
  now: LightFigures,
  turns: readonly LightTurn[],
  days: number,
): readonly LightFigures[] {
  return Array.from({ length: days }, (_, day) => {
    const figures = { ...now }
    for (const { light, points, by } of turns) if (points > day) figures[light] -= by
    return figures
  })
}

/** Nothing counted. */
export function noFigures(): LightFigures {
  return Object.fromEntries(OVERVIEW_LIGHTS.map((light) => [light, 0])) as LightFigures
}
