import { reportingStanding, type Pause } from '@/domain/tasks/reporting-cycle'
import { isAcknowledged, isActiveAssignment, isOpenAssignment } from '@/domain/tasks/assignment-lifecycle'
import type { LightFacts } from '@/domain/tasks/light'
import type { MoveAssignment, MoveFacts } from '@/domain/tasks/whose-move'
import { localDateIn } from '@/domain/calendar/local-date'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { cycleRuleOf, reportDays } from '@/server/tasks/reporting-rule'

/** What the kept projections of a task are worked out from. */
export const standingSelect = {
  id: true,
  status: true,
  kind: true,
  cycle: true,
  cycleDay: true,
  dueOn: true,
  dispatchedOn: true,
  officeOwned: true,
  ownerUnitId: true,
  createdAt: true,
  submittedAt: true,
  approvedAt: true,
  dispatchedAt: true,
  completedAt: true,
  completedOn: true,
  everOverdue: true,
  suspendedAt: true,
  reopenedAt: true,
  assignments: {
    select: {
      id: true,
      unitId: true,
      part: true,
      status: true,
      dueOn: true,
      dispatchedAt: true,
      acknowledgedAt: true,
      refusedAt: true,
      acceptedAt: true,
      everOverdue: true,
      reopenedAt: true,
      unit: { select: { kind: true } },
      reports: {
        orderBy: { seq: 'desc' },
        select: {
          status: true,
          claimedProgress: true,
          submittedAt: true,
          sentForSignoffAt: true,
          review: { select: { verifiedProgress: true, basis: true, decision: true, reviewedAt: true } },
        },
      },
    },
  },
} satisfies Prisma.TaskSelect

/** The same of a task's own parts and, of what was handed down, of these alone. */
export function standingNear(assignmentIds: readonly string[]) {
  const where = { OR: [{ parentAssignmentId: null }, { id: { in: [...assignmentIds] } }] }
  return {
    ...standingSelect,
    assignments: { ...standingSelect.assignments, where },
  } satisfies Prisma.TaskSelect
}

export type StandingTask = Prisma.TaskGetPayload<{ select: typeof standingSelect }>
export type StandingAssignment = StandingTask['assignments'][number]

/** The figures of an assignment: claimed by its last report that stands, verified by its last accepted review. */
export function figuresOf(assignment: StandingAssignment) {
  const standing = assignment.reports.find((r) => r.status === 'submitted' || r.status === 'accepted')
  const accepted = assignment.reports.find((r) => r.status === 'accepted' && r.review?.decision === 'accept')
  const lastReportAt = assignment.reports.reduce<Date | null>(
    (last, r) => (r.submittedAt && (!last || r.submittedAt > last) ? r.submittedAt : last),
    null,
  )
  return {
    claimed: standing?.claimedProgress ?? 0,
    verified: accepted?.review?.verifiedProgress ?? 0,
    basis: accepted?.review?.basis ?? null,
    awaitingReview: assignment.reports.find((r) => r.status === 'submitted')?.claimedProgress ?? null,
    lastReportAt,
  }
}

const NOTHING_OWED = { missedPeriods: 0, reportDuesAhead: [], reportFromOn: null }

/** How the reporting cycle of an assignment stands; while its completion waits for a review it owes no further report. */
export function cycleStandingOf(
  ctx: Pick<Ctx, 'calendar' | 'settings' | 'today'>,
  task: StandingTask,
  assignment: StandingAssignment | undefined,
  pauses: readonly Pause[],
) {
  const { zone } = ctx.settings
  const rule = assignment && cycleRuleOf(task, assignment, zone)
  if (!rule || (task.status !== 'in_progress' && task.status !== 'dispatched')) return NOTHING_OWED
  const reportedOn = reportDays(assignment.reports, zone)
  const done = assignment.status === 'reported_done'
  const until = done ? reportedOn.reduce((last, day) => (day > last ? day : last), rule.startOn) : ctx.today
  const { missedPeriods, reportDuesAhead, reportFromOn } = reportingStanding(
    rule,
    reportedOn,
    pauses,
    ctx.calendar,
    until,
  )
  return done
    ? { missedPeriods, reportDuesAhead: [], reportFromOn: null }
    : { missedPeriods, reportDuesAhead, reportFromOn }
}

