import { clausesZh, type Span } from './sentences-zh'
import { adverbAt, prepositionAt, verbAt } from './units-zh'

const modal =
  /(?<![重主需纪必摘扼简概首将])要(?![求点素领闻义害塞么件])|应当|应(?![急用对邀届聘付])|必须|务必|须|不得|严禁|禁止/g
const connectors =
  /^(?:并且|并|同时|此外|另外|还要|还|也要|要|应当|应|须|必须|不得|以及|和|特别是|尤其是|重点是|重点|其中|(?:(?:(?:19|20)\d{2}年|今年|明年|本月|当前|近期|下一步|目前)?(?:\d{1,2}月)?(?:份|\d{1,2}日|年?底|末)?(?:之前|以前|前|内))|(?:今年|明年|本年度)(?=[\u4e00-\u9fff])|[一二三四五六七八九十]{1,3}[要是]|首先|其次|再次|最后|第[一二三四五六七八九十][，、要是]?|请|需)/

/** Offset of the first modal (要, 应, 须, 不得) of a stretch, or −1; 要求, 主要 and their like are none. */
export function modalAt(match: string, start: number, end: number): number {
  modal.lastIndex = 0
  const found = modal.exec(match.slice(start, end))
  return found ? start + found.index : -1
}

/** How a clause begins once ordinals, connectors and adverbs are set aside. */
export function openingOf(
  match: string,
  clause: Span,
): { kind: 'verb' | 'phrase' | 'other'; verb: string | null; at: number } {
  let at = clause.start
  for (let guard = 0; guard < 8 && at < clause.end; guard++) {
    const joined = connectors.exec(match.slice(at, Math.min(clause.end, at + 16)))
    if (joined) {
      at += joined[0].length
      continue
    }
    if (/[\s“，]/.test(match[at]!)) {
      at++
      continue
    }
    const verb = verbAt(match, at)
    if (verb && at + verb.length < clause.end) {
      const adverb = adverbAt(match, at)
      if (!adverb || adverb.length < verb.length || !verbAt(match, at + adverb.length))
        return { kind: 'verb', verb, at }
    }
    const adverb = adverbAt(match, at)
    if (adverb) {
      at += adverb.length
      continue
    }
    break
  }
  // 办好, 兜牢, 拧紧: a verb with its result
  if (/^[\u4e00-\u9fff][好实牢紧齐住准严细稳]/.test(match.slice(at, at + 2)))
    return { kind: 'verb', verb: match.slice(at, at + 2), at }
  if (prepositionAt(match, at) !== null) return { kind: 'phrase', verb: null, at }
  return { kind: 'other', verb: null, at }
}

const relates =
  /^[^，。；]{2,24}关系到?[^，。；]{2,30}[，。；]|^(?:今年|今明两年|当前|现在|\d{4}年)[^，。；]{0,10}是|，这(?:是|就是)[^，。；]{2,20}(?:要求|部署|原则)/
const assesses =
  /(?:^|，)[^，。]{0,30}(?:是|事关|关系到?|面临|形势|意义|责任|任务)[^，。]{0,24}(?:严峻|重大|艰巨|繁重|复杂|突出|关键|重要|全局|深远|之年|工程|举措|环节|基础|保障|抓手|大事|要事)/

const permits =
  /^(?:[^，。；]{0,60}的，|对[^，。；]{1,14}，|[^，。；]{0,20}(?:时|后|前|中)，)?[^，。；]{0,60}?(?<![许认不宁尽])可(?:以)?(?![能靠持行视观追见控逆喜用贵信操复推])/

