import { localDateOf } from '@/domain/calendar/local-date'
import type { CleanText } from './clean'
import type { Located, Metadata } from './decomposition'

type Place = { start: number; end: number }
const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const dateShape = new RegExp(
  `(?:(${months})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}))|(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(${months}),?\\s+(\\d{4}))`,
)

/** Particulars of an English paper: front matter and labelled heads first, then the forms of orders and memoranda. */
export function metadataEn(cleaned: CleanText): Metadata {
  const { text } = cleaned
  const head = text.slice(0, 5000)
  const at = <T>(place: Place, value: T): Located<T> => ({
    value,
    start: cleaned.toRaw(place.start),
    end: cleaned.toRawEnd(place.end),
  })
  const words = (place: Place) =>
    at(
      place,
      text
        .slice(place.start, place.end)
        .replace(/\s+/g, ' ')
        .replace(/^['"]|['"]$/g, ''),
    )
  const field = (shape: RegExp): Place | null => {
    const found = shape.exec(head)
    if (!found?.[1] || /^(?:null|''|"")$/.test(found[1])) return null
    const start = found.index + found[0].lastIndexOf(found[1])
    return { start, end: start + found[1].length }
  }
  const number =
    field(/^[ *]*((?:EXECUTIVE ORDER|Executive Order)\s+(?:N[Oo][.,]\s*)?\d{1,5})\s*$/m) ??
    field(/^(?:title|doc_number|number):.*?\b([A-Z]{1,4}-\d{2}-\d{1,3})\b/m) ??
    field(
      /^[ *]*((?:Circular|Directive|Memorandum|Order|Notice|Resolution)\s+(?:No\.?\s*)?[A-Z]?-?\d[\w/-]{0,12})\s*$/m,
    )
  const front = /^title:\s*['"]?([^'"\n]{3,200}?)['"]?\s*$/m
  const title =
    field(/^[ *]*Subject[ *]*:[ *]*([^\n]{3,200}?)[ *]*$/m) ??
    field(front) ??
    field(/^#\s+([^\n]{3,200})$/m) ??
    capitals(head) ??
    firstLine(head)
  const issued =
    dateAt(text, field(/^(?:date_signed|date|issued|signed):\s*['"]?(\d{4}-\d{2}-\d{2})/m)) ??
    dateLine(head, 0) ??
    closingDate(text)
  const issuer =
    field(
      /\bpower vested in me as (?:the )?([A-Z][A-Za-z]+ of the (?:City|State|United States)(?: of [A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)?)/,
    ) ??
    field(/^[ *]*From[ *]*:[ *]*([A-Z][^\n]{3,120}?)[ *]*$/m) ??
    field(
      /^((?:OFFICE|DEPARTMENT|MINISTRY|Office|Department|Ministry|Bureau) [Oo][Ff] (?:THE |the )?[A-Z][A-Za-z ]{3,60})$/m,
    )
  return {
    title: title ? words(title) : null,
    issuer: issuer ? words(issuer) : null,
    docNumber: number ? words(number) : null,
    issuedOn: issued ? at(issued, issued.date) : null,
    kind: {
      value: /\bminutes of\b|\bmeeting (?:agreed|noted|decided)\b/i.test(head) ? 'meeting' : 'document',
      start: null,
      end: null,
    },
    chair: null,
    urgency: urgency(head, at),
    marking: null,
  }
}

function linesOf(text: string): (Place & { body: string })[] {
  const lines: (Place & { body: string })[] = []
  let from = 0
  for (const raw of text.split('\n')) {
    const body = raw.trim()
    if (body !== '')
      lines.push({ start: from + raw.indexOf(body), end: from + raw.indexOf(body) + body.length, body })
    from += raw.length + 1
  }
  return lines
}

// ACCELERATING … FLEET: the longest line in capitals near the order's number
function capitals(head: string): Place | null {
  const lines = linesOf(head).slice(0, 60)
  const loud = lines.filter(
    (l) =>
      /^[A-Z][A-Z ,'’&-]{11,}$/.test(l.body) &&
      !/^(?:THE |OFFICE|CITY|EXECUTIVE ORDER|WHEREAS|DEPARTMENT|MINISTRY|STATE)/.test(l.body),
  )
  return loud[0] ?? null
}

function firstLine(head: string): Place | null {
  const line = linesOf(head)[0]
  return line &&
    line.body.length <= 160 &&
    line.body.length >= 12 &&
    !/[.;:]$|^(?:Department|Ministry|Office|Bureau|City|Government)\b|^(?:---|\d+\.|Sec|WHEREAS|\()/.test(
      line.body,
    )
    ? line
    : null
}

function dateAt(text: string, place: Place | null): (Place & { date: string }) | null {
  if (!place) return null
  const found = /(\d{4})-(\d{2})-(\d{2})/.exec(text.slice(place.start, place.end))
  const date = found ? localDateOf(Number(found[1]), Number(found[2]), Number(found[3])) : null
  return date ? { ...place, date } : null
}

function worded(found: RegExpExecArray): string | null {
  const index = months.split('|').indexOf(found[1] ?? found[5] ?? '') + 1
  return localDateOf(Number(found[3] ?? found[6]), index, Number(found[2] ?? found[4]))
}

function dateLine(text: string, offset: number): (Place & { date: string }) | null {
  for (const line of linesOf(text)) {
    if (line.body.length > 60) continue
    const found = dateShape.exec(line.body)
    if (
      !found ||
      line.body.replace(found[0], '').replace(/^(?:Dated?|Issued|Signed)[: ]*|[.,\s*:]/gi, '').length > 4
    )
      continue
    const date = worded(found)
    const start = offset + line.start + found.index
    if (date) return { date, start, end: start + found[0].length }
  }
  return null
}

// “THE WHITE HOUSE,    March 25, 2025.” at the very end
function closingDate(text: string): (Place & { date: string }) | null {
  const from = Math.max(0, text.length - 160)
  const tail = text.slice(from)
  const found = new RegExp(`(?:${dateShape.source})\\.?\\s*$`).exec(tail)
  const date = found ? worded(found) : null
  return found && date
    ? { date, start: from + found.index, end: from + found.index + found[0].replace(/\.?\s*$/, '').length }
    : null
}

function urgency(head: string, at: <T>(place: Place, value: T) => Located<T>): Metadata['urgency'] {
  for (const line of linesOf(head).slice(0, 12)) {
    if (/^(?:MOST IMMEDIATE|FLASH|EXTRA[ -]URGENT)$/i.test(line.body)) return at(line, 'extra_urgent')
    if (/^(?:URGENT|IMMEDIATE|PRIORITY)$/i.test(line.body)) return at(line, 'urgent')
  }
  return { value: 'none', start: null, end: null }
}
