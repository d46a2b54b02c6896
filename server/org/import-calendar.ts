import chineseDays from 'chinese-days'
import { fromLocalDate } from '@/server/dates'
import type { Db } from '@/server/db'

/** First and last year whose holiday notice of the State Council the library holds. What it says of other years is a guess. */
const FIRST_YEAR = 2018
const LAST_YEAR = 2026
const SOURCE = '国务院办公厅节假日安排通知（chinese-days）'

type DayRow = { dayOn: Date; year: number; isWorking: boolean; name: string }

/**
 * Publishes the official calendars of 2018 to 2026 that are not in the database yet; a year that is there keeps every change
 * made to it. Returns the years added. Source: the State Council's annual notices, by way of chinese-days.
 */
export async function importCalendar(db: Db): Promise<number[]> {
  const known = new Set((await db.calendarYear.findMany({ select: { year: true } })).map(({ year }) => year))
  const years: number[] = []
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) if (!known.has(year)) years.push(year)
  if (years.length === 0) return []
  await db.$transaction([
    // Two processes may start at once: the second finds the rows and adds nothing.
    db.calendarYear.createMany({
      data: years.map((year) => ({ year, source: SOURCE })),
      skipDuplicates: true,
    }),
    db.calendarDay.createMany({ data: years.flatMap(exceptionsOf), skipDuplicates: true }),
  ])
  return years
}

/** Whether a day is worked by the official calendar, without a database; null outside the years that are published. */
export function isOfficialWorkingDay(day: string): boolean | null {
  const year = Number(day.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR ? chineseDays.getDayDetail(day).work : null
}

/** The days of a year that differ from Monday to Friday: weekdays off, and weekend days worked to make up. */
function exceptionsOf(year: number): DayRow[] {
  const rows: DayRow[] = []
  const day = fromLocalDate(`${year}-01-01`)
  for (; day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1)) {
    const { work, name } = chineseDays.getDayDetail(day.toISOString().slice(0, 10))
    const isWeekday = day.getUTCDay() >= 1 && day.getUTCDay() <= 5
    // The library names a day "Labour Day,劳动节,1": English, Chinese, days off by law.
    if (work !== isWeekday) {
      rows.push({ dayOn: new Date(day), year, isWorking: work, name: name.split(',')[1] ?? name })
    }
  }
  return rows
}
