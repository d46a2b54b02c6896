import type { Assignment } from './assign-zh'
import type { Attributes } from './attributes-zh'
import type { Found, NameAt, Reading } from './piece'
import type { Span } from './sentences-zh'

type Mark = { start: number; pieces: number; found: number }

/** What closes an item: a bracket “（…负责）” or lines of labels give one assignment to all that stands in it. */
export class ItemReader {
  /** Where the item begins, while nothing in it has been assigned; null: not begun, or assigned already. */
  private whole: Mark | null = null
  private awaitsBody = false
  /** Where its last paragraph, ordinal, or sentence after an assignment begins. */
  private near: Mark | null = null
  /** The task that label lines made or widened, while further label lines follow. */
  private labelled: Found | null = null
  private ledByLabel = false

  constructor(private readonly out: Reading) {}

  /** Begins a numbered item at its marker, or (−1) where its heading stands alone and the body follows. */
  enter(start: number): void {
    this.whole = start < 0 ? null : this.at(start)
    this.near = this.whole
    this.awaitsBody = start < 0
    this.labelled = null
  }

  /** A stretch begins that a bracket at its end would take whole; `anew` false: only where nothing is open. */
  open(start: number, anew: boolean): void {
    this.labelled = null
    if (this.awaitsBody) this.whole = this.at(start)
    this.awaitsBody = false
    if (anew || !this.near) this.near = this.at(start)
  }

  private at(start: number): Mark {
    return { start, pieces: this.out.pieces.length, found: this.out.found.length }
  }

  /** Start of the measure that an assignment closes, a `bare` one (alone on its line) the whole item; what was found in it gives way. */
  close(span: Span, reason: string, bare: boolean): number {
    const mark = (bare ? this.whole : null) ?? this.near
    const start = mark && mark.start <= span.start ? mark.start : span.start
    if (mark) {
      const { found, pieces } = this.out
      found.length = Math.min(found.length, mark.found)
      for (const piece of pieces.slice(mark.pieces)) Object.assign(piece, { class: 'task', reason })
    }
    this.whole = null
    this.near = null
    return start
  }

  /** The tasks that an assignment would close; a `bare` one (alone on its line) closes the whole item. */
  tasks(bare: boolean): Found[] {
    const mark = (bare ? this.whole : null) ?? this.near
    return mark ? this.out.found.slice(mark.found) : []
  }

  /** Where subjects change inside an item, its assignment goes to those sentences that name nobody; each stays a task of its own. */
  spread(tasks: readonly Found[], assignment: Pick<Assignment, 'lead' | 'support'>): void {
    for (const task of tasks) {
      if (task.lead.length > 0) continue
      task.lead = [...assignment.lead]
      task.support.push(...assignment.support)
      task.reasons.push('assigned_item')
    }
    this.whole = null
    this.near = null
  }

  /** True where something stands that no assignment has closed. */
  get isOpen(): boolean {
    const mark = this.whole ?? this.near
    return mark !== null && this.out.pieces.length > mark.pieces
  }

  /** The task that further label lines belong to. */
  get current(): Found | null {
    return this.labelled
  }

  /** Adds what a label line says to a task: 牵头 leads, 责任 leads unless another does, 配合 supports. */
  label(task: Found, said: Attributes): void {
    if (this.labelled !== task) this.ledByLabel = false
    this.labelled = task
    const add = (names: NameAt[], to: 'lead' | 'support') => task[to].push(...names)
    if (said.lead.length > 0) {
      if (this.ledByLabel) add(said.lead, 'lead')
      else {
        // “责任单位” that stood first helps the lead that is named after it
        if (task.reasons.includes('owner_line')) add(task.lead, 'support')
        task.lead = said.lead
      }
      this.ledByLabel = true
    }
    if (said.owners.length > 0) {
      if (this.ledByLabel) add(said.owners, 'support')
      else {
        task.lead = said.owners
        task.reasons.push('owner_line')
      }
    }
    add(said.support, 'support')
    if (said.deadline && said.deadline.kind !== 'none') task.deadline = said.deadline
    task.reasons.push('attribute_line')
  }
}

/** True where sentences are owed by different subjects, so that one assignment cannot stand for all: each names its own (null: none). */
export function subjectsChange(leads: readonly (readonly NameAt[] | null)[]): boolean {
  let current = ''
  const said = leads.map((names) => (current = names ? names.map((n) => n.name).join('、') : current))
  return new Set(said).size > 1
}

/** The assignment of a bracket as an item's: under the rule “the first named leads” the others help, unless it says who 牵头. */
export function orderFirst(assignment: Assignment, firstLeads: boolean): Assignment {
  if (!firstLeads || assignment.charged || assignment.lead.length < 2) return assignment
  return {
    ...assignment,
    lead: assignment.lead.slice(0, 1),
    support: [...assignment.lead.slice(1), ...assignment.support],
  }
}