/** Why a sentence is no task of its own, by the rule's name; null where nothing speaks against it. */
export function refusalOf(match: string, sentence: Span): string | null {
  const s = match.slice(sentence.start, sentence.end)
  const first = modalAt(match, sentence.start, sentence.end)
  if (
    /^(?:请)?[^，。]{0,12}(?:遵照|认真)?(?:贯彻|遵照|参照)执行[。！]?$/.test(s) ||
    /请(?:认真)?(?:遵照|贯彻|结合实际)[^，。]{0,14}(?:执行|落实)[。]?$/.test(s)
  )
    return 'closing_formula'
  if (
    /(?:自(?:印发|发布|公布|\d{4}年)[^。]{0,20}(?:起)?(?:施行|实施|执行|生效))|有效期|由[^，。]{2,20}负责解释/.test(
      s,
    )
  )
    return 'effect_clause'
  if (/^同志们|让我们/.test(s)) return 'closing_formula'
  if (
    /(?:决定|同意|提名|任命|推荐|免去|聘任)[^，。]{2,24}(?:同志)?(?:任|为|担任|兼任|不再担任|免去)[^，。]{2,20}(?:长|主任|书记|委员|主席|总经理|职务|秘书)[。；]?$/.test(
      s,
    )
  )
    return 'appointment'
  if (first < 0 && (relates.test(s) || (!startsWithVerb(match, sentence) && assesses.test(s))))
    return 'assessment'
  if (
    /团结带领|(?:以|用)[^，。；]{0,12}(?:实际行动|优异成绩|崭新面貌)[^，。；]{0,12}(?:迎接|庆祝|向)/.test(s)
  )
    return 'exhortation'
  if (isStudyCall(match, sentence)) return 'study_call'
  // “抽查可以采取…方式”, “涉及专业领域的，可以委托…”: leave to act is no order
  if (first < 0 && permits.test(s)) return 'permission'
  // “党中央高度重视…，要求各地…”: what was said elsewhere
  if (
    /^[^，。；]{0,8}(?:党中央|习近平|总书记|国务院|总理|省委|中央领导)[^，。；]{0,60}(?:高度重视|多次|作出[^，。]{0,12}(?:指示|批示|部署|安排))/.test(
      s,
    ) &&
    !/^[^，。；]{2,40}(?:各[\u4e00-\u9fff]{1,8}|我们)[^，。；]{0,6}要/.test(s)
  )
    return 'relayed_instruction'
  if (
    first < 0 &&
    /[^，。]{2,30}(?:设在|设于|挂靠|合署|下设|由[^，。]{2,20}(?:兼任|担任))/.test(s) &&
    !/^(?:成立|设立|建立|组建)/.test(s)
  )
    return 'seat'
  if (/^(?:联系(?:人|电话|方式|地址)|电话|邮箱|附件)[：:]/.test(s)) return 'contact'
  if (/是指|本(?:办法|规定|意见|方案|通知)所称/.test(s)) return 'definition'
  return null
}

/** True where the sentence's head verb is learning or understanding, not doing. */
function isStudyCall(match: string, sentence: Span): boolean {
  const s = match.slice(sentence.start, sentence.end)
  if (/(?:提升|提高|增强|统一)[^，。；]{0,40}(?:思想认识|思想|认识)[。；，]?$/.test(s)) return true
  if (isAwareness(match, sentence)) return true
  const head =
    /^(?:[^，。；]{0,24}?(?:要|应当?|须))?(?:[一二三四五六七八九十]{1,2}[要是]要?)?(?:进一步|切实|认真|深入|深刻|全面|充分|准确|系统|持续|不断|原原本本|继续|组织|带头|广泛|及时)*(?:学习领会|学深悟透|深学细悟|领会|领悟|认识|体会|理解|学习(?!贯彻|型))/
  // the clause that orders decides: “今年是…之年，各部门要深刻领会…”
  const ordering = clausesZh(match, sentence.start, sentence.end).find(
    (clause) => modalAt(match, clause.start, clause.end) >= 0,
  )
  return head.test(ordering ? match.slice(ordering.start, ordering.end) : s)
}

// every clause is about minds: 提高站位, 克服麻痹思想, 汲取教训
function isAwareness(match: string, sentence: Span): boolean {
  const mind =
    /提高[^，。]{0,8}(?:政治)?站位|(?:增强|强化|树立|树牢)[^，。]{0,30}(?:意识|责任感|紧迫感|使命感|自觉性|坚定性|自觉|信心)|克服[^，。]{0,12}(?:思想|心理|情绪)|汲取[^，。]{0,16}教训|统一(?:思想|认识)|(?:把)?思想[^，。]{0,12}统一到|(?:深刻|充分|清醒)?认识到?|坚定[^，。]{0,10}信心|确保[^，。]{0,16}(?:大政方针|决策部署)[^，。]{0,8}落实|学习[^，。]{0,40}(?:精神|论述|讲话|思想|批示|指示)|高度重视/
  const clauses = clausesZh(match, sentence.start, sentence.end)
  return clauses.every((clause) => mind.test(match.slice(clause.start, clause.end)))
}

