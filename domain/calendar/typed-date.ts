import { addDays, addMonths, localDateOf, monthEnd, partsOf, yearOf, type LocalDate } from './local-date'
import { addWorkingDays, type WorkingCalendar } from './working-days'

/** Why a typed date was not understood. */
export const TYPED_DATE_ERRORS = [
  'date.empty',
  'date.unreadable',
  'date.no_such_day',
  'date.out_of_range',
] as const
/** A date, or the code of what is wrong with what was typed. */
export type TypedDate = { date: LocalDate } | { error: (typeof TYPED_DATE_ERRORS)[number] }

type Reader = (found: string[], today: LocalDate, calendar: WorkingCalendar) => LocalDate | null

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const monthOfWord = (word = '') => MONTHS.indexOf(word.slice(0, 3)) + 1

/** A day without its year is the next such day, today included: a date to come is what people type here. */
function upcoming(month: number, day: number, today: LocalDate): LocalDate | null {
  const year = yearOf(today)
  // 29 February may be up to eight years away (1896 to 1904, 2096 to 2104).
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = localDateOf(year + ahead, month, day)
    if (date && date >= today) return date
  }
  return null
}

function endOfMonth(year: number | null, month: number, today: LocalDate): LocalDate | null {
  const first = localDateOf(year ?? yearOf(today), month, 1)
  if (!first) return null
  const end = monthEnd(first)
  return year === null && end < today ? monthEnd(addMonths(first, 12)) : end
}

/** A third of the month 旬: the 10th, the 20th, the last day. */
function endOfThird(month: number, third: string, today: LocalDate): LocalDate | null {
  if (third === '下') return endOfMonth(null, month, today)
  return upcoming(month, third === '上' ? 10 : 20, today)
}

function quarterEnd(today: LocalDate): LocalDate | null {
  const { year, month } = partsOf(today)
  return endOfMonth(year, Math.ceil(month / 3) * 3, today)
}

function later(amount: number, unit: string, today: LocalDate, calendar: WorkingCalendar): LocalDate {
  if (/^(wd|bd|workingdays?|businessdays?|个?工作日)$/.test(unit))
    return addWorkingDays(today, amount, calendar)
  if (/^(w|weeks?|个?周|个?星期)$/.test(unit)) return addDays(today, amount * 7)
  if (/^(m|months?|个月)$/.test(unit)) return addMonths(today, amount)
  if (/^(y|years?|年)$/.test(unit)) return addMonths(today, amount * 12)
  return addDays(today, amount)
}

const UNITS =
  'wd|bd|workingdays?|businessdays?|d|days?|w|weeks?|m|months?|y|years?|个?工作日|天|日|个?周|个?星期|个月|年'

// Tried in this order on the text without blanks, in half width and lower case; the first that fits decides.
const READERS: readonly [RegExp, Reader][] = [
  [/^(?:today|今天|今日|当天|当日)$/, (_, today) => today],
  [/^(?:tomorrow|明天|明日)$/, (_, today) => addDays(today, 1)],
  [/^(?:后天)$/, (_, today) => addDays(today, 2)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => localDateOf(Number(y), Number(m), Number(d))],
  [
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/,
    ([y, m, d]) => localDateOf(Number(y), Number(m), Number(d)),
  ],
  [/^(\d{1,2})[-/.月](\d{1,2})[日号]?$/, ([m, d], today) => upcoming(Number(m), Number(d), today)],
  [/^(\d{1,2})[日号]$/, ([d], today) => nextDayOfMonth(Number(d), today)],
  [/^(\d{4})年(\d{1,2})月[底末]$/, ([y, m], today) => endOfMonth(Number(y), Number(m), today)],
  [/^(\d{1,2})月[底末]$/, ([m], today) => endOfMonth(null, Number(m), today)],
  [/^(\d{1,2})月([上中下])旬$/, ([m, third = ''], today) => endOfThird(Number(m), third, today)],
  [/^(?:本?月[底末]|month-?end|endof(?:the)?month)$/, (_, today) => monthEnd(today)],
  [/^(?:下个?月[底末]|endofnextmonth)$/, (_, today) => monthEnd(addMonths(today, 1))],
  [/^(?:本?季度?[底末]|quarter-?end|endof(?:the)?quarter)$/, (_, today) => quarterEnd(today)],
  [
    /^(?:(?:今|今年|本年)?年[底末]|year-?end|endof(?:the)?year)$/,
    (_, today) => endOfMonth(yearOf(today), 12, today),
  ],
  [/^(?:明年年?[底末]|endofnextyear)$/, (_, today) => endOfMonth(yearOf(today) + 1, 12, today)],
  [/^(\d{4})年年?[底末]$/, ([y], today) => endOfMonth(Number(y), 12, today)],
  [new RegExp(`^endof${MONTH_WORD}$`), ([word], today) => endOfMonth(null, monthOfWord(word), today)],
  [
    new RegExp(`^endof${MONTH_WORD},?(\\d{4})$`),
    ([word, y], today) => endOfMonth(Number(y), monthOfWord(word), today),
  ],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?:of)?${MONTH_WORD},?(\\d{4})?$`),
    ([d, word, y], today) => named(d, word, y, today),
  ],
  [
    new RegExp(`^${MONTH_WORD}(\\d{1,2})(?:st|nd|rd|th)?(?:,(\\d{4}))?$`),
    ([word, d, y], today) => named(d, word, y, today),
  ],
  [
    new RegExp(`^\\+?(\\d{1,4})(${UNITS})(?:后|内|之内|以内)?$`),
    ([n, unit = ''], today, calendar) => later(Number(n), unit, today, calendar),
  ],
  [/^\+(\d{1,4})$/, ([n], today) => addDays(today, Number(n))],
]

function named(day = '', word = '', year: string | undefined, today: LocalDate): LocalDate | null {
  const month = monthOfWord(word)
  return year ? localDateOf(Number(year), month, Number(day)) : upcoming(month, Number(day), today)
}

function nextDayOfMonth(day: number, today: LocalDate): LocalDate | null {
  for (let ahead = 0; ahead <= 12; ahead += 1) {
    const { year, month } = partsOf(addMonths(today, ahead))
    const date = localDateOf(year, month, day)
    if (date && date >= today) return date
  }
  return null
}

/**
 * Reads what a person types for a date: 2020-4-30, 4-30, 4/30, 4月30日, 4月底, 月底, 年底, 4月中旬, +20d, +10wd, 10个工作日,
 * 30 Apr, end of April, year-end; with 前 or “by”, in full or half width. Years 2000 to 2099.
 * Whether the day is worked is for `dateAdvice` to say.
 */
export function parseTypedDate(input: string, today: LocalDate, calendar: WorkingCalendar): TypedDate {
  const text = input
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u3000]+/g, '')
    .replace(/^(?:by|before|on|于|在)(?=.)/, '')
    .replace(/(?:之前|以前|前)$/, '')
  if (text === '') return { error: 'date.empty' }
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text)
    if (!match) continue
    const date = read(match.slice(1), today, calendar)
    if (date === null) return { error: 'date.no_such_day' }
    const year = yearOf(date)
    return year >= 2000 && year <= 2099 ? { date } : { error: 'date.out_of_range' }
  }
  return { error: 'date.unreadable' }
}
