import { addDays, localDateOf, weekday, yearOf, type LocalDate } from './local-date'

/** A day that a holiday notice names: off, or worked to make up. */
export type NamedDay = { on: LocalDate; isWorking: boolean; name: string }

/** What cannot be read in a notice, by line (from 1). */
export type NoticeProblem = {
  line: number
  code:
    | 'no_such_day'
    | 'other_year'
    | 'weekday_differs'
    | 'name_missing'
    | 'named_twice'
    | 'make_up_on_weekday'
    | 'line_unread'
  params: Record<string, string | number>
}

const MOST_DAYS_OF_ONE_HOLIDAY = 31
const WEEKDAY = String.raw`(?:\s*[（(]\s*(?:星期|周)?([一二三四五六日天])\s*[)）])?`
const DATE = String.raw`(?:(?:(\d{4})\s*[年\-/.]\s*)?(\d{1,2})\s*[月\-/.]\s*)?(\d{1,2})\s*日?${WEEKDAY}`
const RANGE = new RegExp(`${DATE}(?:\\s*(?:至|到|—+|–|~|～|to)\\s*${DATE})?`, 'g')
const WORKED = /上班|补班|调班|worked|workday|make-up/i
const WORDS =
  /放假|调休|上班|补班|调班|worked|workday|make-up|off|共\s*\d+\s*天|与周末连休|[0-9年月日至到\-/.~～—–:：,，、。；;（()）\s]|(?:星期|周)[一二三四五六日天]/gi

/**
 * Reads a holiday notice, in the words of the State Council's (元旦：1月1日（周四）至3日（周六）放假，1月4日（周日）上班) or one day a line
 * (2027-01-01 元旦; 2027-02-07 春节 上班). Weekday names are checked; a day to make up lies on a weekend.
 */
export function readYearNotice(text: string, year: number): { days: NamedDay[]; problems: NoticeProblem[] } {
  const days = new Map<LocalDate, NamedDay>()
  const problems: NoticeProblem[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.normalize('NFKC').trim()
    if (line === '') continue
    const found = readLine(line, year, index + 1, problems)
    if (found.length === 0 && !problems.some((one) => one.line === index + 1))
      problems.push({ line: index + 1, code: 'line_unread', params: { text: line.slice(0, 40) } })
    for (const day of found) {
      const known = days.get(day.on)
      if (known && known.isWorking !== day.isWorking)
        problems.push({ line: index + 1, code: 'named_twice', params: { date: day.on } })
      days.set(day.on, known ?? day)
    }
  }
  return { days: [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1)), problems }
}

/** The days that differ from Monday to Friday: what a calendar keeps. */
export function exceptionsAmong(days: readonly NamedDay[]): NamedDay[] {
  return days.filter((day) => day.isWorking === weekday(day.on) > 5)
}

function readLine(line: string, year: number, no: number, problems: NoticeProblem[]): NamedDay[] {
  const name = nameIn(line)
  const days: NamedDay[] = []
  let month: number | null = null
  for (const piece of line.replace(/^\s*[一二三四五六七八九十]+\s*、/, '').split(/[。;；,，]/)) {
    const isWorking = WORKED.test(piece)
    for (const match of piece.replace(/共\s*\d+\s*天/g, '').matchAll(RANGE)) {
      const [, fromYear, fromMonth, fromDay, fromName, toYear, toMonth, toDay, toName] = match
      month = fromMonth ? Number(fromMonth) : month
      if (month === null) continue
      const first = dateAt(Number(fromYear ?? year), month, Number(fromDay), fromName, { year, no, problems })
      if (toMonth) month = Number(toMonth)
      const last = toDay
        ? dateAt(Number(toYear ?? fromYear ?? year), month, Number(toDay), toName, { year, no, problems })
        : first
      if (!first || !last) continue
      if (name === '') {
        problems.push({ line: no, code: 'name_missing', params: { date: first } })
        continue
      }
      for (
        let on = first, left = MOST_DAYS_OF_ONE_HOLIDAY;
        on <= last && left > 0;
        on = addDays(on, 1), left--
      ) {
        if (isWorking && weekday(on) <= 5)
          problems.push({ line: no, code: 'make_up_on_weekday', params: { date: on } })
        days.push({ on, isWorking, name })
      }
    }
  }
  return days
}

type Where = { year: number; no: number; problems: NoticeProblem[] }

function dateAt(
  year: number,
  month: number,
  day: number,
  name: string | undefined,
  at: Where,
): LocalDate | null {
  const on = localDateOf(year, month, day)
  const problem = (code: NoticeProblem['code'], params: NoticeProblem['params']) => {
    at.problems.push({ line: at.no, code, params })
    return null
  }
  if (!on) return problem('no_such_day', { month, day })
  if (yearOf(on) !== at.year) return problem('other_year', { date: on, year: at.year })
  const said = name ? '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1 : null
  if (said && said !== weekday(on)) problem('weekday_differs', { date: on, weekday: weekday(on) })
  return on
}

/** What stands before the colon, else what is left once dates and words of the form are taken away. */
function nameIn(line: string): string {
  const before = /^\s*(?:[一二三四五六七八九十]+\s*、)?\s*([^:：\d]{1,30})[:：]/.exec(line)?.[1]
  return (before ?? line.replace(WORDS, '')).trim().slice(0, 30)
}
