import type { LocalDate } from '@/domain/calendar/local-date'

// first day of the Chinese year, as the Purple Mountain Observatory's calendar has it
const newYears: Record<number, LocalDate> = {
  2010: '2010-02-14',
  2011: '2011-02-03',
  2012: '2012-01-23',
  2013: '2013-02-10',
  2014: '2014-01-31',
  2015: '2015-02-19',
  2016: '2016-02-08',
  2017: '2017-01-28',
  2018: '2018-02-16',
  2019: '2019-02-05',
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
}

const fixed: Record<string, string> = {
  元旦: '01-01',
  劳动节: '05-01',
  五一: '05-01',
  国庆节: '10-01',
  国庆: '10-01',
  十一: '10-01',
}

/** First day of a festival on or after a date (Spring Festival known for 2010 to 2035), else null. */
export function nextFestival(name: string, after: LocalDate): LocalDate | null {
  const year = Number(after.slice(0, 4))
  for (const y of [year, year + 1]) {
    const day = name === '春节' ? newYears[y] : fixed[name] ? (`${y}-${fixed[name]}` as LocalDate) : undefined
    if (day && day >= after) return day
  }
  return null
}
