import { datedPlacesZh } from './deadlines-zh'
import { adverbAt, namesFrom, prepositionAt, verbAt } from './units-zh'

/** A stretch of cleaned text. */
export type Span = { start: number; end: number }

const pairs: Record<string, string> = { '（': '）', '(': ')', '“': '”', '《': '》', '「': '」', '【': '】' }

/** For each opening bracket or quote of a stretch, where it closes; unclosed ones are left out. Linear. */
function closings(text: string, start: number, end: number): Map<number, number> {
  const found = new Map<number, number>()
  const stack: { at: number; close: string }[] = []
  for (let i = start; i < end; i++) {
    const close = pairs[text[i]!]
    if (close) stack.push({ at: i, close })
    else if ('）)”》」】'.includes(text[i]!)) {
      // far-off openings are not looked for: a heap of unclosed ones must not cost its square
      const near = Math.max(0, stack.length - 16)
      const at = stack
        .slice(near)
        .findLastIndex(
          (s) =>
            s.close === text[i] ||
            (s.close === '）' && text[i] === ')') ||
            (s.close === ')' && text[i] === '）'),
        )
      const top = at < 0 ? -1 : near + at
      if (top >= 0) {
        found.set(stack[top]!.at, i)
        stack.length = top
      }
    }
  }
  return found
}

function trimmed(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return from < to ? { start: from, end: to } : null
}

/** Cuts at the given marks outside brackets and quotes; closing quotes stay with the sentence they close. */
export function cutAt(text: string, start: number, end: number, marks: string): Span[] {
  const close = closings(text, start, end)
  const spans: Span[] = []
  let from = start
  for (let i = start; i < end; i++) {
    const jump = close.get(i)
    if (jump !== undefined) {
      i = jump
      // “…。” ends a sentence when its last mark does
      if (
        !(
          text[i] === '”' &&
          marks.includes('。') &&
          '。！？'.includes(text[i - 1]!) &&
          i + 1 < end &&
          !'，、；的等'.includes(text[i + 1]!)
        )
      )
        continue
    } else if (!marks.includes(text[i]!)) continue
    let to = i + 1
    while (to < end && '”」』'.includes(text[to]!)) to++
    const span = trimmed(text, from, to)
    if (span) spans.push(span)
    from = to
    i = to - 1
  }
  const rest = trimmed(text, from, end)
  if (rest) spans.push(rest)
  return spans
}

const assigning = /负责|牵头|配合|参与|落实|(?:责任|承办|主办|协办)(?:单位|部门)/

/** Sentences of a paragraph: full stops, question and exclamation marks; a bracket “（…负责）” after one is a sentence of its own. */
export function sentencesZh(text: string, start: number, end: number): Span[] {
  return cutAt(text, start, end, '。！？!?').flatMap((sentence) => {
    if (text[sentence.start] !== '（' && text[sentence.start] !== '(') return [sentence]
    const close = closings(text, sentence.start, Math.min(sentence.end, sentence.start + 320)).get(
      sentence.start,
    )
    if (close === undefined || close + 2 >= sentence.end) return [sentence]
    if (!assigning.test(text.slice(sentence.start, close))) return [sentence]
    const rest = trimmed(text, close + 1, sentence.end)
    return rest ? [{ start: sentence.start, end: close + 1 }, rest] : [sentence]
  })
}

/** Clauses between commas and semicolons, for looking at how each begins. */
export const clausesZh = (text: string, start: number, end: number) => cutAt(text, start, end, '，；：')

const modalHere =
  /(?<![重主需纪必摘扼简概首])要(?![求点素领闻义害塞么件])|应当?(?![急用对邀届])|必须|不得|严禁|力争|完成/

function standsAlone(text: string, part: Span): boolean {
  const s = text.slice(part.start, part.end)
  if (modalHere.test(s)) return true
  if (/^(?:请|责成|由)/.test(s) && namesFrom(text, part.start + (s.startsWith('责成') ? 2 : 1), part.end))
    return true
  const at = part.start
  if (verbAt(text, at) || adverbAt(text, at)) return true
  if (namesFrom(text, at, part.end)) return true
  if (prepositionAt(text, at) === null) return false
  for (let i = at + 2; i < part.end - 2; i++) if (verbAt(text, i)) return true
  return false
}

