import { addDays, localDateOf, monthEnd, type LocalDate } from '@/domain/calendar/local-date'
import { chineseNumber } from './words-zh'
import { afterTerm, deadlineAt, noDeadline, type Anchor, type TermUnit } from './deadline'
import type { DeadlineCycle, DeadlineDraft } from './decomposition'
import { nextFestival } from './festivals'

type Rule = { name: string; shape: RegExp; read(found: RegExpExecArray, anchor: Anchor): Reading | null }
type Reading = { kind: DeadlineDraft['kind']; resolved: string | null; cycle?: DeadlineCycle | null }

const year = String.raw`(?:(?<y>(?:19|20)\d{2})年|(?<rel>今年|本年度?|当年|明年|次年|同年))`
const before = String.raw`(?:之前|以前|前|止|之内|以内)`
const number = String.raw`(?:\d{1,4}|[一二三四五六七八九十]{1,3}|半|两)`

const count = (word: string) => (word === '两' ? 2 : /^\d/.test(word) ? Number(word) : chineseNumber(word))

type Groups = Record<string, string | undefined>

function yearOf(groups: Groups, month: number | null, anchor: Anchor): number | null {
  if (groups.y) return Number(groups.y)
  const issued = anchor.issuedOn
  if (!issued) return null
  const issuedYear = Number(issued.slice(0, 4))
  if (groups.rel) return groups.rel === '明年' || groups.rel === '次年' ? issuedYear + 1 : issuedYear
  // a month without a year is the next one to come
  return month !== null && month < Number(issued.slice(5, 7)) ? issuedYear + 1 : issuedYear
}

function dayOf(g: Groups, anchor: Anchor): Reading | null {
  const month = g.m ? Number(g.m) : null
  const y = yearOf(g, month, anchor)
  if (y === null) return { kind: 'date', resolved: null }
  if (month === null) return { kind: 'date', resolved: localDateOf(y, 12, 31) }
  const first = localDateOf(y, month, 1)
  if (!first) return null
  if (g.d) return { kind: 'date', resolved: localDateOf(y, month, Number(g.d)) }
  if (g.x)
    return {
      kind: 'date',
      resolved: g.x === '上旬' ? addDays(first, 9) : g.x === '中旬' ? addDays(first, 19) : monthEnd(first),
    }
  return { kind: 'date', resolved: monthEnd(first) }
}

const terms: Record<string, TermUnit> = {
  工作日: 'workingDay',
  日: 'day',
  天: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  年: 'year',
}
const cycles: Record<string, DeadlineCycle> = {
  周: 'weekly',
  半月: 'fortnightly',
  两周: 'fortnightly',
  月: 'monthly',
  季: 'quarterly',
  季度: 'quarterly',
  年: 'annual',
  年度: 'annual',
}
const quarters: Record<string, string> = {
  一: '-03-31',
  二: '-06-30',
  三: '-09-30',
  四: '-12-31',
  上: '-06-30',
  下: '-12-31',
}

