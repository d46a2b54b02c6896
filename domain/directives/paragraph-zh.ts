import {
  bracketAssignment,
  cascades,
  helpersOf,
  subjectOf,
  trailingBracket,
  type Assignment,
} from './assign-zh'
import type { Attributes } from './attributes-zh'
import { introducerAt, type BlockMode } from './blocks-zh'
import { noDeadline } from './deadline'
import { readDeadlineZh } from './deadlines-zh'
import type { ProvisionClass } from './decomposition'
import { isNarrative, modalityOf } from './duty-zh'
import { segmentsZh, type Line, type Segment } from './outline-zh'
import type { Found, NameAt, Reader, Reading } from './piece'
import { isUmbrellaOf, verdictOf, type Verdict } from './verdict-zh'
import { listedActionsZh, partsZh, sentencesZh, type Span } from './sentences-zh'

type ChapterClass = Verdict | null

/** Reads paragraphs one after another, carrying what they inherit: block, chapter, subject, the rule “the first leads”. */
export class ParagraphReader {
  private path: string[] = []
  private chapter: ChapterClass = null
  private mode: BlockMode
  private block: string | null = null
  private firstLeads = false
  private scopes: { depth: number; names: NameAt[] }[] = []
  private subject: NameAt[] = []
  private ordinal: string | null = null
  private group: string | null = null
  private last: Found | null = null

  constructor(
    private readonly reader: Reader,
    private readonly out: Reading,
    private readonly formal: boolean,
  ) {
    this.mode = 'none'
  }

  /** Enters a numbered line: its path, what its chapter's title says, its level. */
  enter(path: string[], chapter: ChapterClass, level: number): void {
    this.path = path
    this.chapter = chapter
    this.scopes = this.scopes.filter(
      (scope) => scope.depth < path.length || (scope.depth === path.length && level < 0),
    )
    this.last = null
    this.ordinal = null
    if (path.length <= 1) {
      this.mode = this.formal && path.length > 0 ? 'chapter' : 'none'
      this.block = null
    }
  }

  /** Adds what a line of labels says to the task before it; false where there is none. */
  attach(attributes: Attributes, line: Span): boolean {
    const task = this.last
    if (!task) return false
    if (attributes.lead.length > 0) task.lead = attributes.lead
    task.support.push(...attributes.support)
    if (attributes.deadline && attributes.deadline.kind !== 'none') task.deadline = attributes.deadline
    task.end = line.end
    task.reasons.push('attribute_line')
    this.piece(line, 'task', 'attribute_line')
    return true
  }

  /** Reads a paragraph's body. `whole` is the start of its marker where the item has no title of its own. */
  read(start: number, end: number, whole: number | null, next: Line | undefined, lineStart: number): void {
    const { match } = this.reader
    const segments = segmentsZh(match, start, end)
    const nextOrdinal =
      next !== undefined &&
      next.level === -1 &&
      segmentsZh(match, next.start, Math.min(next.end, next.start + 12))[0]?.number === 1
    this.subject = this.scopes.at(-1)?.names ?? []
    if (
      !this.formal &&
      this.path.length === 0 &&
      segments[0]?.ordinal === null &&
      isNarrative(match.slice(start, Math.min(end, start + 60)))
    )
      this.mode = 'none'
    let chapeau: NameAt[] = this.subject
    segments.forEach((segment, i) => {
      const umbrella = segment.ordinal === null && (i + 1 < segments.length || nextOrdinal)
      this.ordinal = segment.ordinal
      if (segment.ordinal) this.subject = chapeau
      this.segment(
        segment,
        umbrella,
        i === 0 ? whole : null,
        i === 0 && whole === null && start > lineStart ? lineStart : null,
      )
      if (segment.ordinal === null) chapeau = this.subject
    })
  }

