import type { NameAt } from './piece'
import { modalAt } from './duty-zh'
import { clausesZh, type Span } from './sentences-zh'
import {
  adverbAt,
  isBranch,
  isUnitName,
  namesFrom,
  nominal,
  prepositionAt,
  splitNames,
  verbAt,
} from './units-zh'

/** Who leads and who helps, as read at one place; `first` marks the rule “the first named leads”. */
export type Assignment = {
  lead: NameAt[]
  support: NameAt[]
  first: boolean
  initial: boolean
  /** “请X…”, “责成X…”, “由X牵头”: named as the one who is to act. */
  charged?: boolean
}

/** The rule of a paper that the unit named first leads and the others help. */
export const firstLeadsRule =
  /(?:排名?|列|居)在?(?:第一位?|首位|最前|前面)(?:的|者)?(?:单位|部门)?(?:为|是|作为)?牵头/
const rule =
  /(?:排名?|列|居)在?(?:第一位?|首位|最前|前面)(?:的|者)?(?:单位|部门)?(?:为|是|作为)?牵头[^，。；）)]{0,8}|(?:以下|下)同|第一(?:责任)?单位(?:为|是)牵头[^，。；）)]{0,6}/
const tails =
  /(?:按照?(?:各自)?职责(?:分工)?(?:分别)?负责|依职责(?:分工)?负责|分别负责|共同负责|具体负责|负责(?:落实|实施|推进|办理)?|落实|牵头(?:负责|落实)?|承办|按(?:职责)?分工(?:落实|负责))$/

function listed(text: string, start: number, end: number): { names: NameAt[]; open: NameAt | null } | null {
  let stop = end
  for (let guard = 0; guard < 3; guard++) {
    const tail = tails.exec(text.slice(start, stop))
    if (!tail) break
    stop = start + tail.index
  }
  return stop > start ? splitNames(text, start, stop, true) : null
}

/** Reads “（A、B负责）”, “（A牵头，B配合）”, “（责任单位：A；配合单位：B）”: the text between the brackets. Null where it assigns nothing. */
export function bracketAssignment(
  match: string,
  start: number,
  end: number,
  plain = false,
): Assignment | null {
  const said = match.slice(start, end)
  const inside = said
    .replace(/[。；，][^。；，]*(?:牵头单位|牵头部门)[，、]?(?:以?下同)?$/, '')
    .replace(/[。；](?:以下|下同)[^。；]*$/, '')
  if (inside.length > 300 || (/[。]/.test(inside) && !/[：:]/.test(inside))) return null
  if (!/负责|牵头|配合|参与|落实|承办|主办|(?:责任|协办|实施)(?:单位|部门)/.test(inside))
    return plain ? bareList(match, start, end) : null
  const out: Assignment = {
    lead: [],
    support: [],
    first: rule.test(said.replace(/(?:以下|下)同/g, '')),
    initial: false,
  }
  let from = start
  const bounds: Span[] = []
  const stopAt = start + inside.length
  for (let i = start; i <= stopAt; i++)
    if (i === stopAt || '，；。,;'.includes(match[i]!)) (bounds.push({ start: from, end: i }), (from = i + 1))
  let carried = -1
  let headed = false
  for (const part of bounds) {
    const s = match.slice(part.start, part.end).trim()
    if (s === '' || rule.test(s) || /^(?:以)?下同$/.test(s)) continue
    const label =
      /^\s*(牵头|责任|承办|主办|协办|配合|参与|参加|协同|实施|落实|督办)(?:责任)?(?:单位|部门|领导)?[：:]\s*/.exec(
        match.slice(part.start, part.end),
      )
    const helps = label
      ? /协办|配合|参与|参加|协同/.test(label[1]!)
      : /(?:配合|参与|参加|协助|协同|支持|指导)(?:落实)?$/.test(s)
    const begin = carried >= 0 && !label ? carried : part.start + (label ? label[0].length : 0)
    const verb = helps ? /(?:配合|参与|参加|协助|协同|支持|指导)(?:落实)?$/.exec(s)! : null
    const stop =
      verb && !label ? part.start + match.slice(part.start, part.end).lastIndexOf(verb[0]) : part.end
    if (!label && !helps && !/负责|牵头|落实|承办/.test(s)) {
      carried = carried < 0 ? begin : carried
      continue
    }
    carried = -1
    const list = listed(match, begin, stop)
    if (!list) continue
    const open = list.open ? [list.open] : []
    if (helps) out.support.push(...list.names, ...open)
    else if (headed && !/牵头|主办/.test(label?.[1] ?? s)) out.support.push(...list.names, ...open)
    else {
      // “（A负责，B牵头）”: who stood there as responsible helps the lead
      if (!headed && /牵头|主办/.test(label?.[1] ?? s)) out.support.push(...out.lead.splice(0))
      headed ||= /牵头|主办/.test(label?.[1] ?? s)
      out.lead.push(...list.names)
      out.support.push(...open)
    }
  }
  // “A、B牵头负责”: named as leading, both do
  out.charged = headed
  return out.lead.length + out.support.length > 0 ? out : null
}

