import { localDateOf, monthEnd, type LocalDate } from '@/domain/calendar/local-date'
import type { DeadlineCycle } from './decomposition'

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Source of a pattern for a month's name, whole or shortened; its group is `mon`. */
export const monthName = String.raw`(?<mon>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)`

/** Source of a pattern for a count: figures, words, or words with the figure in brackets; groups `n` and `f`. */
export const count = String.raw`(?<n>\d{1,4}|an?|(?:${[...tens, ...ones.slice(1)].join('|')}|one hundred)(?:(?: |-)(?:and |hundred |${[...ones.slice(1, 10), ...tens].join('|')}|-){1,4})?)(?: ?\((?<f>\d{1,4})\))?`

// a word's edge that emphasis marks (_within five days_) do not hide
const edge = '(?:(?<![A-Za-z0-9])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?![A-Za-z0-9]))'

/** Writes each blank of a pattern's source as a short run of white space, so that a wrapped line still matches. */
export const pattern = (source: string, flags = 'i') =>
  new RegExp(
    source
      .replaceAll(String.raw`\b`, edge)
      .replace(/ (?=[?{+*])/g, String.raw`\s`)
      .replace(/ /g, String.raw`[\s_*]{1,12}`),
    flags,
  )

/** The number a count stands for; NaN where the words make none. */
export function countOf(groups: Record<string, string | undefined>): number {
  if (groups.f) return Number(groups.f)
  const n = (groups.n ?? '').toLowerCase()
  if (/^\d/.test(n)) return Number(n)
  if (n === 'a' || n === 'an') return 1
  let sum = 0
  for (const word of n.split(/[\s-]+/)) {
    if (word === '' || word === 'and') continue
    const small = ones.indexOf(word)
    const ten = tens.indexOf(word)
    if (word === 'hundred') sum = Math.max(sum, 1) * 100
    else if (small >= 0) sum += small
    else if (ten >= 0) sum += (ten + 2) * 10
    else return NaN
  }
  return sum
}

/** The day that a year, a month and a day (each may be wanting) come to: a month's last day, a year's last day. */
export function dayOf(
  groups: Record<string, string | undefined>,
  issuedOn: LocalDate | null,
): LocalDate | null {
  const index = groups.mon ? monthIndex(groups.mon) : 0
  const middle = groups.mid ? 15 : 0
  const at = (year: number): LocalDate | null => {
    if (index === 0) return localDateOf(year, 12, 31)
    if (groups.d || middle) return localDateOf(year, index, groups.d ? Number(groups.d) : middle)
    const first = localDateOf(year, index, 1)
    return first && monthEnd(first)
  }
  if (groups.y) return at(Number(groups.y))
  if (!issuedOn) return null
  // a day without a year is the next one after the paper
  const year = Number(issuedOn.slice(0, 4))
  const same = at(year)
  return same && same >= issuedOn ? same : at(year + 1)
}

function monthIndex(name: string): number {
  const key = name.toLowerCase().replace('.', '').slice(0, 3)
  return months.findIndex((m) => m.startsWith(key)) + 1
}

/** Last day of a quarter named by figure or word. */
export function quarterEnd(quarter: string, year: number): LocalDate | null {
  const words = ['first', 'second', 'third', 'fourth']
  const n = /^\d$/.test(quarter) ? Number(quarter) : words.indexOf(quarter.toLowerCase()) + 1
  const first = n >= 1 && n <= 4 ? localDateOf(year, n * 3, 1) : null
  return first && monthEnd(first)
}

/** A day in figures: 30.09.2025 and 30/09/2025; a paper that writes “June 5” puts the month first in 9/30/2025. */
export function numericDay(
  a: string,
  b: string,
  y: string,
  mark: string,
  monthFirst: boolean,
): LocalDate | null {
  const [first, second] = [Number(a), Number(b)]
  const swap = second > 12 || (first <= 12 && mark === '/' && monthFirst)
  const year = y.length === 2 ? 2000 + Number(y) : Number(y)
  return swap ? localDateOf(year, first, second) : localDateOf(year, second, first)
}

const cycles: [RegExp, DeadlineCycle | null][] = [
  [/bi-?weekly|fortnight|every (?:two|2|other) weeks?/i, 'fortnightly'],
  [/semi|bi-?annual|twice|bienni|half-year/i, null],
  [/quarter|every (?:three|3) months/i, 'quarterly'],
  [/every (?:\S+ )?(?:\d+|two|three|four|five|six|nine|ten) (?:months|weeks|years|days)/i, null],
  [/bi-?month/i, null],
  [/month/i, 'monthly'],
  [/week/i, 'weekly'],
  [/annual|year|every (?:twelve|12) months/i, 'annual'],
]

/** The cycle that words of recurrence name, where it is one of those kept. */
export function cycleOf(words: string): DeadlineCycle | null {
  return cycles.find(([shape]) => shape.test(words.replace(/\s+/g, ' ')))?.[1] ?? null
}

const papers = String.raw`(?:order|memorandum|directive|notice|circular|resolution|policy|act|decision|letter|instruction|notification|proclamation|guidance|minutes|meeting|communication|bulletin|conclusions|regulation|O\.? ?M\.?)`
const acts = String.raw`(?:(?:publication|issuance|issue|signature|adoption) date|date(?: of (?:the )?(?:issuance|issue|publication|signing|signature|adoption|promulgation|release))?|issuance|issue|publication|signing|signature|adoption|promulgation|release)`
/** An anchor that is the paper's own date: “of the date of this order”, “of issuance”. */
export const own = pattern(
  String.raw`^,? (?:of|after|from|following) (?:(?:the )?${acts} of (?:this|the present|these) (?:[\w-]+ ){0,3}?${papers}\b|(?:this|the present|these) (?:[\w-]+ ){0,2}?${papers}\b|(?:the )?date hereof|today|(?:the )?date (?:on which )?this (?:\w+ ){1,3}(?:is|was) (?:issued|signed|adopted|published)|(?:the )?${acts}(?=[,.;:)]|$| (?:shall|must|will|the|all|each|and|detailing|that|which|a|an)\b)(?! of))`,
)
/** An anchor that is the day the paper comes into force. */
export const inForce = pattern(
  String.raw`^ (?:of|after|from|following) (?:the )?(?:effective date of this|entry into force of this|coming into force of this) (?:[\w-]+ ){0,2}?${papers}\b`,
)
/** Any other anchor, up to the next mark: “of receipt of the notice”. */
export const other = pattern(String.raw`^,? (?:of|after|from|following|before|prior to) [^,.;:()]{2,70}`)