  private segment(segment: Segment, umbrella: boolean, whole: number | null, item: number | null): void {
    const { match } = this.reader
    const sentences = sentencesZh(match, segment.start, segment.end)
    if (segment.ordinal) {
      const body = match.slice(segment.start, segment.end)
      const stop = body.search(/[，。；：]/)
      this.group = stop > 0 ? body.slice(0, stop) : body
    } else this.group = this.path.at(-1) ?? this.block
    let pending: Span[] = []
    sentences.forEach((sentence, i) => {
      let from = i === 0 && whole !== null ? whole : sentence.start
      const intro = introducerAt(match, sentence.start, sentence.end)
      if (intro) {
        this.mode = intro.mode
        this.block = intro.label
        this.ordinal = segment.ordinal
        this.piece({ start: from, end: intro.end }, 'formality', 'introducer')
        from = intro.end
        while (from < sentence.end && /\s/.test(match[from]!)) from++
        if (from >= sentence.end) return
      }
      const span = { start: from, end: sentence.end }
      if (this.assigned(span, pending, item)) {
        pending = []
        return
      }
      const parts = partsZh(match, span).flatMap((part) => listedActionsZh(match, part) ?? [part])
      for (const part of parts) {
        const before = this.last
        this.part(part, {
          umbrella,
          first: i === 0,
          following: sentences.slice(i + 1),
          segment,
          alone: parts.length === 1,
        })
        // a later bracket “（…负责）” takes the sentences before it along
        if (this.last !== before || parts.length === 1) pending.push(part)
      }
    })
  }

  /** A sentence that ends in “（…负责）” makes one task of itself and of what stands before it in its item. */
  private assigned(span: Span, pending: Span[], item: number | null): boolean {
    const { match } = this.reader
    const text = match.slice(span.start, span.end)
    const bracket = trailingBracket(match, span.start, span.end)
    if (!bracket || this.chapter?.class === 'background') return false
    const bare = bracket.at <= span.start + 1 || text.trimStart().startsWith('（')
    const assignment = bareAssignment(match, span) ?? bracket.assignment
    if (assignment.first) this.firstLeads = true
    const from = bare || pending.length > 0 ? (pending[0]?.start ?? span.start) : span.start
    const starts = pending.length > 0 || bare ? Math.min(from, item ?? from) : (item ?? span.start)
    const { found, pieces } = this.out
    while (found.length > 0 && found.at(-1)!.start >= starts && found.at(-1)!.end <= span.end) found.pop()
    for (let k = pieces.length - 1; k >= 0 && pieces[k]!.start >= starts; k--) {
      if (pieces[k]!.end <= span.end) Object.assign(pieces[k]!, { class: 'task', reason: 'assigned_item' })
    }
    this.piece(span, 'task', 'assigned_item')
    this.add({ start: starts, end: span.end }, 'assigned_item', this.orderFirst(assignment))
    return true
  }

  private orderFirst(assignment: Assignment): Assignment {
    if (!this.firstLeads || assignment.lead.length < 2) return assignment
    return {
      ...assignment,
      lead: assignment.lead.slice(0, 1),
      support: [...assignment.lead.slice(1), ...assignment.support],
    }
  }

