import { isUnsigned } from '@/domain/reports/lifecycle'
import { hasRole, selvesOf, type Actor, type Grant } from './actor'
import { scopeOf, subjectKindsOf, type Permission, type Scope, type SubjectOf } from './policy-table'
import { grantReadsDirective, grantReadsReport, grantReadsTask, isHiddenDraft } from './reading'
import {
  recordingUnitOf,
  tagSubject,
  type AssignmentFacts,
  type Subject,
  type TaggedSubject,
} from './subjects'

export type { Permission, SubjectOf } from './policy-table'
export type { AssignmentFacts, DirectiveFacts, ReportFacts, Subject, TaskFacts } from './subjects'

/** What jobs may do through the gate: read what has been sent for approval. All else is a command of their own. */
const SYSTEM_READS: readonly Permission[] = ['task.read', 'directive.read', 'report.read']

/**
 * May this actor do this? Two parts: a role that holds the verb, and a unit that is competent for this record.
 * Without a third argument only the first part is asked (navigation, batch buttons); commands always pass the record.
 * An undefined or unfitting record is refused.
 */
export function can<P extends Permission>(
  actor: Actor,
  permission: P,
  ...subject: [] | [SubjectOf<P> | undefined]
): boolean {
  const kinds = subjectKindsOf(permission)
  if (actor.kind === 'system') return systemMay(permission, subject[0])
  const grants = actor.grants.filter((grant) => scopeOf(grant.role, permission) !== null)
  if (grants.length === 0) return false
  if (kinds.length === 0 || subject.length === 0) return true
  if (!subject[0]) return false
  const tagged = tagSubject(subject[0])
  if (!kinds.includes(tagged.kind)) return false
  if (permission === 'report.review' && hadAHandInIt(actor, tagged)) return false
  return (
    grants.some((grant) => {
      const scope = scopeOf(grant.role, permission)
      return scope !== null && isCompetent(actor, grant, scope, tagged)
    }) && mayKnow(actor, tagged)
  )
}

/** The grants by which the actor may do it on its own: for the audit entry and the choice between two hats. */
export function grantsFor<P extends Permission>(
  actor: Actor,
  permission: P,
  ...subject: [] | [SubjectOf<P> | undefined]
): Grant[] {
  return actor.grants.filter((grant) => can({ ...actor, grants: [grant] }, permission, ...subject))
}

/** The auditor sees record numbers and field names; values are masked unless another role shows them. */
export function auditValuesMasked(actor: Actor): boolean {
  return !hasRole(actor, 'discipline')
}

function isCompetent(actor: Actor, grant: Grant, scope: Scope, subject: TaggedSubject): boolean {
  switch (scope) {
    case 'any':
      return true
    case 'office':
      return !('task' in subject) || (subject.task.officeOwned && !isOfLevelBelow(subject))
    case 'own':
      return 'assignment' in subject && isRecordedBy(grant, subject.assignment)
    case 'down':
      return isHandedDownBy(grant, subject)
    case 'supporters':
      return isHandedDownBy(grant, subject) || isSupporterOfOwnLead(grant, subject)
    case 'self':
      return subject.kind === 'person' && subject.person.personId === actor.personId
    case 'unit':
      return grant.reach.includes(unitOf(subject) ?? '')
    case 'read':
      return grantReads(actor, grant, subject)
  }
}

function grantReads(actor: Actor, grant: Grant, subject: TaggedSubject): boolean {
  if (subject.kind === 'task') return grantReadsTask(grant, subject.task)
  if (subject.kind === 'directive') return grantReadsDirective(grant, subject.directive)
  return subject.kind === 'report' && grantReadsReport(actor, grant, subject.report)
}

/** Nobody acts on what does not exist for them: whoever may act on a record may read it (or, of an assignment, its task). */
function mayKnow(actor: Actor, subject: TaggedSubject): boolean {
  return actor.grants.some((grant) => {
    if (subject.kind === 'report') return grantReadsReport(actor, grant, subject.report)
    if (subject.kind === 'directive') return grantReadsDirective(grant, subject.directive)
    return !('task' in subject) || grantReadsTask(grant, subject.task)
  })
}

function isRecordedBy(grant: Grant, assignment: AssignmentFacts): boolean {
  const unit = recordingUnitOf(assignment)
  return unit !== null && grant.reach.includes(unit)
}

/** Handed down by the grant's units: a task that they own, or an assignment below one of theirs. */
function isHandedDownBy(grant: Grant, subject: TaggedSubject): boolean {
  if (!('task' in subject)) return false
  const { task } = subject
  if (!task.officeOwned && grant.reach.includes(task.ownerUnitId)) return true
  if (!('assignment' in subject)) return false
  return subject.assignment.lineageUnitIds.slice(1).some((id) => grant.reach.includes(id))
}

/** What a unit handed down is that unit's to rule on, review and waive: the office answers for what it gave out itself. */
function isOfLevelBelow(subject: TaggedSubject): boolean {
  return 'assignment' in subject && subject.assignment.part === 'local'
}

function isSupporterOfOwnLead(grant: Grant, subject: TaggedSubject): boolean {
  if (!('assignment' in subject)) return false
  const { part, leadUnitId } = subject.assignment
  return part === 'supporting' && leadUnitId !== null && grant.reach.includes(leadUnitId)
}

function unitOf(subject: TaggedSubject): string | null {
  if (subject.kind === 'unit') return subject.unit.unitId
  return subject.kind === 'person' ? subject.person.unitId : null
}

function hadAHandInIt(actor: Actor, subject: TaggedSubject): boolean {
  if (subject.kind !== 'report' || actor.personId === null) return true
  const { writtenById, signedOffById, submittedById, proxyIds = [] } = subject.report
  const hands = [writtenById, signedOffById, submittedById, ...proxyIds]
  return selvesOf(actor).some((id) => hands.includes(id))
}

function systemMay(permission: Permission, subject?: Subject): boolean {
  if (!SYSTEM_READS.includes(permission)) return false
  if (!subject) return true
  const tagged = tagSubject(subject)
  if (!subjectKindsOf(permission).includes(tagged.kind)) return false
  if (tagged.kind === 'task') return !isHiddenDraft(tagged.task)
  return tagged.kind !== 'report' || !isUnsigned(tagged.report.status)
}
