import { localDateOf, type LocalDate } from '@/domain/calendar/local-date'
import { afterTerm, type Anchor, type TermUnit } from './deadline'
import {
  count,
  countOf,
  cycleOf,
  dayOf,
  inForce,
  monthName,
  numericDay,
  other,
  own,
  pattern,
  quarterEnd,
} from './deadline-words-en'
import type { DeadlineCycle, DeadlineDraft } from './decomposition'

/** What an English reader knows besides: whether 9/5 is September, and whether the paper is in force from its own date. */
export type AnchorEn = Anchor & {
  monthFirst?: boolean
  atOnce?: boolean
  /** Day of the next meeting, where the record of a meeting names it. */
  nextMeeting?: LocalDate | null
  /** A bare “within four weeks” counts from the paper: so do the actions of a meeting. */
  bareTerms?: boolean
}

/** What a rule reads: the kind, the day where it can be worked out, the cycle. */
export type DueReading = {
  kind: DeadlineDraft['kind']
  resolved?: LocalDate | null
  cycle?: DeadlineCycle | null
  /** Length of the words where it is not the whole match. */
  length?: number
  /** Characters of the match before the words themselves. */
  skip?: number
}
type Groups = Record<string, string | undefined>
/** A rule of English dates: its name, its shape, what it makes of a match. */
export type DueRule = {
  name: string
  shape: RegExp
  read(groups: Groups, anchor: AnchorEn, text: string, found: RegExpExecArray): DueReading | null
}

