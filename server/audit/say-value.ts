import {
  FILTER_FIELDS,
  NUMBERED_FIELDS,
  PERCENT_FIELDS,
  wordKeys,
  type ValuePlace,
} from '@/domain/audit/value-words'
import { EVIDENCE_TYPES } from '@/domain/reports/evidence'
import { isId } from '@/lib/new-id'
import type { PaperWords } from '@/server/documents/paper-words'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
/** Characters of the text, the class of the sentence, a question mark where it was only proposed (server/directives/workspace/record-edits.ts). */
const SENTENCE = /^(\d+)-(\d+) ([a-z]+)(\?)?$/
/** A day of a published calendar: + where it is worked though it falls on a weekend. */
const MADE_UP = /^(\d{4}-\d\d-\d\d)\+$/
const CYCLE_LAST = / (weekly|fortnightly|monthly|quarterly)$/
const FIGURE = /^(\S+) ([a-z_]+) (\S+)$/

/** What a value means beyond its own words: names by id, ledger filters by their address. */
export type Meanings = { names: ReadonlyMap<string, string>; filters: ReadonlyMap<string, string> }

/** A value of the log in the reader's words; null where there is none. */
export function sayValue(
  words: PaperWords,
  place: ValuePlace,
  value: unknown,
  known: Meanings,
): string | null {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : sayList(words, place, value, known)
  const { all, time } = words
  if (typeof value === 'boolean') return all(`audit.values.${value ? 'yes' : 'no'}`)
  if (typeof value === 'number') return sayNumber(words, place, value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (isId(value)) return known.names.get(value) ?? all('audit.values.gone', { id: value.slice(0, 8) })
  if (INSTANT.test(value)) return time(new Date(value))
  if (place.field === 'mime') return fileKind(value) ?? value
  if (FILTER_FIELDS.includes(place.field)) return known.filters.get(value) ?? value
  return wordOf(words, place, value) ?? sayLine(words, place, value)
}

function wordOf({ has, all }: PaperWords, place: ValuePlace, value: string): string | null {
  const key = wordKeys(place, value).find(has)
  return key ? all(key) : null
}

function sayList(words: PaperWords, place: ValuePlace, list: readonly unknown[], known: Meanings): string {
  const letter = NUMBERED_FIELDS[place.field] ?? ''
  return list
    .map((one) => (typeof one === 'number' ? `${letter}${one}` : (sayValue(words, place, one, known) ?? '—')))
    .join(words.all('audit.comma'))
}

function sayNumber(words: PaperWords, { entity, field }: ValuePlace, value: number): string {
  if (PERCENT_FIELDS.includes(field)) return `${value}%`
  if (entity === 'settings' && field.startsWith('urge_'))
    return words.all(value < 0 ? 'audit.values.off' : 'audit.values.workingDays', { count: value })
  return wordOf(words, { entity, field }, String(value)) ?? String(value)
}

/** XLSX, as people call the file, for its type. */
function fileKind(mime: string): string | null {
  return (
    Object.entries(EVIDENCE_TYPES)
      .find(([, type]) => type === mime)?.[0]
      .toUpperCase() ?? null
  )
}

/** Lines that the program wrote itself: their literals are said, the rest stays. */
function sayLine({ all, has }: PaperWords, { field }: ValuePlace, line: string): string {
  const [, start, end, name, proposed] = field === 'sentences' ? (SENTENCE.exec(line) ?? []) : []
  if (start && end && name)
    return all(proposed ? 'audit.values.sentenceProposed' : 'audit.values.sentence', {
      span: all('audit.values.span', { start, end }),
      name: has(`workspace.classes.${name}`) ? all(`workspace.classes.${name}`) : name,
    })
  const [, day] = field === 'days' ? (MADE_UP.exec(line) ?? []) : []
  if (day) return all('audit.values.madeUp', { day })
  const [, , figure, count] = field === 'figures' ? (FIGURE.exec(line) ?? []) : []
  if (figure && count && has(`bulletins.figures.${figure}`))
    return all('audit.values.figure', { name: all(`bulletins.figures.${figure}`), value: count })
  return field === 'indicators'
    ? line.replace(CYCLE_LAST, (_, cycle: string) => ` ${all(`tasks.cycle.${cycle}`)}`)
    : line
}
