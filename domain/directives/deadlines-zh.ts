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

function quarterOf(g: Groups, anchor: Anchor): Reading {
  const y = yearOf({ y: g.y, rel: g.rel ?? '今年' }, null, anchor)
  return { kind: 'date', resolved: y ? `${y}${quarters[(g.q ?? g.h)!]}` : null }
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
  半个月: 'fortnightly',
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

const hour = String.raw`(?:(?:上午|下午|中午|晚上?|凌晨|早)?\s?\d{1,2}\s?(?:[时点:：](?:整|半|\d{1,2}分?)?))?`

const rules: Rule[] = [
  // 从9月1日至2020年底, 2019年1月1日至12月31日, 自7月1日起: how long something holds, no day by which it is done
  {
    name: 'period of application',
    shape:
      /(?:(?:从|自)(?:(?:(?:19|20)\d{2}年|今年|明年)(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)(?:起)?|(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?(?:起)?)(?:至|到)(?:(?:19|20)\d{2}年|今年|明年)?(?:年?底|\d{1,2}月(?:底|\d{1,2}日)?)?(?!前)/,
    read: () => ({ kind: 'recurring', resolved: null }),
  },
  {
    name: 'recurring',
    shape:
      /(?:每(?:个|隔)?|逐|按)(?<c>半月|半个月|两周|半年|周|星期|月|季度?|年度?|两年|日|天)(?:度)?(?:第[一二三]个月)?(?:\d{1,2}月)?(?:[一二三四五六日](?=[^个]))?(?:\d{1,2}[日号]|底|末|初)?(?:\d{1,2}[时点])?(?:之?前|以前)?(?=[^份内历\d]|$)/,
    read: (found) => ({ kind: 'recurring', resolved: null, cycle: cycles[found.groups!.c!] ?? null }),
  },
  {
    name: 'recurring by hours',
    shape: /每(?:隔)?\s?\d{1,2}(?:个)?(?:小时|分钟|天|日|个月)/,
    read: () => ({ kind: 'recurring', resolved: null }),
  },
  {
    name: 'date',
    shape: new RegExp(
      String.raw`(?:截至|截止到?|最迟|不晚于)?${year}?(?<m>\d{1,2})月(?:份)?(?:(?<d>\d{1,2})[日号]|(?<x>[上中下]旬)|(?<e>月?底|末))?(?:（[^（）]{1,6}）)?${hour}${before}`,
    ),
    read: (found, anchor) => dayOf(found.groups ?? {}, anchor),
  },
  // “8日18时前”: a day of the month in which the paper was issued, or the next
  {
    name: 'day of the month',
    shape: new RegExp(String.raw`(?<![\d月年])(?<d>\d{1,2})[日号]${hour}${before}`),
    read: (found, anchor) => {
      const issued = anchor.issuedOn
      if (!issued) return { kind: 'date', resolved: null }
      const day = Number(found.groups!.d)
      const first = localDateOf(Number(issued.slice(0, 4)), Number(issued.slice(5, 7)), 1)!
      const base = day < Number(issued.slice(8)) ? (addDays(monthEnd(first), 1) as LocalDate) : first
      return {
        kind: 'date',
        resolved: localDateOf(Number(base.slice(0, 4)), Number(base.slice(5, 7)), day),
      }
    },
  },
  // 年内, 到6月底: the end is the day, with or without 前
  {
    name: 'end of a month',
    shape: new RegExp(String.raw`${year}?(?<m>\d{1,2})月(?:份)?(?:底|末)`),
    read: (found, anchor) => dayOf(found.groups ?? {}, anchor),
  },
  {
    name: 'year end',
    shape: new RegExp(
      String.raw`(?:${year}(?:年?底|年?末|年内)?|(?<this>年)(?:底|末))${before}|(?<![0-9半一两二三四五六七八九十每常全多成整青少中老近])年内|${year.replace(/<y>/, '<y2>').replace(/<rel>/, '<rel2>')}(?:年?底|年?末|年内|内)`,
    ),
    read: (found, anchor) => {
      const g = found.groups ?? {}
      return dayOf(
        { y: g.y ?? g.y2, rel: g.rel ?? g.rel2 ?? (found[0] === '年内' ? '今年' : undefined) },
        anchor,
      )
    },
  },
  {
    name: 'half or quarter',
    shape: new RegExp(
      String.raw`${year}?(?:第?(?<q>[一二三四])季度|(?<h>[上下])半年)(?:(?:底|末)?${before}|(?:底|末|内)|(?<=\d年[一二三四第上下]{1,2}(?:季度|半年))|(?=全面|基本|全部|力争|完成|建成|竣工|开工|出台|印发|形成|投[产用]|启动))`,
    ),
    read: (found, anchor) => quarterOf(found.groups!, anchor),
  },
  {
    name: 'this month',
    shape:
      /(?<![\d个])(?<w>本月|下月|本周|下周|月)(?:底|末|内)(?:之?前|以前)?|(?<w2>本月|下月)(?<d>\d{1,2})日(?:之?前|以前)/,
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
    shape:
      /(?<f>春节|元旦|国庆节?|劳动节|五一|(?<![零二三四五六七八九])十一(?!届|个|月)|端午节?|中秋节?)(?:假期|节)?(?:来临|到来)?之?前/,
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
    name: 'from a day on',
    shape:
      /(?:从|自)(?:(?:(?:19|20)\d{2}年|今年|明年)(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?)起/,
    read: () => ({ kind: 'recurring', resolved: null }),
  },
  {
    name: 'season before',
    shape:
      /(?:主汛期|汛期|入汛|采暖[期季]|供暖[期季]?|入冬|秋季学期|开学|春耕|封冻|雨季|(?:全国|省|市|县|区)?两会|国庆长假|假期|节日)(?:来临|到来|开学|开始)?之?前/,
    read: () => ({ kind: 'relative', resolved: null }),
  },
  {
    name: 'term',
    shape: new RegExp(
      String.raw`(?:自(?<a>[^，。；自]{1,16}?)(?:之日)?起|(?<b>(?:本?(?:通知|意见|方案|办法|规定|决定|纪要|文件)|会议)?(?:印发|下发|召开|施行)|本(?:通知|意见|方案|办法|规定|决定)(?:发布|公布)|会议?)(?:之日)?(?:起|后|之后))?(?:在)?(?<n>${number})(?:个)?(?<u>工作日|小时|分钟|日|天|周|星期|月|年)(?:、${number}(?:个)?(?:工作日|小时|日|天|周|月|年))*(?:之内|以内|内)`,
    ),
    read: (found, anchor) => {
      const { a, b, n, u } = found.groups!
      const anchored =
        b !== undefined ||
        (a !== undefined &&
          /(?:本(?:通知|意见|方案|办法|规定|决定|纪要)?)?(?:印发|发布|下发|公布|成文|施行|会议)/.test(a))
      const amount = n === '半' ? 6 : count(n!)
      const unit = n === '半' ? 'month' : terms[u!]
      return {
        kind: 'relative',
        resolved:
          anchored && unit && anchor.issuedOn ? afterTerm(anchor.issuedOn, amount, unit, anchor) : null,
      }
    },
  },
]

/** First place in a stretch of simplified text where a deadline stands, or one of kind none. Offsets are of the cleaned text. */
export function readDeadlineZh(text: string, start: number, end: number, anchor: Anchor): DeadlineDraft {
  const stretch = text.slice(start, end)
  if (!/[前内底末每逐按止后间至到起]|季度|半年/.test(stretch)) return noDeadline
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

const ongoing =
  /持续(?:推进|开展|实施|进行|用力|落实)?|长期(?:坚持|推进|任务|实施)?|常态化?[^，。；]{0,6}|全年|滚动推进|日常|贯穿始终|立行立改(?:、?长期坚持)?并长期坚持/
const cellQuarter = new RegExp(String.raw`${year}?(?:第?(?<q>[一二三四])季度|(?<h>[上下])半年)`)
const cellNumeric = /(?<y>(?:19|20)\d{2})\s?[.\-/]\s?(?<m>\d{1,2})(?:\s?[.\-/]\s?(?<d>\d{1,2}))?/
const cellDay = new RegExp(
  String.raw`(?:${year}(?:(?<m>\d{1,2})月(?:份)?(?:(?<d>\d{1,2})[日号]|(?<x>[上中下]旬))?)?|(?<m2>\d{1,2})月(?:份)?(?:(?<d2>\d{1,2})[日号]|(?<x2>[上中下]旬))?)(?:年?底|年?末|内)?(?:之前|以前|前)?`,
)

/** Deadline of a table's cell or of a 完成时限 line, where a bare month, quarter or year is meant as its end, and 持续推进 as ongoing. */
export function readDeadlineCellZh(text: string, start: number, end: number, anchor: Anchor): DeadlineDraft {
  const stretch = text.slice(start, end)
  const at = (found: RegExpExecArray, reading: Reading) =>
    deadlineAt(reading.kind, found[0], start + found.index, reading.resolved, anchor, reading.cycle ?? null)
  const round = /^(?:每|逐|按)/.test(stretch.trim()) ? readDeadlineZh(text, start, end, anchor) : noDeadline
  if (round.kind !== 'none') return round
  const term = /起|后|[日月周]内/.test(stretch) ? readDeadlineZh(text, start, end, anchor) : noDeadline
  if (term.kind === 'relative') return term
  const span = /(?:19|20)\d{2}年?\s?[—–～~-]+\s?(?:19|20)\d{2}年/.exec(stretch)
  if (span) return at(span, { kind: 'recurring', resolved: null })
  const quarter = cellQuarter.exec(stretch)
  if (quarter) return at(quarter, quarterOf(quarter.groups!, anchor))
  const day = cellNumeric.exec(stretch) ?? cellDay.exec(stretch)
  if (day) {
    const g = day.groups!
    const reading = dayOf({ y: g.y, rel: g.rel, m: g.m ?? g.m2, d: g.d ?? g.d2, x: g.x ?? g.x2 }, anchor)
    if (reading) return at(day, reading)
  }
  const always = ongoing.exec(stretch)
  if (always) return at(always, { kind: 'recurring', resolved: null })
  return readDeadlineZh(text, start, end, anchor)
}

/** What a bracket “（A负责，持续推进）” says of the date; none where it speaks of units alone. */
export function bracketDeadline(text: string, start: number, end: number, anchor: Anchor): DeadlineDraft {
  return /完成|推进|时限|长期|全年|常态/.test(text.slice(start, end))
    ? readDeadlineCellZh(text, start, end, anchor)
    : noDeadline
}

/** Every dated phrase of a stretch (offset of its start), for cutting a sentence that sets two. */
export function datedPlacesZh(text: string, start: number, end: number): number[] {
  const shape = new RegExp(
    String.raw`(?:(?:19|20)\d{2}年|今年|明年)?(?:\d{1,2}月)?(?:\d{1,2}日|[上中下]旬|年?底|末)?(?:（[^（）]{1,6}）)?${hour}(?:之前|以前|前)`,
    'g',
  )
  const places: number[] = []
  for (const found of text.slice(start, end).matchAll(shape))
    if (/[年月日]/.test(found[0])) places.push(start + found.index)
  return places
}