/** What stands before a day that is due. */
export const limit = String.raw`(?:by|before|(?:no|not) later than|latest by|at the latest by|on or before|prior to|due(?: date)?(?: is)?(?: by| on)?:?|deadline(?: is| of| for (?:\w+ ){1,5}is)?:?)`
const clock = String.raw`(?:(?:the )?(?:close of (?:business|play)|COB|COP|EOB|end of (?:the )?(?:business |working )?day|noon|midnight|\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?|hours|hrs)?(?: \(?[A-Z]{2,4}\)?)?),?(?: on| of)? )?`
const weekday = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?`
const bound = String.raw`(?:(?:the )?(?:end(?: of|-)|(?<mid>mid-?|middle of)) ?(?:the )?(?:month of )?)?`
const nth = String.raw`(?:st|nd|rd|th)?`
/** A year from 1900 on. */
export const year = String.raw`(?<y>(?:19|20)\d{2})\b`
const units: Record<string, TermUnit> = { day: 'day', week: 'week', month: 'month', year: 'year' }
const rhythm = String.raw`(?:regular|annual|bi-?annual|semi-?annual|biennial|quarterly|bi-?monthly|monthly|bi-?weekly|fortnightly|weekly|daily|half-yearly|yearly)`
const product = String.raw`(?:reports?|updates?|meetings?|reviews?|briefings?|returns?|statements?|inspections?|audits?|surveys?|assessments?|summar(?:y|ies)|bulletins?|trainings?|drills?|exercises?|reconciliations?|evaluations?|plans?|visits?|checks?|figures|calls?|sessions?|newsletters?|forecasts?|dashboards?|lists?)`

const date = (resolved: LocalDate | null): DueReading => ({ kind: 'date', resolved })
const recurs = (words: string): DueReading => ({ kind: 'recurring', cycle: cycleOf(words) })
// “…, and annually thereafter”: the first date is due, the rest recur
const firstOf = (resolved: LocalDate | null, text: string, found: RegExpExecArray): DueReading => {
  const next = /^,? and (?:then )?(.{4,40}?)\s?thereafter/.exec(text.slice(found.index + found[0].length))
  return { kind: 'date', resolved, cycle: next ? cycleOf(next[1]!) : null }
}

/** Rules in order of strength: the first that reads something wins. `mark` is what must stand before a date. */
export const rulesWith = (mark: string): DueRule[] => [
  {
    name: 'due_each_year',
    shape: pattern(
      String.raw`\b(?:${limit}|on)\s+(?:the )?(?:${monthName} \d{1,2}${nth}|\d{1,2}${nth} (?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:first|last|\d{1,2}${nth})(?: [\w-]+){0,2}?),? (?:of )?(?:each|every)(?: succeeding| following| calendar| fiscal| financial)? (?:year|month|quarter|week)`,
    ),
    read: (_g, _a, _t, f) => recurs(f[0].slice(-12)),
  },
  {
    name: 'due_date',
    shape: pattern(String.raw`${mark}${clock}${weekday}${bound}${monthName} (?<d>\d{1,2})${nth},? ${year}`),
    read: (g, a, t, f) => firstOf(dayOf(g, a.issuedOn), t, f),
  },
  {
    name: 'due_date',
    shape: pattern(
      String.raw`${mark}${clock}${weekday}(?:the )?(?<d>\d{1,2})${nth}(?: day of| of)? ${monthName},? ${year}`,
    ),
    read: (g, a, t, f) => firstOf(dayOf(g, a.issuedOn), t, f),
  },
  {
    name: 'due_month',
    shape: pattern(String.raw`${mark}${bound}${monthName},?(?: of)? ${year}`),
    read: (g, a) => date(dayOf(g, a.issuedOn)),
  },
  {
    name: 'due_figures',
    shape: pattern(
      String.raw`${mark}${clock}${weekday}(?<a>\d{1,2})(?<s>[./-])(?<b>\d{1,2})\k<s>(?<y>\d{4}|\d{2})\b`,
    ),
    read: (g, a) => date(numericDay(g.a!, g.b!, g.y!, g.s!, a.monthFirst ?? false)),
  },
  {
    name: 'due_iso',
    shape: pattern(String.raw`${mark}${clock}(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})\b`),
    read: (g) => date(localDateOf(Number(g.y), Number(g.m), Number(g.d))),
  },
  {
    name: 'due_quarter',
    shape: pattern(
      String.raw`${mark}(?:(?:the )?end of )?(?:the )?(?:(?<q>first|second|third|fourth) quarter|Q(?<q2>[1-4]))(?: of)?,?(?: calendar year)? ${year}`,
    ),
    read: (g) => date(quarterEnd(g.q ?? g.q2!, Number(g.y))),
  },
  {
    // nobody but the paper's own rules knows when a fiscal year ends
    name: 'due_fiscal_year',
    shape: pattern(
      String.raw`${mark}(?:(?:the )?(?:end|close|start|beginning) of )?(?:the )?(?:\w+ quarter of )?(?:(?:current|next) )?(?:(?:fiscal|financial) year|FY) ?(?:\d{2,4}(?:[-–/]\d{2,4})?)?`,
    ),
    read: () => date(null),
  },
  {
    name: 'due_year',
    shape: pattern(
      String.raw`${mark}(?:(?:the )?(?:end|(?<mid>mid(?:dle)?))(?: of|-| ) ?)?(?:(?:calendar year|the year) )?${year}(?=[,.;:)\]]|$| (?:compared|relative|from|against|to|and|or|in|all|the|each|every|with|for|at|a|an|as|through|unless|when|if|both|no|of|on|this|that)\b)`,
    ),
    // nobody says which day “mid-2025” is
    read: (g, a) => date(g.mid ? null : dayOf(g, a.issuedOn)),
  },
  {
    name: 'due_day_without_year',
    shape: pattern(String.raw`${mark}${clock}${weekday}${bound}${monthName} (?<d>\d{1,2})${nth}\b(?!,? \d)`),
    read: yearly,
  },
  {
    name: 'due_day_without_year',
    shape: pattern(
      String.raw`${mark}${clock}${weekday}(?:the )?(?<d>\d{1,2})${nth}(?: day of| of)? ${monthName}\b`,
    ),
    read: yearly,
  },
  {
    name: 'due_month_without_year',
    shape: pattern(
      String.raw`${mark}(?:(?:the )?(?:end(?: of|-)|(?<mid>mid-?)) ?(?:the )?(?:month of )?)?${monthName}(?=[,.;:)\]]|$| [a-z])`,
    ),
    read: (g, a) => (/^[A-Z]/.test(g.mon!) ? date(dayOf(g, a.issuedOn)) : null),
  },
  {
    name: 'due_year_end',
    shape: pattern(
      String.raw`${mark}(?:the )?(?:end of (?:the|this|the current)(?: calendar)? year|year(?:-| )end|(?<next>end of next year))\b`,
    ),
    read: (g, a) =>
      date(a.issuedOn && dayOf({ y: String(Number(a.issuedOn.slice(0, 4)) + (g.next ? 1 : 0)) }, a.issuedOn)),
  },
  {
    // “by the end of the week (9th April)”: the bracket says which day
    name: 'due_in_brackets',
    shape: pattern(
      String.raw`${mark}[^().;]{2,40}? \((?:${weekday}(?<d>\d{1,2})${nth}(?: of)? ${monthName}(?:,? ${year})?)\)`,
    ),
    read: (g, a) => date(dayOf(g, a.issuedOn)),
  },
  {
    name: 'within_term',
    shape: pattern(
      String.raw`\b(?:within|(?:but )?(?:no|not) (?:later|more) than|in no (?:case|event) (?:later|more) than)(?: an? (?:period|maximum) of| the next| the following| at most| the)? ${count}(?: |-)(?<b>business |working |calendar |consecutive )?(?<u>hour|day|week|month|year)s?\b(?: time-?(?:frame|limit)| period| window)?`,
    ),
    read: term,
  },
  {
    name: 'term_after',
    shape: pattern(
      String.raw`(?<!effective )(?<!effect )\b(?:by )?${count}(?: |-)(?<b>business |working |calendar )?(?<u>day|week|month|year)s? (?=(?:after|from|following) (?:the )?(?:date|issuance|publication|this|adoption))`,
    ),
    read: term,
  },
  {
    name: 'due_event',
    shape: pattern(
      String.raw`\b(?:by|before|(?:no|not) later than|prior to) the (?:end|close|start|beginning|commencement|conclusion|completion|expiry|expiration) of (?:the |its |this |their )?(?!each|every)[^,.;:()]{3,60}|\bat the end of the (?:quarter|year|month|week|term|financial year|reporting period)`,
    ),
    read: () => ({ kind: 'relative' }),
  },
  {
    name: 'days_before',
    shape: pattern(
      String.raw`\b(?:at least|not less than|no (?:less|later) than|not later than) ${count} (?:business |working |calendar )?(?:day|week|month|hour)s? (?:before|prior to|in advance of) [^,.;:]{2,60}`,
    ),
    read: () => ({ kind: 'relative' }),
  },
  {
    name: 'next_meeting',
    shape: pattern(
      String.raw`\b(?:by|before|at|to|in|for|during|in time for|for (?:consideration|discussion|approval) at|prior to) (?:the|its|their|his|our)(?: \w+){0,3} (?<!this )(?:next|forthcoming|following|(?:[\w-]+(?:th|st|nd|rd)|first|second|third))(?: [\w-]+){0,3} (?:meeting|session)\b`,
    ),
    read: (_g, a) => meeting(null, a),
  },
  {
    name: 'next_meeting',
    shape: pattern(
      String.raw`\b(?:by|before|at|to|in time for|for (?:discussion|consideration|approval|decision) at|prior to) (?:the|its|our) ${monthName} (?:board |council |committee )?meeting\b`,
    ),
    read: (g, a) => meeting(g.mon ?? null, a),
  },
  {
    name: 'period',
    shape: pattern(
      String.raw`\b(?:until|through|up to)(?: and including)? (?:(?:the )?end of )?(?:${monthName} )?(?:\d{1,2}${nth},? )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?${year}`,
    ),
    read: () => ({ kind: 'recurring' }),
  },
  {
    name: 'every_so_often',
    shape: pattern(
      String.raw`\b(?:every(?: other)?(?: ${count.replaceAll(/\?<[nf]>/g, '?:')})? (?:day|week|month|quarter|year|semester|term)s?\b|(?:each|every)(?: succeeding)?(?: fiscal| calendar| financial| school)? (?:year|quarter|month|week|day)\b|(?:once|twice|(?:two|three|four|\d) times)(?: (?:a|per|each|every|in every)) (?:\w+ )?(?:year|quarter|month|week|day)\b)`,
    ),
    read: (_g, _a, _t, f) => recurs(f[0]),
  },
  {
    name: 'on_a_cycle',
    shape: pattern(
      String.raw`\b(?:on an? (?:(?:at least|regular|continuing|rolling|periodic|ongoing|continuous|recurring|routine|${rhythm}),?(?: and| or)? ?){1,3} ?basis|(?<!semi-)(?<!bi-)(?:annually|yearly|biannually|biennially|semi-?annually|half-yearly|fortnightly|nightly|regularly|at regular intervals|(?<=\b(?:shall|must|will) )periodically)\b|(?:quarterly|monthly|weekly|bi-?weekly|daily)(?=[,.;:)]|$| (?:to|on|by|in|with|from|for|the|and|or|until|beginning|thereafter|all|each|every|at|through|basis|using|via|as|that|which|when|where|regarding|of|about)\b)|the annual \w+ (?:process|cycle|exercise)\b|at each (?:\w+ )?(?:meeting|session)\b)`,
    ),
    read: (_g, _a, _t, f) => recurs(f[0]),
  },
  {
    name: 'recurring_product',
    shape: pattern(
      String.raw`(?:\b(?<!\bthe )(?:an?|its|their|regular|such|of|with|for|conduct|hold|submit|provide|prepare|publish|make|issue|receive|chair|convene|produce) )(?:at least )?${rhythm}(?: or ${rhythm})?(?: [\w-]+){0,2} ${product}\b`,
    ),
    read: (_g, _a, _t, f) => recurs(f[0]),
  },
  {
    name: 'on_request',
    shape: pattern(
      String.raw`\b(?:up)?on (?:the )?request(?: by [A-Z]\w+)?\b(?! for)|\bwhen(?:ever)? (?:so )?requested\b`,
    ),
    read: () => ({ kind: 'recurring' }),
  },
  {
    name: 'promptly',
    shape: pattern(
      String.raw`\b(?:as (?:soon|early|quickly|expeditiously) as (?:is )?(?:reasonably )?(?:possible|practicable|feasible|practical)|without (?:undue |further |any )?delay|(?<!effect )(?<!effective )immediately(?! (?:preceding|prior|adjacent|available|below|above))|promptly|forthwith|expeditiously|at (?:the|its|their|your) (?:very )?earliest(?: possible| convenience| opportunity)?|as a matter of urgency|on an urgent basis|urgently(?! needed))\b`,
    ),
    read: () => ({ kind: 'relative' }),
  },
]

// “report annually by 31 May”: a day without a year comes round where the duty does
function yearly(g: Groups, anchor: AnchorEn, text: string, found: RegExpExecArray): DueReading {
  return /\b(?:annual|annually|yearly|(?:each|every) year)\b/i.test(
    text.slice(Math.max(0, found.index - 300), found.index + 300),
  )
    ? { kind: 'recurring', cycle: 'annual' }
    : firstOf(dayOf(g, anchor.issuedOn), text, found)
}

// the next meeting has a date where the paper names it, and then only if it is in the month meant
function meeting(month: string | null, anchor: AnchorEn): DueReading {
  const day = anchor.nextMeeting ?? null
  const meant =
    day && (month === null || dayOf({ mon: month, d: day.slice(8), y: day.slice(0, 4) }, null) === day)
  return meant ? { kind: 'date', resolved: day } : { kind: 'relative' }
}

function term(g: Groups, anchor: AnchorEn, text: string, found: RegExpExecArray): DueReading | null {
  // “kept for at least ten years after …” is how long, not by when
  if (
    /\bfor (?:(?:at least|up to|not less than|a (?:period|minimum)(?: of)?|the) ?)?$/i.test(
      text.slice(Math.max(0, found.index - 24), found.index),
    )
  )
    return null
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 160)
  const before = text.slice(Math.max(0, found.index - 12), found.index)
  const tail =
    own.exec(rest) ??
    (anchor.atOnce ? inForce.exec(rest) : null) ??
    (found[0].endsWith(' ') ? own.exec(` ${rest}`) : null)
  const gazette = /^\s+in\s+(?:the\s+)?(?:[A-Z]\w+\s+)?(?:Register|Gazette|Journal)/.test(
    rest.slice(tail?.[0].length ?? 0),
  )
  const words = tail ?? other.exec(rest)
  const but = /^but\s+/i.exec(found[0])?.[0].length ?? 0
  const unit = /business|working/i.test(g.b ?? '') ? 'workingDay' : units[g.u!.toLowerCase()]
  const resolved =
    (tail || (anchor.bareTerms && !words && /^within\s+\S+\s+\w+$/i.test(found[0]))) &&
    !gazette &&
    unit &&
    anchor.issuedOn &&
    !/before\s$/.test(before)
      ? afterTerm(anchor.issuedOn, countOf(g), unit, anchor)
      : null
  return {
    kind: 'relative',
    resolved,
    length: found[0].trimEnd().length + (words?.[0].trimEnd().length ?? 0),
    skip: but,
  }
}