  private part(
    part: Span,
    at: { umbrella: boolean; first: boolean; following: Span[]; segment: Segment; alone: boolean },
  ): void {
    const { match, anchor } = this.reader
    const s = match.slice(part.start, part.end)
    const deadline = readDeadlineZh(match, part.start, part.end, anchor)
    // “该项工作于4月底前完成。” belongs to the sentence before
    if (
      this.last &&
      /^(?:该|此|上述|以上|这)(?:项|些|两项|几项)?(?:工作|任务|事项)?/.test(s) &&
      s.length <= 45 &&
      deadline.kind !== 'none'
    ) {
      this.last.end = part.end
      this.last.deadline = deadline
      this.last.reasons.push('trailing_deadline')
      return this.piece(part, 'task', 'trailing_deadline')
    }
    const subject = subjectOf(match, part)
    if (/[：:]$/.test(s) && !at.segment.ordinal) {
      if (subject) this.scopes.push({ depth: this.path.length, names: subject.lead })
      return this.piece(part, /如下|以下/.test(s) && !subject ? 'formality' : 'goal', 'chapeau')
    }
    const verdict = verdictOf(match, part, {
      chapter: this.chapter,
      mode: this.mode,
      ordinal: at.segment.ordinal !== null,
      umbrella: at.umbrella,
      numbered: this.path.length > 0,
      dated: deadline.kind === 'date',
      subject,
    })
    if (subject && (subject.initial || !at.alone)) this.subject = subject.lead
    if (verdict.class !== 'task') return this.piece(part, verdict.class, verdict.reason)
    if (this.headingOnly(part, s, at)) {
      this.piece(part, 'task', 'slogan')
      this.slogan = part.start
      return
    }
    this.piece(part, 'task', verdict.reason)
    const start = this.slogan ?? part.start
    this.slogan = null
    const helpers = helpersOf(match, part)
    const named: Assignment = subject
      ? { ...subject, support: [...subject.support, ...helpers] }
      : { lead: this.subject, support: helpers, first: false, initial: false }
    const task = this.add({ start, end: this.endOf(part) }, verdict.reason, named, deadline)
    if (!subject && this.subject.length > 0) task.reasons.push('inherited_subject')
    if (at.first && at.segment.ordinal && isUmbrellaOf(match, s, at.following) && deadline.kind === 'none')
      task.modality = 'general'
    if (at.umbrella) task.modality = 'general'
  }

  private slogan: number | null = null

  private endOf(part: Span): number {
    const tail = /等(?:几个|几)?方面的?(?:重点)?(?:工作|任务)[。；]?$/.exec(
      this.reader.match.slice(part.start, part.end),
    )
    return tail &&
      tail.index <= 30 &&
      this.last &&
      this.last.end <= part.start &&
      part.start - this.last.end <= 1
      ? part.start + tail.index
      : part.end
  }

  // “一是推进政务诚信建设“一盘棋”。” names what its next sentence orders
  private headingOnly(
    part: Span,
    s: string,
    at: { first: boolean; following: Span[]; segment: Segment },
  ): boolean {
    if (!at.first || !at.segment.ordinal || at.following.length === 0 || part.start !== at.segment.start)
      return false
    if (
      /[，；]/.test(s.replace(/^(?:第[一二三四五六七八九十]{1,2}|首先|其次|再次|最后)，/, '')) ||
      s.length > 26
    )
      return false
    return at.following.length === 1 || /[“"][^”"]{1,10}[”"]。?$/.test(s)
  }

  private add(span: Span, reason: string, who: Assignment, deadline = noDeadline): Found {
    const { match, anchor } = this.reader
    const due = deadline.kind === 'none' ? readDeadlineZh(match, span.start, span.end, anchor) : deadline
    const path = [
      ...this.path,
      ...(this.block && this.path.length === 0 ? [this.block] : []),
      ...(this.ordinal ? [this.ordinal] : []),
    ]
    const task: Found = {
      start: span.start,
      end: span.end,
      path,
      group: this.group,
      lead: who.lead,
      support: who.support,
      cascade: cascades(match, span, who.lead),
      deadline: due,
      modality: modalityOf(match, span),
      reasons: [reason],
    }
    this.out.found.push(task)
    this.last = task
    return task
  }

  private piece(span: Span, klass: ProvisionClass, reason: string): void {
    const path = [
      ...this.path,
      ...(this.block && this.path.length === 0 ? [this.block] : []),
      ...(this.ordinal ? [this.ordinal] : []),
    ]
    this.out.pieces.push({ start: span.start, end: span.end, path, class: klass, reason })
  }
}

function bareAssignment(match: string, span: Span): Assignment | null {
  return match[span.start] === '（' ? bracketAssignment(match, span.start + 1, span.end - 1) : null
}
