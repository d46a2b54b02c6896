import type { Grant } from '@/domain/permissions/actor'
import { recordingUnitOf } from '@/domain/permissions/subjects'
import { reportingStanding } from '@/domain/tasks/reporting-cycle'
import type { UrgeFacts } from '@/domain/urges/rules'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import { cycleRuleOf, readPauses, reportDays } from '@/server/tasks/reporting-rule'

/** An assignment as urging sees it: what it owes, its open urge, the level of its last. */
export type UrgeStanding = UrgeFacts & {
  open: { no: number; answerByOn: string } | null
  lastLevel: number
  /** The last urge lapsed and was not followed by the next level. */
  lapsed: boolean
}

/** The standing of assignments of these tasks by id: three queries however many. */
export async function readUrgeStandings(
  ctx: Ctx,
  tasks: readonly LoadedTask[],
  assignmentIds: readonly string[],
): Promise<ReadonlyMap<string, UrgeStanding>> {
  const ids = [...assignmentIds]
  const [reports, urges, pauses] = await Promise.all([
    ctx.tx.report.findMany({
      where: { assignmentId: { in: ids }, status: { notIn: ['draft', 'awaiting_signoff'] } },
      select: { assignmentId: true, status: true, submittedAt: true },
    }),
    ctx.tx.urge.findMany({
      where: { assignmentId: { in: ids } },
      orderBy: { slip: { sentAt: 'asc' } },
      select: {
        assignmentId: true,
        status: true,
        slip: { select: { no: true, level: true, answerByOn: true } },
      },
    }),
    readPauses(
      ctx,
      tasks.filter((task) => task.cycle).map((task) => task.id),
    ),
  ])
  const wanted = new Set(ids)
  const standings = new Map<string, UrgeStanding>()
  for (const task of tasks)
    for (const one of task.assignments) {
      if (!wanted.has(one.id)) continue
      const own = reports.filter((report) => report.assignmentId === one.id)
      const rule = cycleRuleOf(task, one, ctx.settings.zone)
      const reportedOn = reportDays(own, ctx.settings.zone)
      const sent = urges.filter((urge) => urge.assignmentId === one.id)
      const open = sent.find((urge) => urge.status === 'sent')?.slip
      standings.set(one.id, {
        status: one.status,
        taskStatus: task.status,
        acknowledgeDueOn: toLocalDate(one.acknowledgeDueOn),
        dueOn: toLocalDateOrNull(one.dueOn),
        missedDues: rule
          ? reportingStanding(rule, reportedOn, pauses.get(task.id) ?? [], ctx.calendar, ctx.today).missedDues
          : [],
        reportWaits: own.some((report) => report.status === 'submitted'),
        open: open ? { no: open.no, answerByOn: toLocalDate(open.answerByOn) } : null,
        lastLevel: sent.at(-1)?.slip.level ?? 0,
        lapsed: sent.at(-1)?.status === 'lapsed',
      })
    }
  return standings
}

/** The unit that answers an urge of the assignment: its own, or the lead for one without accounts. */
export function urgedUnitOf(assignment: LoadedAssignment): string {
  return recordingUnitOf(assignment.facts) ?? assignment.unitId
}

/** The unit in whose name a rule urges: the one that handed the assignment down, else the owner of the task. */
export function ruleSenderOf(task: LoadedTask, assignment: LoadedAssignment): string {
  return assignment.parentAssignment?.unitId ?? task.ownerUnitId
}

/** The unit to which the answer goes: the owner of the task, unless a unit urges by its own right. */
export function senderUnitOf(task: LoadedTask, as: Grant | null): string {
  return as?.role === 'unit_head' ? as.unitId : task.ownerUnitId
}

/** True where a report of the assignment was handed in on or after the day. */
export function reportedSince(
  reports: readonly { submittedAt: Date | null; status: string }[],
  sentAt: Date,
): boolean {
  return reports.some(
    (one) => one.status !== 'withdrawn' && one.submittedAt !== null && one.submittedAt >= sentAt,
  )
}
