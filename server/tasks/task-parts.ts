import { firstUnpublishedYear } from '@/domain/calendar/calendar-change'
import type { LocalDate } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { can } from '@/domain/permissions/policy'
import { availableAssignmentEvents, isPossible } from '@/domain/permissions/available-events'
import {
  isAcknowledged,
  isActiveAssignment,
  isOpenAssignment,
  nextAssignmentStatus,
} from '@/domain/tasks/assignment-lifecycle'
import type { LightFacts } from '@/domain/tasks/light'
import { isRunningTask } from '@/domain/tasks/lifecycle'
import { whoseMoveOnAssignment, type Move, type MoveAssignment } from '@/domain/tasks/whose-move'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { lightViewOf } from '@/server/tasks/light-view'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import { moveFactsOf, standingNear } from '@/server/tasks/standing'
import { readsReportsOf } from '@/server/tasks/task-reports'
import { shownLight, shownMove } from '@/server/tasks/task-words'

/** Reports of an assignment that have not left its unit, as far as the actor may know of them. */
type OpenReport = { id: string; assignmentId: string; seq: number; status: string }

/**
 * 谁欠什么: the active assignments with what each owes next. What the actor may not read of an assignment is null: of the
 * lead a supporter sees status and percentage only, of the other supporters that they are there.
 */
export async function readTaskParts(ctx: Ctx, task: LoadedTask, open: readonly OpenReport[]) {
  const select = standingNear(task.assignments.map((one) => one.id))
  const standing = await ctx.tx.task.findUniqueOrThrow({ where: { id: task.id }, select })
  const facts = moveFactsOf(standing, ctx.settings.zone)
  const moves = new Map(standing.assignments.map((one, index) => [one.id, facts.assignments[index]]))
  return task.assignments
    .filter((one) => isActiveAssignment(one.status) && (one.part !== 'local' || readsReportsOf(ctx, one)))
    .map((assignment) => {
      const move = moves.get(assignment.id)
      return toPart(ctx, { task, assignment, move, open })
    })
}

export type TaskPart = Awaited<ReturnType<typeof readTaskParts>>[number]

type PartOf = {
  task: LoadedTask
  assignment: LoadedAssignment
  move: MoveAssignment | undefined
  open: readonly OpenReport[]
}

function toPart(ctx: Ctx, { task, assignment, move, open }: PartOf) {
  const { id, version, part, status, unit } = assignment
  const full = readsReportsOf(ctx, assignment)
  const seen = full || part === 'lead'
  const running = isRunningTask(task.status)
  const next = running && full && move ? whoseMoveOnAssignment(ownerOf(task, assignment), move) : null
  const draft = open.find((one) => one.assignmentId === id) ?? null
  const refuseDueOn = toLocalDate(assignment.refuseDueOn)
  const tooLate = { code: 'task.refuse_too_late', params: { dueOn: refuseDueOn } }
  const notTaken = { code: 'task.lead_not_acknowledged', params: {} }
  const inReview =
    move?.report?.status === 'submitted' ? [{ code: 'task.report_awaits_review', params: {} }] : []
  const events = running
    ? availableAssignmentEvents(
        ctx.actor,
        { ...assignment.facts, status },
        {
          refuse: ctx.today > refuseDueOn ? [tooLate] : [],
          replace: inReview,
          waive: part === 'lead' && !isAcknowledged(status) ? [notTaken, ...inReview] : inReview,
        },
      )
    : []
  const working = status === 'acknowledged' || status === 'in_progress'
  const mayWrite = running && working && can(ctx.actor, 'report.write', assignment.facts)
  const { id: _id, kind: _kind, sort: _sort, ...named } = unit
  return {
    id,
    version,
    part,
    unit: named,
    /** The unit whose people carry it out: an external unit's part is the lead's. */
    carrierId: assignment.facts.external ? (task.leadUnitId ?? assignment.unitId) : assignment.unitId,
    person: full ? assignment.responsiblePerson : null,
    status: seen ? status : null,
    claimed: seen ? assignment.claimedProgress : null,
    verified: seen ? assignment.verifiedProgress : null,
    basis: full ? assignment.verifiedBasis : null,
    light: full ? shownLight(status, lightViewOf(ctx, assignment)) : null,
    refusalReason: full && status === 'refused' ? assignment.refusalReason : null,
    closeReason: full ? assignment.closeReason : null,
    next: next && owed(ctx, assignment, next),
    acts: {
      acknowledge: isPossible(events, 'acknowledge'),
      refuse: isPossible(events, 'refuse'),
      /** The last day to refuse: said where the unit may still answer, also once it is over. */
      refuseDueOn: isPossible(events, 'acknowledge') ? refuseDueOn : null,
      rule: isPossible(events, 'rule_stands'),
      reassign: isPossible(events, 'replace'),
      waive: isPossible(events, 'waive'),
      name_person:
        running && isOpenAssignment(status) && can(ctx.actor, 'assignment.name_person', assignment.facts),
      /** Accepted: it may be asked for again, where the task is. */
      again: full && nextAssignmentStatus(status, 'reopen') !== null && part !== 'lead',
      report: mayWrite && move?.report?.status !== 'submitted',
      signOff:
        draft?.status === 'awaiting_signoff' && can(ctx.actor, 'report.sign_off', assignment.facts)
          ? draft.id
          : null,
    },
  }
}

/** Who rules on an assignment and reviews it: the task's owner, or the unit that handed it down. */
function ownerOf(task: LoadedTask, { parentAssignment }: LoadedAssignment) {
  return parentAssignment ? { officeOwned: false, ownerUnitId: parentAssignment.unitId } : task
}

/** What is owed next, by when (null: no date is set for it), and for how many working days it has waited. */
function owed(ctx: Ctx, assignment: LoadedAssignment, move: Move) {
  const on = owedOn(assignment, move)
  return {
    act: shownMove(ctx, move, null)?.act ?? move.act,
    party: move.party,
    on,
    late: on !== null && on < ctx.today,
    /** The year, up to the date, whose calendar is not published: the date may change. */
    unpublished: on === null ? null : firstUnpublishedYear(ctx.today, on, ctx.calendar),
    /** Working days left until `on`, or past it; without a date, waited. */
    days:
      on === null
        ? Math.max(0, workingDaysBetween(move.since, ctx.today, ctx.calendar))
        : Math.abs(workingDaysBetween(ctx.today, on, ctx.calendar)),
  }
}

function owedOn(assignment: LoadedAssignment, { act }: Move): LocalDate | null {
  if (act === 'acknowledge') return toLocalDate(assignment.acknowledgeDueOn)
  if (act !== 'report' && act !== 'sign_off') return null
  const facts = assignment.lightFacts as LightFacts | null
  return facts?.reportDuesAhead?.[0] ?? toLocalDateOrNull(assignment.dueOn)
}
