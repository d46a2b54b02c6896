import { beforeAll, expect, test } from 'vitest'
import type { LocalDate } from '@/domain/calendar/local-date'
import { addWorkingDays, isWorkingDay } from '@/domain/calendar/working-days'
import { createDb, type Db } from '@/server/db'
import { loadRules } from '@/server/load-rules'
import { testDatabase } from '@/tests/database'
import { importCalendar } from './import-calendar'

let db: Db
const NOW = new Date('2020-04-10T02:00:00Z')

beforeAll(async () => {
  db = createDb((await testDatabase()).appUrl, 2)
  await db.calendarDay.deleteMany()
  await db.calendarYear.deleteMany()
})

test('the calendars of 2018 to 2026 are published, later years are not', async () => {
  expect(await importCalendar(db)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  const { calendar } = await loadRules(db, NOW, null)
  expect(Math.max(...calendar.published)).toBe(2026)
  expect([...calendar.off, ...calendar.on].some((day) => day >= '2027-01-01')).toBe(false)
})

test('days are those of the official notices', async () => {
  const { calendar } = await loadRules(db, NOW, null)
  const off: LocalDate[] = [
    '2018-02-19',
    '2019-05-01',
    '2020-04-06',
    '2020-05-04',
    '2021-02-12',
    '2022-10-07',
    '2023-01-27',
  ]
  const alsoOff: LocalDate[] = [
    '2024-02-16',
    '2025-01-28',
    '2025-10-08',
    '2026-02-17',
    '2026-02-23',
    '2026-04-06',
  ]
  const worked: LocalDate[] = [
    '2018-02-11',
    '2020-04-26',
    '2020-05-09',
    '2021-02-07',
    '2024-02-04',
    '2025-01-26',
    '2026-02-14',
  ]
  for (const day of [...off, ...alsoOff]) expect([day, isWorkingDay(day, calendar)]).toEqual([day, false])
  for (const day of worked) expect([day, isWorkingDay(day, calendar)]).toEqual([day, true])
  // The Friday before the Tomb-sweeping holiday of 2020 is followed by the Tuesday after it.
  expect(addWorkingDays('2020-04-03', 1, calendar)).toBe('2020-04-07')
})

test('a second import changes nothing, also where somebody edited a day', async () => {
  await db.calendarDay.delete({ where: { dayOn: new Date('2020-04-26T00:00:00Z') } })
  const before = await db.calendarDay.count()
  expect(await importCalendar(db)).toEqual([])
  expect(await db.calendarDay.count()).toBe(before)
})
