import type { Anchor } from './deadline'
import { readDeadlineCellZh } from './deadlines-zh'
import type { DeadlineDraft } from './decomposition'
import type { NameAt } from './piece'
import { splitNames } from './units-zh'

/** What a line “牵头单位：…；完成时限：…” says of the task before it. */
export type Attributes = {
  lead: NameAt[]
  /** 责任单位, 承办单位: they lead unless a 牵头单位 is named. */
  owners: NameAt[]
  support: NameAt[]
  deadline: DeadlineDraft | null
}

/** True for the name of a column or label that gives who is responsible without saying who leads. */
export const isOwnerName = (name: string) =>
  /责任|承办|实施|落实|负责|督办/.test(name) && !/牵头|主办|主责|配合|协办|参与/.test(name)

/** What a column or a label holds; `note`: something of the task (a person, its result, its watcher) that no unit or date is read from. */
export type ColumnKind = 'task' | 'lead' | 'support' | 'deadline' | 'note' | 'other'

/** Headings of columns and labels of lines, with what they hold. */
export const columnNames: [RegExp, ColumnKind][] = [
  [
    /^(?:(?:责任|分管|牵头|包保|联系|挂钩|包抓|督办|具体)?(?:市|县|区|省|局)?(?:领导|责任人|负责人|联络员)|责任人员|督办单位|督查单位|成果形式|预期成果|(?:工作)?成果|目标要求|(?:工作)?目标|备注|说明|序号)$|^(?:outcome|deliverable|remarks?|notes?|no\.?|#)$/i,
    'note',
  ],
  [
    /^(?:配合|协办|协助|参与|参加|协同|支持)(?:责任)?(?:单位|部门|地区)?$|^co(?:-?(?:owners?|leads?))?$|^support(?:ing|ed by)?(?: (?:units?|agency|agencies|offices?|part(?:y|ies)|departments?|bod(?:y|ies)|entit(?:y|ies)|officials?|officers?|persons?|organi[sz]ations?|teams?|divisions?|ministr(?:y|ies)))?$|^partners?$|^(?:in )?consultation(?: with)?$|^contributors?$|^(?:other )?(?:involved|participating)(?: (?:units?|agency|agencies|offices?|part(?:y|ies)|departments?|bod(?:y|ies)|entit(?:y|ies)|officials?|officers?|persons?|organi[sz]ations?|teams?|divisions?|ministr(?:y|ies)))?$/i,
    'support',
  ],
  [
    /^(?:牵头|责任|主办|承办|负责|主责|实施|落实|督办)(?:责任)?(?:单位|部门|处室|科室|主体)?$|^(?:责任|任务|职责|工作)?分工$|^牵头(?:单位)?[、和及\/（(]*配合(?:单位|部门)[）)]?$|^(?:action |task )?(?:leads?|responsible|responsibility|accountable|owners?|units?|implementing|assigned to|assignees?|by whom|who|opi)(?: (?:units?|agency|agencies|offices?|part(?:y|ies)|departments?|bod(?:y|ies)|entit(?:y|ies)|officials?|officers?|persons?|organi[sz]ations?|teams?|divisions?|ministr(?:y|ies)))?$/i,
    'lead',
  ],
  [
    /^(?:完成|办理|办结|推进|实施|时间)?(?:时限|时间|期限|日期|节点|进度|时间节点|时间要求|时限要求)(?:要求|安排)?$|^(?:due(?: date| by)?|deadlines?|time|time ?lines?|time-?frames?|timescales?|timing|when|date|(?:target|completion|milestone|estimated|expected|planned|delivery)(?: completion| delivery)? date|by when|due for completion|(?:[a-z]+ ){1,3}(?:time ?lines?|deadlines?))$/i,
    'deadline',
  ],
  [
    /^(?:工作|重点|主要|具体|督查|改革)?(?:任务|事项|内容|举措|措施|工作)(?:内容|名称|分解|要求|清单|事项|措施|举措)?$|^(?:(?:key |required |agreed |priority )?(?:tasks?|actions?|measures?|steps?|requirements?|commitments?|recommendations?)(?: (?:items?|points?|required|description|agreed))?|deliverables?|activity|activities|action to be taken|what|description of (?:task|action|activity))$/i,
    'task',
  ],
]

/** What a column or label of this name holds; 'other' where unknown. */
export function columnOf(name: string): ColumnKind {
  const plain = name.replace(/[\s（(].*$/s, '').trim() || name.trim()
  const bare = name.replace(/\s*[（(].*$/s, '').trim()
  return (
    columnNames.find(([shape]) => [name.trim(), plain, bare].some((words) => shape.test(words)))?.[1] ??
    'other'
  )
}

/** Reads a line of labels that belongs to the task before it; null where the line is none. */
export function attributeLine(
  match: string,
  line: { start: number; end: number },
  anchor: Anchor,
): Attributes | null {
  const out: Attributes = { lead: [], owners: [], support: [], deadline: null }
  let any = false
  let from = line.start
  for (let i = line.start; i <= line.end; i++) {
    const labelNext =
      match[i] === '，' && /^[^，。；：:]{2,8}(?:单位|部门|时限)[：:]/.test(match.slice(i + 1, i + 12))
    if (i < line.end && !labelNext && !'；;。\t'.includes(match[i]!)) continue
    // spaces inside a label (完 成 时 限) are typesetting
    const label = /^[\s（(【]*([^：:，。]{2,14})[：:]/.exec(match.slice(from, Math.min(i, from + 20)))
    const kind = label ? columnOf(label[1]!.replace(/[\s】]/g, '')) : 'other'
    if (label && kind !== 'other' && kind !== 'task') {
      let to = i
      while (to > from && /[\s）)]/.test(match[to - 1]!)) to--
      const begin = from + label[0].length
      any = true
      if (kind === 'deadline') out.deadline = readDeadlineCellZh(match, begin, to, anchor)
      else if (kind === 'lead' || kind === 'support') {
        const list = splitNames(match, begin, to, true)
        const role = kind === 'lead' && isOwnerName(label[1]!) ? 'owners' : kind
        if (list) out[role].push(...list.names)
        if (list?.open) out.support.push(list.open)
      }
    } else if (match.slice(from, i).trim() !== '' && !any) return null
    from = i + 1
  }
  return any ? out : null
}
