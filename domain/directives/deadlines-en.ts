import { addDays, localDateOf } from '@/domain/calendar/local-date'
import { deadlineAt, noDeadline, type Anchor } from './deadline'
import { eventRules } from './deadline-events-en'
import { limit, rulesWith, year, type AnchorEn, type DueRule } from './deadline-rules-en'
import { dayOf, monthName, pattern } from './deadline-words-en'
import type { DeadlineDraft } from './decomposition'

export type { AnchorEn } from './deadline-rules-en'

const marks = /(?<![A-Za-z])(?:by|before|later|latest|prior|due|deadline)(?![A-Za-z])/i
const inSentence = [...rulesWith(String.raw`\b${limit} `), ...eventRules]
const inCell = rulesWith(String.raw`(?:\b${limit} )?\b`)

const monthWords = 'January|February|March|April|May|June|July|August|September|October|November|December'
const next = pattern(
  String.raw`\bnext (?:\w+ )?meeting\b[^.;]{0,120}?(?:(?<d>\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthName},? ${year}|(?<mon2>${monthWords}) (?<d2>\d{1,2})(?:st|nd|rd|th)?,? (?<y2>\d{4}))`,
)

const monthThenDay = new RegExp(String.raw`\b(?:${monthWords}) \d{1,2},? \d{4}`, 'g')
const dayThenMonth = new RegExp(String.raw`\b\d{1,2} (?:${monthWords}) \d{4}`, 'g')

/** What the paper's own words tell of its dates: month before day, in force from its own date, the day of the next meeting. */
export function anchorEn(text: string, anchor: Anchor): AnchorEn {
  const head = text.slice(0, 200000)
  const times = (shape: RegExp) => head.match(shape)?.length ?? 0
  const meets = next.exec(head)?.groups
  return {
    ...anchor,
    monthFirst: times(monthThenDay) > times(dayThenMonth),
    atOnce:
      /\b(?:takes?|becomes?|shall take|shall be) effect(?:ive)? immediately\b|\beffective immediately\b/i.test(
        head,
      ),
    nextMeeting: meets
      ? dayOf({ mon: meets.mon ?? meets.mon2, d: meets.d ?? meets.d2, y: meets.y ?? meets.y2 }, null)
      : null,
  }
}

/** A date for a stretch, and the name of the rule that read it (null where nothing is set). */
export type DeadlineReading = { draft: DeadlineDraft; rule: string | null }

function readWith(
  rules: DueRule[],
  text: string,
  start: number,
  end: number,
  anchor: AnchorEn,
): DeadlineReading {
  const stretch = text.slice(start, end)
  // most rules need one of these words: where none stands, they are not tried
  const marked = rules === inCell || marks.test(stretch)
  for (const rule of rules) {
    if (!marked && rule.name.startsWith('due_') && !/^due_(?:each_year|event)$/.test(rule.name)) continue
    const found = rule.shape.exec(stretch)
    if (!found) continue
    const reading = rule.read(found.groups ?? {}, anchor, stretch, found)
    if (!reading) continue
    const at = start + found.index + (reading.skip ?? 0)
    const raw = text.slice(
      at,
      Math.min(end, start + found.index + (reading.length ?? found[0].trimEnd().length)),
    )
    const before = /^(?:before|prior to)\s+(?:the\s+year\s+)?\d/i.test(raw)
    // “before 1 July” is met on 30 June only where the year itself is the limit
    const resolved =
      reading.resolved && before && rule.name === 'due_year'
        ? addDays(localDateOf(Number(reading.resolved.slice(0, 4)), 1, 1)!, -1)
        : (reading.resolved ?? null)
    return {
      draft: deadlineAt(reading.kind, raw, at, resolved, anchor, reading.cycle ?? null),
      rule: rule.name,
    }
  }
  return { draft: noDeadline, rule: null }
}

/** The deadline a stretch of English text sets and its rule: dates first, then terms from the paper's date, cycles, urgency. */
export function deadlineEn(text: string, start: number, end: number, anchor: AnchorEn): DeadlineReading {
  return readWith(inSentence, text, start, end, anchor)
}

/** As deadlineEn, the date alone. */
export function readDeadlineEn(text: string, start: number, end: number, anchor: AnchorEn): DeadlineDraft {
  return deadlineEn(text, start, end, anchor).draft
}

/** The date in a column headed “Due”: there a date needs no “by”; “ongoing” recurs. */
export function readDeadlineCellEn(
  text: string,
  start: number,
  end: number,
  anchor: AnchorEn,
): DeadlineDraft {
  const read = readWith(inCell, text, start, end, anchor).draft
  if (read.kind !== 'none') return read
  const words = text.slice(start, end).trim()
  const kind = /^(?:ongoing|continuous|on-?going|standing|in progress)\b/i.test(words)
    ? 'recurring'
    : /^(?:immediate|\d{1,4} (?:business |working |calendar )?(?:day|week|month|year)s?\b|asap|a\.s\.a\.p|urgent|now|next meeting)\b/i.test(
          words,
        )
      ? 'relative'
      : null
  return kind && words !== ''
    ? deadlineAt(kind, words, start + text.slice(start, end).indexOf(words), null, anchor)
    : read
}