// “（市发展改革委、市财政局）”: nothing but units closes an item of a plan too
function bareList(match: string, start: number, end: number): Assignment | null {
  if (/[：:；;]|简称|包括|含|例如|^如/.test(match.slice(start, end))) return null
  const list = splitNames(match, start, end)
  if (!list || list.names.length === 0 || list.names.some((n) => n.name.length < 3)) return null
  return { lead: list.names, support: list.open ? [list.open] : [], first: false, initial: false }
}

/** The assignment in brackets at the very end of a stretch, if any. */
export function trailingBracket(
  match: string,
  start: number,
  end: number,
  plain = false,
): { at: number; assignment: Assignment } | null {
  let to = end
  while (to > start && /[\s。；]/.test(match[to - 1]!)) to--
  if (!'）)]】'.includes(match[to - 1] ?? ' ')) return null
  let depth = 0
  for (let i = to - 1; i >= start && to - i < 320; i--) {
    if ('）)]】'.includes(match[i]!)) depth++
    else if ('（([【'.includes(match[i]!) && --depth === 0) {
      const assignment = bracketAssignment(match, i + 1, to - 1, plain)
      return assignment ? { at: i, assignment } : null
    }
  }
  return null
}

const skipHead =
  /^(?:下(?:一)?步，?|目前，?|当前，?|近期，?|接下来，?|随后，?|今后，?|年内|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]\s?|第[一二三四五六七八九十百\d]{1,5}条\s*|[①-⑳]|[一二三四五六七八九十]{1,3}[要是、]|同时|此外|另外|其中|原则上|由)/

/** The grammatical subject that owes the duty: “A、B要…”, “由A负责…”, “A按…”, “A将于…”. Null where none is a unit. */
export function subjectOf(match: string, sentence: Span): Assignment | null {
  const clauses = clausesZh(match, sentence.start, sentence.end)
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i]!
    let from = clause.start
    const head = skipHead.exec(match.slice(from, from + 10))
    if (head) from += head[0].length
    // “责成市国资委督促…”, “请各区政府配合…”, “由A、B牵头”: who is charged owes it
    const charged = /^(?:责成|委托|请|要求|指定|授权|同意由|明确由|由)/.exec(match.slice(from, from + 3))
    const at = charged ? from + charged[0].length : head?.[0].endsWith('由') ? from : -1
    const names = at >= 0 ? (branchFrom(match, at) ?? namesFrom(match, at, clause.end)) : null
    if (
      names &&
      names.names.length > 0 &&
      names.names[0]!.name !== '地方' &&
      !/^(?:组成|构成|担任|兼任)/.test(match.slice(names.end, names.end + 2))
    )
      return {
        lead: names.names,
        support: names.open ? [names.open] : [],
        first: false,
        initial: i === 0,
        charged: true,
      }
    const found = subjectIn(match, from, clause.end, i === clauses.length - 1)
    if (found)
      return {
        ...found,
        first: false,
        initial: i === 0 || (i === 1 && onlyTime(match.slice(clauses[0]!.start, clauses[0]!.end))),
      }
  }
  // only where no unit is the subject
  const places = placesOf(match, sentence.start, clauses[0]?.end ?? sentence.end)
  return places ? { ...places, first: false, initial: false } : null
}

// “请国土会同发改、财政等部门”: a branch by its short name, before the verb that charges it
function branchFrom(match: string, at: number): { names: NameAt[]; open: null; end: number } | null {
  const found = /^[\u4e00-\u9fff]{2,8}?(?=会同|牵头|负责)/.exec(match.slice(at, at + 12))
  if (!found || !isBranch(found[0])) return null
  const end = at + found[0].length
  return { names: [{ name: found[0], start: at, end }], open: null, end }
}

// “各地已经建设的平台要与…”: the localities owe it, though the thing is the grammatical subject
function placesOf(match: string, from: number, end: number): { lead: NameAt[]; support: NameAt[] } | null {
  const found =
    /^各(?:地区|地方|地|省市|市县|区县)(?=[\u4e00-\u9fff“”]{2,30}?(?:要|应当?|须)(?![求点素急用对]))/.exec(
      match.slice(from, Math.min(end, from + 40)),
    )
  return found ? { lead: [{ name: found[0], start: from, end: from + found[0].length }], support: [] } : null
}

