import type { CleanText } from './clean'
import type { Located, Metadata } from './decomposition'
import { dateShape, issuedOf, linesOf, type Line, type Place } from './issued-en'
import { isMeetingEn } from './minutes-en'

const issuers =
  'OFFICE|DEPARTMENT|MINISTRY|BUREAU|AGENCY|COMMISSION|BOARD|COUNCIL|SECRETARIAT|CABINET|AUTHORITY|ADMINISTRATION|DIRECTORATE|COMMITTEE|TREASURY|INSPECTORATE'
const papers =
  'EMERGENCY EXECUTIVE ORDER|EXECUTIVE ORDER|ADMINISTRATIVE ORDER|EMERGENCY ORDER|MAYORAL DIRECTIVE|BINDING OPERATIONAL DIRECTIVE|EMERGENCY DIRECTIVE|PRESIDENTIAL MEMORANDUM|PROCLAMATION|RESOLUTION|ORDINANCE|DIRECTIVE|CIRCULAR|NOTICE|MEMORANDUM|OFFICE MEMORANDUM|BULLETIN|INSTRUCTION|DECISION|POLICY|GENERAL ORDER|ORDER'
const letterhead = new RegExp(
  String.raw`^(?:THE\s+)?(?:${issuers}|EXECUTIVE OFFICE|CITY|COUNTY|STATE|GOVERNMENT|REPUBLIC|KINGDOM|UNITED (?:NATIONS|STATES)|WHITE HOUSE|WASHINGTON|GENERAL ASSEMBLY|SECURITY COUNCIL|EUROPEAN (?:UNION|COMMISSION)|WHEREAS|NOW|PRESENT|FROM|TO|CC|DATE|SUBJECT|REF|NO|ANNEX|MEMORANDUM FOR|HEADS OF|BY|OUTCOME OF|DRAFT|FOR|MAYOR|GOVERNOR|PRESIDENT|(?:${papers})(?=\s+(?:N[Oo]\b|#|\d|[A-Z]{1,4}-\d)|$))\b(?!\s+(?:CONCLUSIONS|MEETING))`,
)

