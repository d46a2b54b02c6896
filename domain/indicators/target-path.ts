import { addDays, daysBetween, type LocalDate } from '@/domain/calendar/local-date'

/** A dated point of the way to the target. */
export type PathPoint = { on: LocalDate; value: number }

/** Figures are kept and compared to four decimals: sums of tenths come out as they were typed. */
export function rounded(value: number): number {
  const scaled = Math.round(value * 10_000) / 10_000
  return Object.is(scaled, -0) ? 0 : scaled
}

/**
 * Where the path stands on a day: straight between two points; before the first its value, after the last its value. Null without points.
 * Points need no order; of two on one day the later in the list counts.
 */
export function pathAt(points: readonly PathPoint[], day: LocalDate): number | null {
  const sorted = inOrder(points)
  const after = sorted.find((point) => point.on >= day)
  const before = [...sorted].reverse().find((point) => point.on <= day)
  if (!after) return before?.value ?? null
  if (!before || after.on === before.on) return after.value
  const share = daysBetween(before.on, day) / daysBetween(before.on, after.on)
  return rounded(before.value + (after.value - before.value) * share)
}

/** Points by date, one a day. */
export function inOrder(points: readonly PathPoint[]): PathPoint[] {
  const byDay = new Map(points.map((point) => [point.on, point]))
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

type Aim = { baseline: number | null; target: number | null }

/** The whole path of an indicator: its own points, from the baseline on the day the task went out to the target on the day it is due. */
export function wholePath(
  aim: Aim,
  points: readonly PathPoint[],
  from: LocalDate | null,
  to: LocalDate | null,
): PathPoint[] {
  const own = inOrder(points)
  const first = from && aim.baseline !== null && !own.some((one) => one.on <= from)
  const last = to && aim.target !== null && !own.some((one) => one.on >= to)
  return inOrder([
    ...(first ? [{ on: from, value: aim.baseline ?? 0 }] : []),
    ...own,
    ...(last ? [{ on: to, value: aim.target ?? 0 }] : []),
  ])
}

/** How a figure stands to its path on its day. */
export type PathStanding = { expected: number; difference: number; behind: boolean }

/** Behind is what lags in the indicator's direction: below the path where it shall rise, above where it shall fall. Null without a path. */
export function standingOnPath(
  value: number,
  on: LocalDate,
  path: readonly PathPoint[],
  direction: 'up' | 'down',
): PathStanding | null {
  const expected = pathAt(path, on)
  if (expected === null) return null
  const difference = rounded(value - expected)
  return { expected, difference, behind: direction === 'up' ? difference < 0 : difference > 0 }
}

/** What the pace so far comes to: the day on which the target is met, or the figure on the day it is due; null where nothing can be said. */
export type Forecast =
  | { kind: 'reached' }
  | { kind: 'reaches'; on: LocalDate }
  | { kind: 'falls_short'; value: number }
  | null

const FAR = 3650

/** Straight on from the first to the last value. Needs two values on different days (the baseline on the first day counts as one) and a target. */
export function forecastOf(
  aim: Aim & { direction: 'up' | 'down' },
  series: readonly PathPoint[],
  from: LocalDate | null,
  dueOn: LocalDate | null,
): Forecast {
  const { baseline, target, direction } = aim
  const points = inOrder([...(from && baseline !== null ? [{ on: from, value: baseline }] : []), ...series])
  const [first, last] = [points[0], points.at(-1)]
  if (target === null || !last || series.length === 0) return null
  const met = (value: number) => (direction === 'up' ? value >= target : value <= target)
  if (met(last.value)) return { kind: 'reached' }
  if (!first || first.on === last.on) return null
  const pace = (last.value - first.value) / daysBetween(first.on, last.on)
  const days = pace === 0 ? Infinity : (target - last.value) / pace
  const at = dueOn && rounded(last.value + pace * Math.max(0, daysBetween(last.on, dueOn)))
  if (days >= 0 && days <= FAR) {
    const on = addDays(last.on, Math.ceil(rounded(days)))
    if (!dueOn || on <= dueOn) return { kind: 'reaches', on }
  }
  return typeof at === 'number' ? { kind: 'falls_short', value: at } : null
}
