import type { LocalDate } from '@/domain/calendar/local-date'
import type { AssignmentPart, AssignmentStatus } from './assignment-lifecycle'
import { isActiveAssignment } from './assignment-lifecycle'
import type { TaskStatus } from './lifecycle'

/**
 * Who must act next. office: the officers and the office head · approver: the office head or a leader · owner: the unit
 * that handed the task down and does as the office does its own · lead, unit: the lead unit, another that carries it out.
 */
export const MOVE_PARTIES = ['office', 'approver', 'owner', 'lead', 'unit'] as const
/** One of `MOVE_PARTIES`. */
export type MoveParty = (typeof MOVE_PARTIES)[number]

/** What is to be done next: every act that `whoseMove` names, for the messages. */
export const MOVE_ACTS = [
  'submit',
  'approve',
  'dispatch',
  'acknowledge',
  'rule',
  'report',
  'sign_off',
  'review',
  'conclude',
  'complete',
  'strike_off',
  'resume',
  'see_below',
] as const
/** One of `MOVE_ACTS`. */
export type MoveAct = (typeof MOVE_ACTS)[number]

/** Whose move it is, on what, since which day; the unit where it is a unit's. */
export type Move = { party: MoveParty; unitId?: string; act: MoveAct; since: LocalDate }

/** An assignment as `whoseMove` sees it. */
export type MoveAssignment = {
  unitId: string
  part: AssignmentPart
  status: AssignmentStatus
  /** The day on which it came into its status. */
  since: LocalDate
  /** Its report under way, with the day since when it stands so. */
  report?: { status: 'awaiting_signoff' | 'submitted'; since: LocalDate } | null
  /** The unit that records it, where the assignment's own has no accounts (external). */
  recordedByUnitId?: string
}

/** A task as `whoseMove` sees it. */
export type MoveFacts = {
  status: TaskStatus
  /** The day on which the task came into its status. */
  since: LocalDate
  officeOwned: boolean
  ownerUnitId: string
  /** Those of a level further down (local) are moves of whoever handed them down, not of the task. */
  assignments: readonly MoveAssignment[]
  /** Child tasks and handed-down assignments that are open: the lead sees to it that they are done. */
  openBelow?: number
}

/**
 * Whose move the task is. Derived from the statuses alone; of several, the lead's comes first and then the longest wait.
 * Null once nothing is owed: struck off, archived, declined, terminated.
 */
export function whoseMove(facts: MoveFacts): Move | null {
  return allMoves(facts)[0] ?? null
}

/** Every move that is open on the task, in the order of `whoseMove`. */
export function allMoves(facts: MoveFacts): Move[] {
  const { status, since } = facts
  switch (status) {
    case 'draft':
      return [ownerMove(facts, 'submit', since)]
    case 'awaiting_approval':
      return [approverMove(facts, 'approve', since)]
    case 'approved':
      return [approverMove(facts, 'dispatch', since)]
    case 'suspended':
      return [{ party: 'approver', act: 'resume', since }]
    case 'completed':
      // A handed-down task ends with its completion; the office strikes off its own.
      return facts.officeOwned ? [{ party: 'approver', act: 'strike_off', since }] : []
    case 'dispatched':
    case 'in_progress':
    case 'under_review': {
      const moves = assignmentMoves(facts)
      if (moves.length > 0) return moves
      if (facts.openBelow) return [belowMove(facts)]
      return status === 'under_review'
        ? [approverMove(facts, 'complete', since)]
        : [ownerMove(facts, 'conclude', latest(facts))]
    }
    default:
      return []
  }
}

/** The move of one assignment: its unit's, or the owner's; null where nothing is owed on it. */
export function whoseMoveOnAssignment(
  facts: Pick<MoveFacts, 'officeOwned' | 'ownerUnitId'>,
  assignment: MoveAssignment,
): Move | null {
  const { status, since, report } = assignment
  const party = assignment.part === 'lead' ? 'lead' : 'unit'
  const unitId = assignment.recordedByUnitId ?? assignment.unitId
  if (status === 'awaiting_acknowledgement') return { party, unitId, act: 'acknowledge', since }
  if (status === 'refused') return ownerMove(facts, 'rule', since)
  if (status === 'reported_done') return ownerMove(facts, 'review', report?.since ?? since)
  if (status !== 'acknowledged' && status !== 'in_progress') return null
  if (report?.status === 'submitted') return ownerMove(facts, 'review', report.since)
  if (report?.status === 'awaiting_signoff') return { party, unitId, act: 'sign_off', since: report.since }
  return { party, unitId, act: 'report', since }
}

function assignmentMoves(facts: MoveFacts): Move[] {
  const active = facts.assignments.filter((one) => one.part !== 'local' && isActiveAssignment(one.status))
  const rank = (one: MoveAssignment) => (one.part === 'lead' ? 0 : 1)
  return active
    .flatMap((one) => {
      const move = whoseMoveOnAssignment(facts, one)
      return move ? [{ move, rank: rank(one) }] : []
    })
    .sort(
      (a, b) => a.rank - b.rank || (a.move.since < b.move.since ? -1 : a.move.since > b.move.since ? 1 : 0),
    )
    .map((one) => one.move)
}

/** All of the task's own parts are done, not yet what they handed down. */
function belowMove(facts: MoveFacts): Move {
  const lead = facts.assignments.find((one) => one.part === 'lead' && isActiveAssignment(one.status))
  return { party: 'lead', unitId: lead?.unitId, act: 'see_below', since: latest(facts) }
}

function ownerMove(
  facts: Pick<MoveFacts, 'officeOwned' | 'ownerUnitId'>,
  act: MoveAct,
  since: LocalDate,
): Move {
  if (facts.officeOwned) return { party: 'office', act, since }
  return { party: 'owner', unitId: facts.ownerUnitId, act, since }
}

function approverMove(facts: MoveFacts, act: MoveAct, since: LocalDate): Move {
  if (facts.officeOwned) return { party: 'approver', act, since }
  return { party: 'owner', unitId: facts.ownerUnitId, act, since }
}

/** Since when all is in: the last day on which an assignment moved. */
function latest(facts: MoveFacts): LocalDate {
  return facts.assignments.reduce((day, one) => (one.since > day ? one.since : day), facts.since)
}