/** The facts of the light of an assignment; of the task where it is its lead's. */
export function lightFactsOf(
  ctx: Pick<Ctx, 'calendar' | 'settings' | 'today'>,
  task: StandingTask,
  assignment: StandingAssignment | undefined,
  pauses: readonly Pause[],
  of: 'task' | 'assignment',
): LightFacts {
  const figures = assignment ? figuresOf(assignment) : null
  // A suspended or terminated task has no light, nor has what its units still owed on it.
  const rests = task.status === 'suspended' || task.status === 'terminated'
  const ofTask = of === 'task' || !assignment || (rests && isOpenAssignment(assignment.status))
  const accepted = assignment?.acceptedAt ? localDateIn(assignment.acceptedAt, ctx.settings.zone) : null
  return {
    status: ofTask ? task.status : assignment.status,
    kind: task.kind,
    dispatchedOn: toLocalDateOrNull(task.dispatchedOn),
    acknowledged: assignment ? isAcknowledged(assignment.status) : false,
    dueOn: toLocalDateOrNull(of === 'task' || !assignment ? task.dueOn : assignment.dueOn),
    claimedAwaitingReview: figures?.awaitingReview ?? null,
    verified: figures?.verified ?? 0,
    ...cycleStandingOf(ctx, task, assignment, pauses),
    completedOn: of === 'task' ? toLocalDateOrNull(task.completedOn) : accepted,
  }
}

/** The facts of whose move a task is; `openBelow` of `countOpenBelow`. */
export function moveFactsOf(task: StandingTask, zone: string, openBelow = 0): MoveFacts {
  const day = (at: Date) => localDateIn(at, zone)
  const lead = task.assignments.find((a) => a.part === 'lead' && isActiveAssignment(a.status))
  return {
    status: task.status,
    since: day(statusSince(task)),
    officeOwned: task.officeOwned,
    ownerUnitId: task.ownerUnitId,
    openBelow,
    assignments: task.assignments.map((assignment): MoveAssignment => {
      const open = assignment.reports.find((r) => r.status === 'submitted' || r.status === 'awaiting_signoff')
      return {
        unitId: assignment.unitId,
        part: assignment.part,
        status: assignment.status,
        since: day(assignmentSince(assignment)),
        report:
          open?.status === 'submitted'
            ? { status: 'submitted', since: day(open.submittedAt ?? assignment.dispatchedAt) }
            : open?.status === 'awaiting_signoff'
              ? { status: 'awaiting_signoff', since: day(open.sentForSignoffAt ?? assignment.dispatchedAt) }
              : null,
        recordedByUnitId: assignment.unit.kind === 'external' ? lead?.unitId : undefined,
      }
    }),
  }
}

function statusSince(task: StandingTask): Date {
  const { status, createdAt, submittedAt, approvedAt, dispatchedAt, completedAt } = task
  if (status === 'suspended') return task.suspendedAt ?? dispatchedAt ?? createdAt
  if (status === 'draft') return createdAt
  if (status === 'awaiting_approval') return submittedAt ?? createdAt
  if (status === 'approved') return approvedAt ?? createdAt
  if (status === 'completed' || status === 'struck_off') return completedAt ?? createdAt
  const reviewed = task.assignments.map((a) => assignmentSince(a).getTime())
  return status === 'under_review' && reviewed.length > 0
    ? new Date(Math.max(...reviewed))
    : (task.reopenedAt ?? dispatchedAt ?? createdAt)
}

/** When the assignment came to where it stands: its last review, report, ruling or acknowledgement. */
function assignmentSince(assignment: StandingAssignment): Date {
  const { status, dispatchedAt, acknowledgedAt, refusedAt, acceptedAt, reopenedAt } = assignment
  if (status === 'awaiting_acknowledgement') return dispatchedAt
  if (status === 'refused') return refusedAt ?? dispatchedAt
  const times = [
    acknowledgedAt,
    acceptedAt,
    reopenedAt,
    ...assignment.reports.flatMap((r) => [r.submittedAt, r.review?.reviewedAt ?? null]),
  ]
  return times.reduce<Date>((last, at) => (at && at > last ? at : last), dispatchedAt)
}
