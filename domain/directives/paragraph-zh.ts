import { cascades, helpersOf, subjectOf, trailingBracket, type Assignment } from './assign-zh'
import { attributeLine, type Attributes } from './attributes-zh'
import { announcesOrders, introducerAt, type BlockMode } from './blocks-zh'
import { noDeadline } from './deadline'
import { bracketDeadline, readDeadlineZh } from './deadlines-zh'
import type { ProvisionClass } from './decomposition'
import { isNarrative, modalityOf, pointsBack } from './duty-zh'
import { segmentsZh, type Line, type Segment } from './outline-zh'
import type { Found, NameAt, Reader, Reading } from './piece'
import { ItemReader, orderFirst, subjectsChange } from './item-zh'
import { endBeforeSummary, isSlogan, type PartPlace } from './slogan-zh'
import { SubjectMemory } from './subjects-zh'
import { isUmbrellaOf, verdictOf, type Verdict } from './verdict-zh'
import { listedActionsZh, partsZh, sentencesZh, type Span } from './sentences-zh'

/** Reads paragraphs one after another, carrying what they inherit: block, chapter, subject, the rule “the first leads”. */
export class ParagraphReader {
  private path: string[] = []
  private chapter: Verdict | null = null
  private mode: BlockMode = 'none'
  private block: string | null = null
  private firstLeads = false
  private readonly subject = new SubjectMemory()
  private ordinal: string | null = null
  private group: string | null = null
  private last: Found | null = null
  private readonly item: ItemReader

  constructor(
    private readonly reader: Reader,
    private readonly out: Reading,
    private readonly formal: boolean,
    private readonly statute: boolean,
  ) {
    this.item = new ItemReader(out)
  }

  /** Enters a numbered line: its path, what its chapter's title says, its level, where its item begins (−1: below its heading). */
  enter(path: string[], chapter: Verdict | null, level: number, start: number): void {
    this.item.enter(start)
    this.subject.enter(path.length, level < 0)
    this.path = path
    this.chapter = chapter
    this.last = null
    this.ordinal = null
    if (path.length <= 1) {
      // “通知如下：” reaches over a lone numbered line
      const announced = this.mode === 'order' && this.block === null
      this.mode = path.length === 0 ? 'none' : this.formal ? 'chapter' : announced ? 'order' : 'none'
      this.block = null
    }
  }