// a rule of many clauses for one body stays whole: no later clause has an office or an ordinal of its own, and no two have dates
function oneActor(text: string, parts: Span[]): boolean {
  const office = (part: Span) => {
    const list = namesFrom(text, part.start, part.end)
    return (
      list?.names.some(({ name }) => /(?:局|委|厅|办|署|部|部门|中心|政府|各[市县区地].*)$/.test(name)) ??
      false
    )
  }
  return (
    parts.filter((part) => datedPlacesZh(text, part.start, part.end).length > 0).length < 2 &&
    !parts
      .slice(1)
      .some(
        (part) =>
          office(part) ||
          /^[一二三四五六七八九十]{1,2}[要是]|^[①-⑳（(]/.test(text.slice(part.start, part.start + 3)),
      )
  )
}

/** Cuts a sentence at ； where every part could be given alone; a list after ： of mere nouns, and in a `formal` paper one body's long rule, stay whole. */
export function partsZh(text: string, sentence: Span, formal = false): Span[] {
  const parts = cutAt(text, sentence.start, sentence.end, '；;')
  const dated = (part: Span) => datedPlacesZh(text, part.start, part.end).length > 0
  if (
    parts.length > 1 &&
    !(formal && parts.length > 2 && oneActor(text, parts)) &&
    (parts.every((part) => part.end - part.start >= 8 && standsAlone(text, part)) || parts.every(dated))
  )
    return parts.flatMap((part) => datedParts(text, part)).flatMap((part) => actorParts(text, part))
  return datedParts(text, sentence).flatMap((part) => actorParts(text, part))
}

// “2019年12月底前完成…，2020年12月底前完成…”: two dates in one sentence are two things to do
function datedParts(text: string, part: Span): Span[] {
  const places = datedPlacesZh(text, part.start, part.end)
  if (places.length < 2) return [part]
  const cuts: number[] = []
  places.slice(1).forEach((place, i) => {
    // the clause that holds the later date, where the earlier one stands in a clause before it
    const comma = text.lastIndexOf('，', place)
    if (comma > places[i]! && place - comma <= 16 && comma > part.start) cuts.push(comma + 1)
  })
  const bounds = [part.start, ...cuts, part.end]
  return bounds.slice(0, -1).map((from, i) => ({ start: from, end: bounds[i + 1]! }))
}

// “住建部门负责排查工地，交通部门负责排查桥隧”: two that owe are two things to do
function actorParts(text: string, part: Span): Span[] {
  const clauses = cutAt(text, part.start, part.end, '，')
  const acting = clauses.filter((clause) => {
    const list = namesFrom(text, clause.start, clause.end)
    if (!list || list.names.length === 0) return false
    const said = text.slice(list.end, list.end + 4)
    // general bodies (各级党委, 广大干部) share one order, offices each have their own
    const office = list.names.every(({ name }) =>
      /[^各].*(?:局|委|厅|办|署|部门|中心|公司|集团|处|科)$/.test(name),
    )
    return /^负责[\u4e00-\u9fff]{2}/.test(said) || (office && /^要(?![求点素])/.test(said))
  })
  if (acting.length < 2 || acting[0]!.start !== part.start) return [part]
  const bounds = [...acting.map((clause) => clause.start), part.end]
  return acting.map((clause, i) => ({ start: clause.start, end: bounds[i + 1]! }))
}

/** Cuts “做A、做B、做C等方面的重点工作” into its verbs' items; null where the parts are no actions. */
export function listedActionsZh(text: string, part: Span): Span[] | null {
  const body = text.slice(part.start, part.end)
  if (!/等(?:几个|几)?方面的?(?:重点)?(?:工作|任务)[。；]?$/.test(body)) return null
  const items = cutAt(text, part.start, part.end, '、')
  const acts = items.filter(
    (item) => verbAt(text, item.start) !== null || adverbAt(text, item.start) !== null,
  )
  return items.length >= 3 && acts.length === items.length ? items : null
}
