import type { Assignment } from './assign-zh'
import type { BlockMode } from './blocks-zh'
import type { ProvisionClass } from './decomposition'
import { holdsVerb, isNarrative, modalAt, openingOf, orderOf, refusalOf } from './duty-zh'
import type { Span } from './sentences-zh'

/** A class with the rule that gave it. */
export type Verdict = { class: ProvisionClass; reason: string }

/** Where a sentence stands: its chapter, its block, an ordinal, before the first ordinal, under a numbered line, dated. */
export type Standing = {
  chapter: Verdict | null
  mode: BlockMode
  ordinal: boolean
  umbrella: boolean
  numbered: boolean
  dated: boolean
  /** True in a paper of articles (第X条): it sets rules for everybody, tasks only for the bodies that it names. */
  statute: boolean
  /** True before the first numbered line of a formal paper. */
  preface: boolean
  /** True for a part of a sentence whose part before is a task that somebody owes. */
  follows: boolean
  /** True for the words right after “会议要求，”. */
  introduced: boolean
  subject: Assignment | null
}

const task = (reason: string): Verdict => ({ class: 'task', reason })
const background = (reason: string): Verdict => ({ class: 'background', reason })
const formal = new Set(['effect_clause', 'closing_formula'])

/** Classes a Chinese sentence: first what forbids a task, then what its block or chapter asks of it. */
export function verdictOf(match: string, part: Span, at: Standing): Verdict {
  const s = match.slice(part.start, part.end)
  if (at.chapter) return at.chapter
  if (at.mode === 'background') return background('reported_speech')
  const refusal = refusalOf(match, part)
  if (refusal) return formal.has(refusal) ? { class: 'formality', reason: refusal } : background(refusal)
  if (at.statute) {
    const duty = modalAt(match, part.start, part.end) >= 0 || /负责/.test(s)
    const bound =
      at.subject && (at.subject.charged || (duty && at.subject.lead.every((n) => !/人$/.test(n.name))))
    return bound ? task('statute_duty') : background('statute_rule')
  }
  // “会议同意…，请X办理” charges it even where no block has begun
  const told = at.mode === 'none' && !at.numbered ? /^(?:会议|大会|原则同意)/.test(s) : at.mode !== 'remark'
  if (at.subject?.charged && told) return task('charged_unit')
  const order = orderOf(match, part)
  const firm = order === 'modal' || order === 'verb'
  if (at.umbrella) {
    if (order === 'modal' && at.subject?.initial) return task('umbrella_with_subject')
    return order ? { class: 'goal', reason: 'umbrella' } : background('remark')
  }
  if (at.ordinal && at.mode !== 'none') {
    if (order) return task(`ordinal_${order}`)
    return at.subject?.initial && holdsVerb(match, part) ? task('ordinal_subject') : background('statement')
  }
  if (order !== 'modal' && isNarrative(s)) return { class: 'formality', reason: 'narrative' }
  if (at.mode === 'chapter' || (at.mode === 'order' && at.numbered)) {
    if (at.introduced && order) return task(`order_${order}`)
    if (firm) return task(`chapter_${order}`)
    // “…已完成…”, “采取了…措施”: what was done is no order
    const told = /(?:已|已经)[^，。]{1,10}|[^为]了[^解]/.test(s)
    if (told && !at.dated) return background('told')
    if (at.subject && (order || at.subject.initial)) return task('chapter_subject')
    if (order === 'phrase' && (at.dated || !told)) return task('chapter_phrase')
    // “公益金每年安排不低于300万元用于…”: a statement with a date or a cycle is an order
    return at.dated && !told && holdsVerb(match, part) ? task('chapter_dated') : background('statement')
  }
  if (at.mode === 'order')
    return firm || (order && (at.subject?.initial || at.introduced))
      ? task(`order_${order}`)
      : background('statement')
  const opens = /^[“\s]*(?:要|应|须|必须|请)/.test(s)
  if (at.mode === 'remark')
    return order === 'modal' && (opens || owes(match, at.subject))
      ? task('remark_modal')
      : background('remark')
  if (at.ordinal) return firm ? task(`ordinal_${order}`) : background('statement')
  if (at.follows && order) return task(`follows_${order}`)
  // the preface of a numbered paper explains; only who is named owes something there
  if (at.preface && !at.subject)
    return isNarrative(s) ? { class: 'formality', reason: 'narrative' } : background('preface')
  const near = modalAt(match, part.start, part.end) - part.start < 40
  if (order === 'modal' && (opens || (at.subject?.initial && near))) return task('plain_modal')
  return isNarrative(s) ? { class: 'formality', reason: 'narrative' } : background('prose')
}

// “各级各部门要…”: the modal follows the name at once
const owes = (match: string, subject: Assignment | null) =>
  subject !== null &&
  /^(?:都|也|均|还|更|一定)?(?:要|应|须|必须)/.test(
    match.slice(subject.lead.at(-1)?.end ?? 0, (subject.lead.at(-1)?.end ?? 0) + 4),
  )

/** True for an ordinal's first sentence that the sentences after it spell out. */
export function isUmbrellaOf(match: string, s: string, following: Span[]): boolean {
  if (following.length >= 2 && following.every((f) => match[f.start] === '要')) return true
  return (
    following.length >= 1 &&
    !/[，；]/.test(s) &&
    s.length <= 24 &&
    following.every((f) => openingOf(match, f).kind !== 'other')
  )
}