  /** Adds what a line of labels says to the item or task before it; false where there is none. */
  attach(attributes: Attributes, line: Span): boolean {
    if (this.chapter?.class === 'background') return false
    let task = this.item.current
    const open = this.item.tasks(true)
    if (!task && open.length > 1 && subjectsChange(open.map((one) => (one.named ? one.lead : null)))) {
      // each sentence has its own subject: the labels serve those that name nobody
      this.piece(line, 'task', 'attribute_line')
      this.item.spread(open, {
        lead: [...attributes.lead, ...attributes.owners],
        support: attributes.support,
      })
      for (const one of open)
        if (attributes.deadline && one.deadline.kind === 'none') one.deadline = attributes.deadline
      return true
    }
    if (!task && this.item.isOpen) {
      const start = this.item.close(line, 'assigned_item', true)
      task = this.add({ start, end: line.end }, 'assigned_item', none)
    }
    task ??= this.last
    if (!task) return false
    this.piece(line, 'task', 'attribute_line')
    this.item.label(task, attributes)
    task.end = line.end
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
    this.subject.paragraph(lineStart === start && this.path.length > 0)
    this.paragraphFrom = this.out.found.length
    this.bare = /^[（(【[]/.test(match.slice(start, start + 1)) && sentencesZh(match, start, end).length === 1
    // the item that its number opened on this very line goes on; another paragraph stands for itself
    if (!this.bare) this.item.open(start, whole === null && start === lineStart)
    if (
      !this.formal &&
      this.path.length === 0 &&
      segments[0]?.ordinal === null &&
      isNarrative(match.slice(start, Math.min(end, start + 60)))
    )
      this.mode = 'none'
    let chapeau: NameAt[] = this.subject.names
    segments.forEach((segment, i) => {
      const umbrella = segment.ordinal === null && (i + 1 < segments.length || nextOrdinal)
      this.ordinal = segment.ordinal
      if (segment.ordinal) this.subject.names = chapeau
      this.subject.stretch()
      this.segment(segment, umbrella, i === 0 ? whole : null)
      this.flushSlogan()
      if (segment.ordinal === null) chapeau = this.subject.names
    })
  }

  private segment(segment: Segment, umbrella: boolean, whole: number | null): void {
    const { match } = this.reader
    const sentences = sentencesZh(match, segment.start, segment.end)
    if (segment.ordinal) {
      this.item.open(segment.start, true)
      const body = match.slice(segment.start, segment.end)
      const stop = body.search(/[，。；：]/)
      this.group = stop > 0 ? body.slice(0, stop) : body
    } else this.group = this.path.at(-1) ?? this.block
    sentences.forEach((sentence, i) => {
      let from = i === 0 && whole !== null ? whole : sentence.start
      const intro = introducerAt(match, sentence.start, sentence.end)
      const told = match.slice(sentence.start, sentence.start + 2)
      // “会议同意…”, “会议听取…” end what “会议认为，” began
      if (!intro && (told === '会议' || told === '大会')) {
        this.mode = this.formal && this.path.length > 0 ? 'chapter' : 'none'
        this.block = null
      }
      if (intro) {
        // “会议指出，要…”: what is remarked with 要 is ordered, and what follows with it
        const orders = /^\s?(?:[^，。；]{0,20})?要(?![求点素领])/.test(match.slice(intro.end, intro.end + 24))
        this.mode = intro.mode === 'remark' && orders && !umbrella ? 'order' : intro.mode
        this.block = intro.label
        this.ordinal = segment.ordinal
        this.piece({ start: from, end: intro.end }, 'formality', 'introducer')
        from = intro.end
        while (from < sentence.end && /\s/.test(match[from]!)) from++
        if (from >= sentence.end) return
      }
      const span = { start: from, end: sentence.end }
      const labels =
        i > 0 && !'（('.includes(match[span.start]!) ? attributeLine(match, span, this.reader.anchor) : null
      if (labels && this.attach(labels, span)) return
      const assigned = this.assigned(span)
      if (assigned === true) return
      this.item.open(span.start, false)
      const parts = partsZh(match, span, this.mode === 'chapter').flatMap(
        (part) => listedActionsZh(match, part) ?? [part],
      )
      for (const part of parts) {
        this.part(part, {
          introduced: intro !== null && part.start === from,
          umbrella,
          first: i === 0,
          following: sentences.slice(i + 1),
          segment,
          alone: parts.length === 1,
        })
      }
      if (assigned) this.item.spread(this.item.tasks(false), assigned)
      if (this.mode !== 'chapter' && announcesOrders(match.slice(span.start, span.end))) this.mode = 'order'
    })
  }

  /** “（…负责）” makes one task of its item (true); where subjects change in it, the assignment to spread over them afterwards. */
  private assigned(span: Span): true | Assignment | null {
    const { match } = this.reader
    const bracket = trailingBracket(match, span.start, span.end, this.path.length > 0)
    if (!bracket || this.chapter?.class === 'background') return null
    if (bracket.assignment.first) this.firstLeads = true
    const assignment = orderFirst(bracket.assignment, this.firstLeads)
    const before = this.item.tasks(this.bare)
    const alone = bracket.at <= span.start
    const own = alone ? null : subjectOf(match, { start: span.start, end: bracket.at })
    const leads = before.map((task) => (task.named ? task.lead : null))
    if (!alone) leads.push(own?.initial ? own.lead : null)
    if (before.length > 0 && subjectsChange(leads)) {
      if (!alone) return assignment
      this.piece(span, 'task', 'assigned_item')
      if (this.last && !this.bare) this.last.end = span.end
      this.item.spread(before, assignment)
      return true
    }
    this.piece(span, 'task', 'assigned_item')
    const start = this.item.close(span, 'assigned_item', this.bare)
    const task = this.add({ start, end: span.end }, 'assigned_item', assignment)
    if (task.deadline.kind === 'none')
      task.deadline = bracketDeadline(match, bracket.at, span.end, this.reader.anchor)
    return true
  }

  private part(part: Span, at: PartPlace): void {
    const { match, anchor } = this.reader
    const s = match.slice(part.start, part.end)
    const deadline = readDeadlineZh(match, part.start, part.end, anchor)
    const back = deadline.kind === 'none' ? null : pointsBack(s)
    if (this.last && back) {
      this.last.end = part.end
      const tasks = back === 'all' ? this.out.found.slice(this.paragraphFrom) : [this.last]
      for (const task of tasks) {
        if (task !== this.last && task.deadline.kind !== 'none') continue
        task.deadline = deadline
        task.reasons.push('trailing_deadline')
      }
      return this.piece(part, 'task', 'trailing_deadline')
    }
    const subject = subjectOf(match, part)
    if (/[：:]$/.test(s) && !at.segment.ordinal) {
      if (subject) this.subject.chapeau(this.path.length, subject.lead)
      return this.piece(part, /如下|以下/.test(s) && !subject ? 'formality' : 'goal', 'chapeau')
    }
    const verdict = verdictOf(match, part, {
      chapter: this.chapter,
      mode: this.mode,
      ordinal: at.segment.ordinal !== null,
      umbrella: at.umbrella,
      numbered: this.path.length > 0,
      dated: deadline.kind !== 'none',
      introduced: at.introduced,
      statute: this.statute,
      preface: this.formal && this.path.length === 0,
      follows: this.last !== null && part.start - this.last.end <= 1 && this.subject.names.length > 0,
      subject,
    })
    if (subject && (subject.initial || !at.alone)) this.subject.take(subject)
    if (verdict.class !== 'task') return this.piece(part, verdict.class, verdict.reason)
    if (isSlogan(part, s, at)) {
      this.piece(part, 'task', 'slogan')
      this.slogan = part
      return
    }
    this.piece(part, 'task', verdict.reason)
    const start = this.slogan?.start ?? part.start
    this.slogan = null
    const helpers = helpersOf(match, part)
    const named: Assignment = subject
      ? { ...subject, support: [...subject.support, ...helpers] }
      : { ...none, lead: this.subject.names, support: [...this.subject.support, ...helpers] }
    const task = this.add(
      { start, end: endBeforeSummary(match, part, this.last) },
      verdict.reason,
      named,
      deadline,
    )
    task.named = subject?.initial ?? false
    if (!subject && this.subject.names.length > 0) task.reasons.push('inherited_subject')
    else if (!subject) this.subject.anonymous()
    if (at.first && at.segment.ordinal && isUmbrellaOf(match, s, at.following) && deadline.kind === 'none')
      task.modality = 'general'
    if (at.umbrella) task.modality = 'general'
  }

  private slogan: Span | null = null
  private bare = false
  private paragraphFrom = 0

  // one that no order spells out is itself what is to be done
  private flushSlogan(): void {
    const span = this.slogan
    this.slogan = null
    if (span) this.add(span, 'slogan', { ...none, lead: this.subject.names })
  }

  private add(span: Span, reason: string, who: Assignment, deadline = noDeadline): Found {
    const { match, anchor } = this.reader
    const due = deadline.kind === 'none' ? readDeadlineZh(match, span.start, span.end, anchor) : deadline
    const task: Found = {
      start: span.start,
      end: span.end,
      path: this.place(),
      group: this.group,
      lead: [...who.lead],
      support: [...who.support],
      cascade: cascades(match, span, who.lead),
      deadline: due,
      modality: modalityOf(match, span),
      reasons: [reason],
    }
    this.out.found.push(task)
    this.last = task
    return task
  }

  private place(): string[] {
    return [
      ...this.path,
      ...(this.block && this.path.length === 0 ? [this.block] : []),
      ...(this.ordinal ? [this.ordinal] : []),
    ]
  }

  private piece(span: Span, klass: ProvisionClass, reason: string): void {
    this.out.pieces.push({ start: span.start, end: span.end, path: this.place(), class: klass, reason })
  }
}

const none: Assignment = { lead: [], support: [], first: false, initial: false }