const onlyTime = (s: string) => /^[^，]{0,20}(?:前|内|期间|后|起)，$/.test(s)

function subjectIn(
  match: string,
  from: number,
  end: number,
  last: boolean,
): { lead: NameAt[]; support: NameAt[] } | null {
  let modal = modalAt(match, from, end)
  while (modal > from && '都也还均更就一'.includes(match[modal - 1]!)) modal--
  const bounds: number[] = []
  if (modal > from && modal - from <= 48) bounds.push(modal)
  for (let at = from + 2; at < Math.min(end, from + 44); at++) {
    if (
      /^(?:将(?!.{0,16}[纳列融写记])|负责|牵头|作为|会同|为主|[要应须])/.test(match.slice(at, at + 20)) ||
      (/[门位府区地会厅室组局署部委关构办省市县司道乡镇村院校站队团心处科行馆社台联所）]/.test(
        match[at - 1]!,
      ) &&
        (adverbAt(match, at) || prepositionAt(match, at) || verbAt(match, at)))
    )
      bounds.push(at)
  }
  // what stands before the modal first; else the shortest name that a verb follows
  for (const bound of [
    ...new Set([...bounds.slice(0, modal > from ? 1 : 0), ...bounds.sort((a, b) => a - b)]),
  ]) {
    const list = splitNames(match, from, bound)
    if (!list || (list.names.length === 0 && !list.open)) continue
    // “机构|编制部门”: two characters are a name only where a modal follows them
    if (
      bound !== modal &&
      bound - from < 3 &&
      !/^各[地区县市省镇乡村街]|^地方/.test(match.slice(from, bound))
    )
      continue
    // “住房和城乡|建设部门”: what follows is the name's own second half
    if (bound !== modal && nominal.test(match.slice(bound, bound + 4)) && longerName(match, from, bound))
      continue
    // “各部门，” before a verb is a subject; a bare noun before a comma is not
    if (bound >= end && !last) continue
    return {
      lead: list.names.length > 0 ? list.names : [list.open!],
      support: list.names.length > 0 && list.open ? [list.open] : [],
    }
  }
  let tries = 0
  for (const by of match.slice(from, end).matchAll(/由(?![于由])/g)) {
    if (++tries > 4) break
    const list = namesFrom(match, from + by.index + 1, end)
    if (list && list.names.length > 0 && !/^(?:组成|构成|担任)/.test(match.slice(list.end, list.end + 2)))
      return { lead: list.names, support: list.open ? [list.open] : [] }
  }
  return null
}

function longerName(match: string, from: number, bound: number): boolean {
  const rest =
    /^[\u4e00-\u9fff]{2,8}?(?:部门|局|委|厅|办|署|部|中心|支队|机构|单位|公司|院|室|科|处|组|队|站|所)(?![\u4e00-\u9fff]{0,2}[局委部室])/.exec(
      match.slice(bound, bound + 12),
    )
  return rest !== null && splitNames(match, from, bound + rest[0].length) !== null
}

/** Units that help: 会同X, 联合X, 商X, “X配合”. */
export function helpersOf(match: string, sentence: Span): NameAt[] {
  const found: NameAt[] = []
  const shape =
    /会同|联合(?!办公|会议|体|执法|惩戒|国|实验|创新|党|工会)|配合(?=[^，。；]{0,2}[\u4e00-\u9fff]{2,16}(?:部门|局|委|厅)[^，。；]*做)/g
  let tries = 0
  for (const hit of match.slice(sentence.start, sentence.end).matchAll(shape)) {
    if (++tries > 12) break
    const list = namesFrom(match, sentence.start + hit.index + hit[0].length, sentence.end)
    if (list) found.push(...list.names, ...(list.open ? [list.open] : []))
  }
  // “…牵头，市住建局、市交通局配合，对…”
  for (const clause of clausesZh(match, sentence.start, sentence.end)) {
    const tail = /(?:配合|参与|参加|协助|协同)[，。；]?$/.exec(match.slice(clause.start, clause.end))
    const list = tail && splitNames(match, clause.start, clause.start + tail.index)
    if (list) found.push(...list.names, ...(list.open ? [list.open] : []))
  }
  return found
}

/** True where the words hand the duty to every locality below. */
export function cascades(match: string, sentence: Span, lead: NameAt[]): boolean {
  if (
    /(?:指导|督促|推动|组织|要求|指导和?督促|支持|协调)(?:各地|各级|地方|各省|各市|各县|基层)/.test(
      match.slice(sentence.start, sentence.end),
    )
  )
    return true
  return lead.some((n) => /^(?:各地|各级|各省|各市|各县|各区|地方)/.test(n.name))
}

/** True for a name that is a unit's by its form; for tests of other readers. */
export const looksLikeUnit = isUnitName
