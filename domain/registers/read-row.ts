import { z } from 'zod'
import { isGivenDate, localDateOf, yearOf, type LocalDate } from '@/domain/calendar/local-date'
import type { FailureParams, FieldFailure } from '@/domain/errors'
import { holdsIdentityNumber, REGISTER_LIMITS, type Column } from './columns'

/** What a row holds, by column key: text, number, 'YYYY-MM-DD', the value of a choice, the id of a unit, yes or no. */
export type RowValues = Record<string, string | number | boolean | null>

/** What reading needs besides the words: the units by any of their names, and today (a day without its year is of this year). */
export type RowSources = { unitOf: (words: string) => string | null; today: LocalDate }

const fail = (code: string, params?: FailureParams) => ({ code, params })
type Cell = { value: RowValues[string] } | { code: string; params?: FailureParams }

const YES = /^(?:是|有|已|对|√|✓|yes|y|true|1)$/i
const NO = /^(?:否|无|未|不|×|✗|no|n|false|0)$/i
const number = z
  .string()
  .transform((words) => words.replace(/[,，\s]/g, '').replace(/[．]/g, '.'))
  .pipe(z.string().regex(/^[-+]?(?:\d{1,15}(?:\.\d{1,10})?|\.\d{1,10})(?:e[-+]?\d{1,2})?$/i))
  .transform(Number)
  .pipe(z.number().min(-1e15).max(1e15))
const text = z.string().max(REGISTER_LIMITS.text)

/** A day as registers write it: 2020-04-30, 2020/4/30, 2020.4.30, 2020年4月30日; without a year (4-30, 4月30日) of this year. */
export function readDay(words: string, today: LocalDate): LocalDate | null {
  const [, year, month, day] =
    /^(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.exec(
      words,
    ) ?? []
  if (!month || !day) return null
  const date = localDateOf(year ? Number(year) : yearOf(today), Number(month), Number(day))
  return isGivenDate(date) ? date : null
}

function readCell(column: Column, words: string, { unitOf, today }: RowSources): Cell {
  switch (column.type) {
    case 'text': {
      if (!text.safeParse(words).success) return fail('register.text_too_long', { max: REGISTER_LIMITS.text })
      return holdsIdentityNumber(words) ? fail('register.identity_number') : { value: words }
    }
    case 'number': {
      const read = number.safeParse(words)
      return read.success ? { value: read.data } : fail('register.not_a_number', { words: short(words) })
    }
    case 'date': {
      const value = readDay(words, today)
      return value ? { value } : fail('register.not_a_date', { words: short(words) })
    }
    case 'choice': {
      const same = (one: string) => one !== '' && one.toLowerCase() === words.toLowerCase()
      const option = column.options.find((one) => [one.value, one.name, one.nameEn].some(same))
      const names = column.options.map((one) => one.name).slice(0, 8)
      return option
        ? { value: option.value }
        : fail('register.not_a_choice', { words: short(words), options: names.join('、') })
    }
    case 'unit': {
      const value = unitOf(words)
      return value ? { value } : fail('register.no_such_unit', { words: short(words) })
    }
    case 'yes_no':
      if (YES.test(words)) return { value: true }
      return NO.test(words) ? { value: false } : fail('register.not_yes_or_no', { words: short(words) })
  }
}

const short = (words: string) => (words.length > 40 ? `${words.slice(0, 40)}…` : words)

/**
 * The one reading of a row, of a form and of a file alike: every cell typed and checked, every fault named by its column's key. Empty is null.
 * A row is not put right before it was due to be found nor in the future.
 */
export function readRow(
  columns: readonly Column[],
  raw: Readonly<Record<string, string | undefined>>,
  sources: RowSources,
): { values: RowValues; fields: FieldFailure[] } {
  const values: RowValues = {}
  const fields: FieldFailure[] = []
  for (const column of columns) {
    const words = (raw[column.key] ?? '').trim()
    values[column.key] = null
    if (words === '') {
      if (column.required) fields.push({ path: column.key, code: 'register.cell_required' })
      continue
    }
    const cell = readCell(column, words, sources)
    if ('value' in cell) values[column.key] = cell.value
    else fields.push({ path: column.key, ...cell })
  }
  const done = columns.find((column) => column.role === 'put_right')
  if (done && String(values[done.key] ?? '') > sources.today)
    fields.push({ path: done.key, code: 'register.put_right_ahead' })
  return { values, fields }
}

/** Where a row stands, from its values: put right once the column of that date is filled. */
export function rowStanding(columns: readonly Column[], values: RowValues) {
  const of = (role: 'due' | 'put_right') => {
    const column = columns.find((one) => one.role === role)
    const value = column ? values[column.key] : null
    return isGivenDate(value) ? value : null
  }
  const putRightOn = of('put_right')
  return { state: putRightOn ? ('put_right' as const) : ('open' as const), dueOn: of('due'), putRightOn }
}

/** The values as words of a form or a sheet: what `readRow` reads back to the same. */
export function wordsOf(
  column: Column,
  value: RowValues[string] | undefined,
  language: string,
  unitName: (id: string) => string,
): string {
  if (value === null || value === undefined) return ''
  if (column.type === 'yes_no')
    return language.startsWith('en') ? (value ? 'Yes' : 'No') : value ? '是' : '否'
  if (column.type === 'unit') return unitName(String(value))
  if (column.type !== 'choice') return String(value)
  const option = column.options.find((one) => one.value === value)
  return option ? (language.startsWith('en') && option.nameEn !== '' ? option.nameEn : option.name) : ''
}