// “六是加大…保障”: the ordinal's 是 is no predicate
function startsWithVerb(match: string, sentence: Span): boolean {
  const first = clausesZh(match, sentence.start, sentence.end)[0]
  return first ? openingOf(match, first).kind === 'verb' : false
}

/** What “该项工作于4月底前完成。” points back to: the sentence before (one), or (以上工作…) all before it; null where it does not. */
export function pointsBack(s: string): 'one' | 'all' | null {
  if (s.length > 45) return null
  if (/^(?:上述|以上|前述|这些|这几项)(?:各项)?(?:工作|任务|事项|举措|措施)?/.test(s)) return 'all'
  return /^(?:该|此|这)(?:项|两项|几项)?(?:工作|任务|事项|举措|措施)?/.test(s) ? 'one' : null
}

/** How strongly a sentence reads as an order: by a modal, by an opening verb, by a phrase that leads to a verb, or not. */
export function orderOf(match: string, sentence: Span): 'modal' | 'verb' | 'phrase' | null {
  if (modalAt(match, sentence.start, sentence.end) >= 0) return 'modal'
  const clauses = clausesZh(match, sentence.start, sentence.end)
  const opening = clauses.map((clause) => openingOf(match, clause).kind)
  if (opening[0] === 'verb') return 'verb'
  const later = opening.slice(1).includes('verb')
  if (opening[0] === 'phrase') return later || hasVerbInside(match, clauses) ? 'phrase' : null
  return later ? 'phrase' : null
}

function hasVerbInside(match: string, clauses: Span[]): boolean {
  return clauses.some((clause) => {
    for (let i = clause.start + 2; i < clause.end - 2; i++) if (verbAt(match, i)) return true
    return false
  })
}

/** True where a verb of action stands anywhere in a sentence. */
export const holdsVerb = (match: string, sentence: Span) =>
  hasVerbInside(match, clausesZh(match, sentence.start, sentence.end))

/** How binding the words are: 鼓励 and 探索 recommend, the rest orders. */
export function modalityOf(match: string, sentence: Span): 'mandatory' | 'recommended' {
  const first = clausesZh(match, sentence.start, sentence.end)[0]
  if (!first) return 'mandatory'
  const verb = openingOf(match, first).verb
  return verb === '鼓励' || verb === '探索' || verb === '允许' ? 'recommended' : 'mandatory'
}

/** Narrative of a meeting: who met, who was there, what was read. */
export function isNarrative(s: string): boolean {
  if (
    /^(?:出席|列席|参加|参会|主持|主持人|记录|缺席|请假|分送|主送|抄送|抄报|时间|地点|议题|主题词)(?:人员|人|单位)?[：:]/.test(
      s,
    )
  )
    return true
  return /召开[^，。]{0,40}会|主持(?:召开|会议)|(?:出席|列席|参加)(?:了)?(?:会议|活动)?[。]?$|(?:^|[，；。]|会上，)(?:会议|大会)(?:首先|还|集中|随后|专题|认真|分别|再次)*(?:传达|听取|审议|研究|通报|学习|讨论|观看|审阅|书面)了?|^(?:会上|随后|会前|会后)，|(?:^|，)(?:审议|讨论)?(?:并)?(?:予以)?(?:原则)(?:上)?(?:同意|通过)|^会议(?:同意|通过|决定通过)|作(?:了|出)?(?:讲话|发言|汇报|安排|部署)|(?:参加|列席)(?:了)?[^，。]{0,12}(?:研究|会议|活动)|现(?:将|就).{0,40}(?:如下|通知|印发)|现提出(?:以下|如下)?[^，。]{0,10}意见|现纪要如下/.test(
    s,
  )
}
