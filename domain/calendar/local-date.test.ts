import { expect, test } from 'vitest'
import { localDateSchema } from './date-schema'
import { parseLogFilter } from '@/domain/audit/log-filter'

test.each(['2020-02-29', '1900-01-01', '2199-12-31'])('%s is a day that a person may give', (day) => {
  expect(localDateSchema.safeParse(day).success).toBe(true)
  expect(parseLogFilter({ from: day, to: day })).toMatchObject({ from: day, to: day })
})

// Reckoning a day on from the last year that can be written would leave the calendar of the database.
test.each([
  '2026-02-30',
  '2023-02-29',
  '2026-2-3',
  '9999-12-31',
  '1000-01-01',
  '99999-01-01',
  '',
  null,
  20200410,
])('%j is none', (day) => {
  const read = localDateSchema.safeParse(day)
  expect(read.error?.issues[0]?.message).toBe('date.no_such_day')
  expect(parseLogFilter({ from: String(day) }).from).toBeNull()
})
