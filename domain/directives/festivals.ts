import type { LocalDate } from '@/domain/calendar/local-date'

// Spring Festival, Dragon Boat Festival (fifth of the fifth month), Mid-Autumn (fifteenth of the eighth), as the Purple Mountain
// Observatory's calendar has them: month and day of the civil year
const lunar: Record<number, readonly [string, string, string]> = {
  2010: ['02-14', '06-16', '09-22'],
  2011: ['02-03', '06-06', '09-12'],
  2012: ['01-23', '06-23', '09-30'],
  2013: ['02-10', '06-12', '09-19'],
  2014: ['01-31', '06-02', '09-08'],
  2015: ['02-19', '06-20', '09-27'],
  2016: ['02-08', '06-09', '09-15'],
  2017: ['01-28', '05-30', '10-04'],
  2018: ['02-16', '06-18', '09-24'],
  2019: ['02-05', '06-07', '09-13'],
  2020: ['01-25', '06-25', '10-01'],
  2021: ['02-12', '06-14', '09-21'],
  2022: ['02-01', '06-03', '09-10'],
  2023: ['01-22', '06-22', '09-29'],
  2024: ['02-10', '06-10', '09-17'],
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
}
const lunarOrder = ['春节', '端午', '中秋']

const fixed: Record<string, string> = {
  元旦: '01-01',
  劳动: '05-01',
  五一: '05-01',
  国庆: '10-01',
  十一: '10-01',
}

/** First day of a festival on or after a date (those of the lunar calendar known for 2010 to 2035), else null. */
export function nextFestival(said: string, after: LocalDate): LocalDate | null {
  const name = said === '春节' ? said : said.replace(/节$/, '')
  const year = Number(after.slice(0, 4))
  for (const y of [year, year + 1]) {
    const index = lunarOrder.indexOf(name)
    const day = index >= 0 ? lunar[y]?.[index] : fixed[name]
    const date = day ? (`${y}-${day}` as LocalDate) : undefined
    if (date && date >= after) return date
  }
  return null
}
