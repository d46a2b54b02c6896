import { localDateOf, monthEnd } from '@/domain/calendar/local-date'
import { afterTerm, deadlineAt, noDeadline, type Anchor, type TermUnit } from './deadline'
import type { DeadlineCycle, DeadlineDraft } from './decomposition'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const month = String.raw`(?<mon>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)`
const words: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  a: 1,
  an: 1,
}
const limit = String.raw`(?:not?\s+later\s+than|by(?:\s+the\s+end\s+of)?|before|latest\s+by|on\s+or\s+before|no\s+later\s+than|until|at\s+the\s+latest\s+by|prior\s+to)`
const number = String.raw`(?<n>\d{1,4}|(?:${Object.keys(words).join('|')}))(?:\s*\(\d{1,4}\))?`
const anchored =
  /^\s*(?:of|after|from|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:(?:this|the|issuance|publication|signing|adoption|effective\s+date)\b[^,.;]{0,60}?\b(?:order|memorandum|directive|notice|circular|resolution|policy|act)|(?:issuance|publication|signature|signing))/i
const units: Record<string, TermUnit> = { day: 'day', week: 'week', month: 'month', year: 'year' }

type Rule = {
  shape: RegExp
  read(
    found: RegExpExecArray,
    anchor: Anchor,
    text: string,
    at: number,
  ): [DeadlineDraft['kind'], string | null, DeadlineCycle?, string?] | null
}

function dated(found: RegExpExecArray): string | null {
  const g = found.groups!
  const y = Number(g.y)
  if (!g.mon) return localDateOf(y, 12, 31)
  const index = months.findIndex((m) => m.startsWith(g.mon!.toLowerCase().replace('.', '').slice(0, 3))) + 1
  const first = localDateOf(y, index, 1)
  return g.d ? localDateOf(y, index, Number(g.d)) : first ? monthEnd(first) : null
}

const rules: Rule[] = [
  // by June 30 of each year
  {
    shape: new RegExp(
      String.raw`\b(?:${limit}|on)\s+${month}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:of\s+)?(?:each|every)\s+year`,
      'i',
    ),
    read: () => ['recurring', null, 'annual'],
  },
  {
    shape: new RegExp(String.raw`\b${limit}\s+${month}\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})`, 'i'),
    read: (f) => ['date', dated(f)],
  },
  {
    shape: new RegExp(
      String.raw`\b${limit}\s+(?:the\s+)?(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${month},?\s+(?<y>\d{4})`,
      'i',
    ),
    read: (f) => ['date', dated(f)],
  },
  {
    shape: new RegExp(String.raw`\b${limit}\s+${month},?\s+(?:of\s+)?(?<y>\d{4})`, 'i'),
    read: (f) => ['date', dated(f)],
  },
  {
    shape: new RegExp(String.raw`\b${limit}\s+(?<d>\d{1,2})[./](?<m>\d{1,2})[./](?<y>\d{4})`, 'i'),
    read: (f) => ['date', localDateOf(Number(f.groups!.y), Number(f.groups!.m), Number(f.groups!.d))],
  },
  {
    shape: new RegExp(String.raw`\b${limit}\s+(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})`, 'i'),
    read: (f) => ['date', localDateOf(Number(f.groups!.y), Number(f.groups!.m), Number(f.groups!.d))],
  },
  {
    shape: new RegExp(
      String.raw`\b${limit}\s+(?:the\s+end\s+of\s+)?(?:(?:fiscal|calendar)\s+year\s+)?(?<y>20\d{2})\b`,
      'i',
    ),
    read: (f) => ['date', dated(f)],
  },
  {
    shape: new RegExp(
      String.raw`\b(?:within|(?:but\s+)?(?:not?|no)\s+later\s+than|not\s+more\s+than)\s+${number}[\s-]+(?<b>business\s+|working\s+|calendar\s+)?(?<u>day|week|month|year)s?(?:\s+(?:of|after|from|following)\s+(?:the\s+)?[^,.;]{2,60}?(?=[,.;]|$|\s(?:the|all|each|agencies|shall|must|and)\s))?`,
      'i',
    ),
    read: (f, anchor, text, at) => {
      const { n, b, u } = f.groups!
      const amount = words[n!.toLowerCase()] ?? Number(n)
      const rest = text.slice(
        at + f[0].search(/(?:\s(?:of|after|from|following)\s|$)/i),
        at + f[0].length + 60,
      )
      const from = anchored.test(rest) && anchor.issuedOn
      return [
        'relative',
        from
          ? afterTerm(
              from as never,
              amount,
              /business|working/i.test(b ?? '') ? 'workingDay' : units[u!.toLowerCase()]!,
              anchor,
            )
          : null,
        undefined,
        f[0].replace(/^but\s+/i, ''),
      ]
    },
  },
  {
    shape:
      /\b(?:quarterly|(?:each|every|per)\s+(?:fiscal\s+|calendar\s+)?quarter|on\s+a\s+quarterly\s+basis)\b/i,
    read: () => ['recurring', null, 'quarterly'],
  },
  {
    shape: /\b(?:monthly|(?:each|every)\s+month|on\s+a\s+monthly\s+basis)\b/i,
    read: () => ['recurring', null, 'monthly'],
  },
  { shape: /\b(?:weekly|(?:each|every)\s+week)\b/i, read: () => ['recurring', null, 'weekly'] },
  {
    shape:
      /\b(?:annually|(?:each|every|per)\s+(?:fiscal\s+|calendar\s+)?year|on\s+an\s+annual\s+basis|yearly|the\s+annual\s+[A-Za-z]+\s+(?:process|cycle|exercise)|biennially|semi-?annually)\b/i,
    read: () => ['recurring', null, 'annual'],
  },
  {
    shape:
      /\b(?:daily|nightly|on\s+a\s+(?:regular|continuing|rolling|periodic|ongoing)\s+basis|regularly|upon\s+request(?:\s+by\s+[A-Z]\w+)?|on\s+an\s+ongoing\s+basis|from\s+time\s+to\s+time|(?<=\b(?:shall|must|will)\s)periodically)\b/i,
    read: (f) => (/from time/i.test(f[0]) ? null : ['recurring', null]),
  },
  {
    shape:
      /\b(?:as\s+soon\s+as\s+(?:possible|practicable|feasible)|without\s+(?:undue\s+)?delay|(?<!effect\s)immediately|promptly|forthwith|expeditiously)\b/i,
    read: () => ['relative', null],
  },
]

/** The deadline a stretch of English text sets: dates first, then terms from the paper's date, cycles, urgency. */
export function readDeadlineEn(text: string, start: number, end: number, anchor: Anchor): DeadlineDraft {
  const stretch = text.slice(start, end)
  for (const rule of rules) {
    const found = rule.shape.exec(stretch)
    if (!found) continue
    const reading = rule.read(found, anchor, stretch, found.index)
    if (!reading) continue
    const [kind, resolved, cycle, raw] = reading
    const words = raw ?? found[0]
    return deadlineAt(
      kind,
      words,
      start + found.index + found[0].length - words.length,
      resolved,
      anchor,
      cycle ?? null,
    )
  }
  return noDeadline
}