const issuerLine = new RegExp(
  String.raw`^(?:THE )?(?:[A-Z][A-Z ,&’'-]{2,40} )?(?:${issuers})(?: (?:OF|FOR|ON)(?: [A-Z,&’'-]+){1,9})?$`,
)
const numberLine = new RegExp(
  String.raw`^[#*_ ]*(?:title:\s*)?['"]?(?:(?!\w+ing\b)[A-Z]\w* ){0,3}?((?:${papers})\s+(?:N[Oo][.,]?\s*|NUMBER\s+|#)?[A-Z]{0,4}-?\d[\w./-]{0,14}(?:\s?\(\d{4}\))?)(?=$|[\s,.:;'"—–-])`,
  'i',
)
const numberAlone = new RegExp(
  String.raw`^(?:${papers})\s+(?:N[Oo][.,]?\s*)?[\d-]{1,9}(?: of .{6,24})?$`,
  'i',
)
/** Particulars of an English paper: front matter and labelled heads first, then the forms of orders, memoranda, minutes, resolutions. */
export function metadataEn(cleaned: CleanText): Metadata {
  const { text } = cleaned
  const head = text.slice(0, 6000)
  const lines = linesOf(head)
  const meeting = isMeetingEn(text)
  const top = lines.slice(0, 45)
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
    const value = found?.[1]
    if (!found || !value || /^(?:null|''|""|~)$/.test(value)) return null
    const start = found.index + found[0].lastIndexOf(value)
    return { start, end: start + value.length }
  }
  const title = titleOf(lines, field)
  const issued = issuedOf(text, top, field, meeting)
  const number = numberOf(top, field)
  const issuer =
    field(
      /\bpower vested in me as (?:the )?([A-Z][A-Za-z]+ of the (?:City|State|United States|Commonwealth)(?: of [A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)?)/,
    ) ??
    field(/\bauthority vested in me as (President|Governor|Mayor)\b/) ??
    field(
      /^(?:The |THE )?((?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|COUNCIL OF THE EUROPEAN UNION|EUROPEAN (?:PARLIAMENT|COUNCIL)|Council of the European Union)),?$/m,
    ) ??
    placed(
      top.find(
        (l) =>
          issuerLine.test(l.body) &&
          !/^(?:A |AN )?(?:MINUTES|EXECUTIVE OFFICE|COUNCIL CONCLUSIONS|RESOLUTION|ORDINANCE|ORDER)/.test(
            l.body,
          ),
      ),
    ) ??
    field(
      /^((?:Office|Department|Ministry|Bureau|Agency|Commission|Board|Directorate) (?:of|for) (?:the )?[A-Z][A-Za-z ,&’'-]{3,60})$/m,
    ) ??
    field(/\bRESOLVED BY (?:THE )?([A-Z][A-Za-z ]{4,80}?)(?=[:,]|$)/m) ??
    field(/^[ *_]*From[ *_]*:[ *_]*([A-Z][^\n]{3,120}?)[ *_]*$/im)
  return {
    title: title ? words(title) : null,
    issuer: issuer ? words(issuer) : null,
    docNumber: number ? words(number) : null,
    issuedOn: issued ? at(issued, issued.date) : null,
    kind: { value: meeting ? 'meeting' : 'document', start: null, end: null },
    chair: chairOf(top, at),
    urgency: urgencyOf(top, at),
    marking: markingOf(top, at),
  }
}

const placed = (line: Line | undefined): Place | null => (line ? { start: line.start, end: line.end } : null)

function numberOf(lines: Line[], field: (shape: RegExp) => Place | null): Place | null {
  for (const line of lines) {
    if (line.body.length > 160) continue
    const found =
      numberLine.exec(line.body) ??
      /^(?:F\.\s?No\.?|File No\.?|No\.|Ref(?:erence)?(?:\s?No)?\.?\s?:?)\s*:?\s*([A-Z0-9][\w./()-]*\d[\w./()-]*(?:-[\w.]+)?)\s*$/i.exec(
        line.body,
      ) ??
      /^(?:title|doc_number|number):.*?\b([A-Z]{1,4}-\d{2}-\d{1,3})\b/.exec(line.body) ??
      /^([A-Z]{1,4}-\d{2}-\d{1,3})$/.exec(line.body) ??
      /^((?:S|A|E)\/(?:RES|HRC|C\.\d)[\w/.-]*(?:\s?\(\d{4}\))?)$/.exec(line.body) ??
      /^(\d{2,3}\/\d{1,3})\.\s+[A-Z]/.exec(line.body) ??
      /^(\d{3,5}\/\d{1,2}\/?\d{0,2}(?: (?:REV|ADD|COR) \d)?)$/.exec(line.body)
    if (!found?.[1] || /^(?:order|policy|notice|act)\s+\d{1,2}$/i.test(found[1])) continue
    const start = line.start + found.index + found[0].lastIndexOf(found[1])
    return { start, end: start + found[1].length }
  }
  return field(/\b(Resolution \d{1,4} \(\d{4}\))/)
}

function titleOf(lines: Line[], field: (shape: RegExp) => Place | null): Place | null {
  const labelled =
    field(/^[ *_]*(?:Subject|SUBJECT|Re|RE|Sub)[ *_]*:[ *_]*([^\n]{3,240}?)[ *_]*$/m) ??
    field(/^title:\s*['"]?([^'"\n]{3,200}(?:\n[ \t]+[^\n:'"]{2,120})?)['"]?\s*$/m) ??
    field(/^#{1,2}\s+(?!\d|[IVX]+\.)([^\n]{3,200})$/m) ??
    field(/^\d{2,3}\/\d{1,3}\.\s+([A-Z][^\n]{5,200})$/m) ??
    field(/^((?:MINUTES|Minutes) (?:OF|of) [^\n]{5,160}?)(?= held\b|,? Held\b|\s*$)/m)
  if (labelled) return labelled
  const top = lines.slice(0, 60)
  // the line after “Executive Order 15021 of June 3, 2024” or after the number
  const number = top.findIndex((l) => numberAlone.test(l.body))
  for (const next of number < 0 ? [] : top.slice(number + 1, number + 4)) {
    if (dateShape.test(next.body) || letterhead.test(next.body) || /[.;:]$/.test(next.body)) continue
    if (next.body.length >= 8 && next.body.length <= 200 && /^[A-Z]/.test(next.body)) return placed(next)
  }
  const loud = top.find(
    (l) =>
      /^[A-Z][A-Z0-9 ,'’&()/-]{11,}$/.test(l.body) && !letterhead.test(l.body) && !dateShape.test(l.body),
  )
  if (loud) return placed(loud)
  const first = lines[0]
  return first &&
    first.body.length <= 160 &&
    first.body.length >= 12 &&
    !/[.;:,]$|^(?:#|---|\d+\.|Sec|WHEREAS|\(|<)/.test(first.body) &&
    !letterhead.test(first.body.toUpperCase())
    ? placed(first)
    : null
}

function chairOf(lines: Line[], at: <T>(place: Place, value: T) => Located<T>): Metadata['chair'] {
  for (const line of lines) {
    const found =
      /^(?:Chair(?:person|man|woman)?|Chaired by|Presiding|In the chair)\s*:\s*([A-Z][^,;()]{2,60})/i.exec(
        line.body,
      ) ??
      /\b((?:(?:Mr|Mrs|Ms|Dr|Cllr|Prof|Sir|Hon)\.? )?(?:[A-Z]\.? )*[A-Z][\w’'-]+) \((?:Chair(?:person|man|woman)?|in the Chair|Presiding)\)/.exec(
        line.body,
      )
    if (!found?.[1]) continue
    const start = line.start + found.index + found[0].indexOf(found[1])
    const value = found[1].trim()
    return at({ start, end: start + value.length }, value)
  }
  return null
}

function urgencyOf(lines: Line[], at: <T>(place: Place, value: T) => Located<T>): Metadata['urgency'] {
  for (const line of lines.slice(0, 14)) {
    const words = line.body.replace(/^(?:Priority|Precedence|Urgency)\s*:\s*/i, '').replace(/[*_[\]]/g, '')
    if (/^(?:MOST IMMEDIATE|FLASH|EXTRA[ -]URGENT|VERY URGENT|MOST URGENT)$/i.test(words))
      return at(line, 'extra_urgent')
    if (/^(?:URGENT|IMMEDIATE|PRIORITY)$/i.test(words)) return at(line, 'urgent')
  }
  return { value: 'none', start: null, end: null }
}

function markingOf(lines: Line[], at: <T>(place: Place, value: T) => Located<T>): Metadata['marking'] {
  for (const line of lines.slice(0, 14)) {
    const words = line.body
      .replace(/^(?:Classification|Distribution|Distr|Marking|Sensitivity)\.?\s*:\s*/i, '')
      .replace(/[*_[\]()]/g, '')
    if (
      /^(?:FOR OFFICIAL USE ONLY|FOUO|INTERNAL(?: USE ONLY)?|CONTROLLED UNCLASSIFIED INFORMATION|OFFICIAL[ -]+SENSITIVE|LIMITE|FOR INTERNAL USE)$/i.test(
        words,
      )
    )
      return at(line, 'internal')
    if (
      /^(?:PUBLIC|UNCLASSIFIED|FOR PUBLIC RELEASE|APPROVED FOR PUBLIC RELEASE|GENERAL)$/i.test(words) &&
      /:|PUBLIC|UNCLASSIFIED/i.test(line.body)
    )
      return at(line, 'public')
  }
  return null
}
