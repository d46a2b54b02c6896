import type { Scope } from './chapeau-en'
import { deadlineEn, readDeadlineCellEn, type AnchorEn } from './deadlines-en'
import type { Modality } from './decomposition'
import type { DutyEn } from './duty-en'
import { helpersEn } from './helpers-en'
import { trailingNames, type Attributes } from './leads-en'
import type { Found, NameAt } from './piece'
import type { Span } from './sentences-zh'
import { subjectEn } from './units-en'

const everywhere =
  /^(?:all|each|every) (?:\w+ )?(?:agenc|department|cit|state|provinc|municipal|count(?:y|ies)|district|local|region)/i

/** Where a duty stands and what it inherits: its place in the outline and the list it is in. */
export type Place = { anchor: AnchorEn; path: string[]; scope?: Scope | undefined; modality?: Modality }

/** A duty found in a stretch: who leads, who helps, by when, and the names of the rules that said so. */
export function foundEn(text: string, span: Span, names: NameAt[], reason: string, place: Place): Found {
  const { anchor, path, scope } = place
  const tail = trailingNames(text, span.start, span.end)
  const lead = names.length === 0 && tail ? tail.lead : names
  const support = [...helpersEn(text, span.start, span.end), ...(scope?.support ?? [])]
  const due = deadlineEn(
    text,
    span.start,
    span.end,
    // the actions of a meeting count their bare terms from the meeting
    reason === 'actor_to' ? { ...anchor, bareTerms: true } : anchor,
  )
  const reasons = [reason]
  if (scope && lead.length > 0 && lead === scope.names) reasons.push('lead_of_chapeau')
  else if (lead.length > 0 && lead === tail?.lead) reasons.push('names_in_brackets')
  if (due.rule) reasons.push(due.rule)
  else if (tail?.due) reasons.push('date_in_brackets')
  else if (scope?.due) reasons.push('due_of_chapeau')
  return {
    start: span.start,
    end: span.end,
    path,
    group: path.at(-1) ?? null,
    lead,
    support: support.filter((h) => !lead.some((n) => n.start < h.end && h.start < n.end)),
    cascade: lead.some((n) => everywhere.test(n.name)),
    deadline:
      due.rule !== null
        ? due.draft
        : tail?.due
          ? readDeadlineCellEn(text, tail.due.start, tail.due.end, anchor)
          : (scope?.due ?? due.draft),
    modality: place.modality ?? 'mandatory',
    reasons,
  }
}

/** Gives a duty what labels after it say (“Owner: …; Due: …”), where its own words said nothing. */
export function assignEn(text: string, task: Found, labels: Attributes, anchor: AnchorEn): void {
  if (task.lead.length === 0) task.lead = labels.lead
  task.support.push(...labels.support)
  if (labels.due && task.deadline.kind === 'none')
    task.deadline = readDeadlineCellEn(text, labels.due.start, labels.due.end, anchor)
}

/** True where advice (“should”, “is encouraged to”) names who and by when: only then it is proposed as a task. */
export function datedAdvice(text: string, span: Span, duty: DutyEn, anchor: AnchorEn): boolean {
  const { rule } = deadlineEn(text, span.start, span.end, anchor)
  return (
    rule !== null &&
    /^due_|^within_term$|^term_after$/.test(rule) &&
    subjectEn(text, span.start, duty.modal).length > 0
  )
}