const rules: Rule[] = [
  {
    name: 'recurring',
    shape:
      /(?:每(?:个)?|逐|按)(?<c>半月|两周|周|月|季度?|年度?)(?:(?:度)?(?:\d{1,2}月)?\d{0,2}(?:日|号|底|末|初)?(?:之?前|以前)?)?(?=[^份内历]|$)/,
    read: (found) => ({ kind: 'recurring', resolved: null, cycle: cycles[found.groups!.c!] ?? null }),
  },
  {
    name: 'date',
    shape: new RegExp(
      String.raw`(?:截至|截止到?|最迟|不晚于)?${year}?(?<m>\d{1,2})月(?:份)?(?:(?<d>\d{1,2})[日号]|(?<x>[上中下]旬)|(?<e>月?底|末))?${before}`,
    ),
    read: (found, anchor) => dayOf(found.groups ?? {}, anchor),
  },
  {
    name: 'year end',
    shape: new RegExp(
      String.raw`(?:${year}(?:年?底|年?末|年内)?|(?<this>年)(?:底|末))${before}|${year.replace(/<y>/, '<y2>').replace(/<rel>/, '<rel2>')}(?:年?底|年?末|年内|内)`,
    ),
    read: (found, anchor) => {
      const g = found.groups ?? {}
      return dayOf({ y: g.y ?? g.y2, rel: g.rel ?? g.rel2 }, anchor)
    },
  },
  {
    name: 'half or quarter',
    shape: new RegExp(
      String.raw`${year}?(?:第?(?<q>[一二三四])季度(?:底|末)?|(?<h>[上下])半年(?:底|末)?)${before}`,
    ),
    read: (found, anchor) => {
      const y = yearOf({ y: found.groups!.y, rel: found.groups!.rel ?? '今年' }, null, anchor)
      return { kind: 'date', resolved: y ? `${y}${quarters[(found.groups!.q ?? found.groups!.h)!]}` : null }
    },
  },
  {
    name: 'this month',
    shape:
      /(?<w>本月|下月|本周|下周|月)(?:底|末|内)(?:之?前|以前)?|(?<w2>本月|下月)(?<d>\d{1,2})日(?:之?前|以前)/,
    read: (found, anchor) => {
      const word = found.groups!.w ?? found.groups!.w2!
      if (!anchor.issuedOn || word.endsWith('周')) return { kind: 'relative', resolved: null }
      const base = word === '下月' ? (addDays(monthEnd(anchor.issuedOn), 1) as LocalDate) : anchor.issuedOn
      const [y, m] = base.split('-').map(Number) as [number, number]
      return {
        kind: 'date',
        resolved: found.groups!.d ? localDateOf(y, m, Number(found.groups!.d)) : monthEnd(base),
      }
    },
  },
  {
    name: 'festival before',
    shape: /(?<f>春节|元旦|国庆节?|劳动节|五一|十一)(?:假期|节)?之?前/,
    read: (found, anchor) => {
      const day = anchor.issuedOn ? nextFestival(found.groups!.f!, anchor.issuedOn) : null
      return { kind: 'date', resolved: day ? addDays(day, -1) : null }
    },
  },
  {
    name: 'festival during',
    shape: /(?:春节|元旦|国庆节?|劳动节|五一|汛期|采暖季|假日)期间/,
    read: () => ({ kind: 'recurring', resolved: null }),
  },
  {
    name: 'festival after',
    shape: /(?:春节|元旦|国庆节?|劳动节)(?:假期)?之?后/,
    read: () => ({ kind: 'relative', resolved: null }),
  },
  {
    name: 'term',
    shape: new RegExp(
      String.raw`(?:自(?<a>[^，。；自]{1,16}?)(?:之日)?起)?(?:在)?(?<n>${number})(?:个)?(?<u>工作日|日|天|周|星期|月|年)(?:之内|以内|内)`,
    ),
    read: (found, anchor) => {
      const { a, n, u } = found.groups!
      const anchored =
        a !== undefined &&
        /(?:本(?:通知|意见|方案|办法|规定|决定|纪要)?)?(?:印发|发布|下发|公布|成文|施行|会议)/.test(a)
      const amount = n === '半' ? 6 : count(n!)
      const unit = n === '半' ? 'month' : terms[u!]!
      return {
        kind: 'relative',
        resolved: anchored && anchor.issuedOn ? afterTerm(anchor.issuedOn, amount, unit, anchor) : null,
      }
    },
  },
]

/** First place in a stretch of simplified text where a deadline stands, or one of kind none. Offsets are of the cleaned text. */
export function readDeadlineZh(text: string, start: number, end: number, anchor: Anchor): DeadlineDraft {
  const stretch = text.slice(start, end)
  if (!/[前内底末每逐按止后间]/.test(stretch)) return noDeadline
  let best: DeadlineDraft | null = null
  for (const rule of rules) {
    const found = rule.shape.exec(stretch)
    if (!found) continue
    const reading = rule.read(found, anchor)
    if (!reading) continue
    const draft = deadlineAt(
      reading.kind,
      found[0],
      start + found.index,
      reading.resolved,
      anchor,
      reading.cycle ?? null,
    )
    // a date beats a period of application or a cycle in the same sentence
    const inside = best?.end != null && draft.start! < best.end && draft.end! > best.start!
    if (!best || (best.kind !== 'date' && draft.kind === 'date' && !inside)) best = draft
  }
  return best ?? noDeadline
}

/** Deadline of a table's cell or of a 完成时限 line, where a bare month or year is meant as its end, and 持续推进 as ongoing. */
export function readDeadlineCellZh(text: string, start: number, end: number, anchor: Anchor): DeadlineDraft {
  const stretch = text.slice(start, end)
  const bare = new RegExp(
    String.raw`${year}(?:(?<m>\d{1,2})月(?:份)?(?:(?<d>\d{1,2})[日号]|(?<x>[上中下]旬))?)?(?:底|末)?(?:前|之前|以前)?`,
  ).exec(stretch)
  if (bare) {
    const reading = dayOf(bare.groups ?? {}, anchor)
    if (reading) return deadlineAt('date', bare[0], start + bare.index, reading.resolved, anchor)
  }
  const ongoing =
    /持续(?:推进|开展|实施|进行)?|长期(?:坚持|推进|任务)?|常态化[^，。；]{0,6}|全年|滚动推进|日常/.exec(
      stretch,
    )
  if (ongoing) return deadlineAt('recurring', ongoing[0], start + ongoing.index, null, anchor)
  return readDeadlineZh(text, start, end, anchor)
}

/** Every dated phrase of a stretch (offset of its start), for cutting a sentence that sets two. */
export function datedPlacesZh(text: string, start: number, end: number): number[] {
  const shape =
    /(?:(?:19|20)\d{2}年|今年|明年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|年?底|末)?(?:之前|以前|前)/g
  const places: number[] = []
  for (const found of text.slice(start, end).matchAll(shape))
    if (/[年月日]/.test(found[0])) places.push(start + found.index)
  return places
}
