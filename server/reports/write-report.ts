import type { AuditEvent } from '@/domain/audit/events'
import type { Grant } from '@/domain/permissions/actor'
import { assignmentEventOf, type ReportEvent } from '@/domain/reports/lifecycle'
import { nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import type { Prisma } from '@/prisma/generated/client'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import type { LoadedReport } from '@/server/reports/load-report'
import { writeAssignment } from '@/server/tasks/write-task'
import { assertWritten } from '@/server/versions'

/** Writes a report by compare-and-set on its version. Throws conflict where somebody wrote it first. */
export async function writeReport(
  ctx: Ctx,
  report: { id: string; version: number },
  data: Prisma.ReportUncheckedUpdateManyInput,
): Promise<void> {
  const written = await ctx.tx.report.updateMany({
    where: { id: report.id, version: report.version },
    data: { ...data, version: { increment: 1 }, updatedAt: ctx.now },
  })
  await assertWritten(ctx, report.id, written)
}

/** One audit entry on a report, tied to its task, directive and unit. */
export async function auditReport(
  ctx: Ctx,
  loaded: LoadedReport,
  event: AuditEvent,
  as: Grant | null,
  before: AuditValues | null,
  after: AuditValues | null,
): Promise<void> {
  const { report, assignment, task } = loaded
  await recordAudit(ctx, {
    event,
    as,
    entity: 'report',
    entityId: report.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    before,
    after: after && { seq: report.seq, kind: report.kind, ...after },
  })
}

/** What a report says, as the record keeps it when it leaves the hands of its writer. */
export function contentOf({ report }: LoadedReport): AuditValues {
  const { claimedProgress, done, nextStep, nextStepOn, difficulty, helpNeeded } = report
  return {
    claimedProgress,
    done,
    nextStep,
    nextStepOn: toLocalDateOrNull(nextStepOn),
    difficulty,
    helpNeeded,
    evidence: report.evidence.length,
  }
}

const MOVE_EVENTS = {
  start: 'assignment.started',
  report_done: 'assignment.reported_done',
  accept: 'assignment.accepted',
  return: 'assignment.returned',
  withdraw: 'assignment.withdrawn',
  correct_review: 'assignment.review_corrected',
} as const satisfies Record<string, AuditEvent>

/**
 * Moves the assignment as the report's event asks (domain.md §3: only a completion report moves it; one that was
 * merely acknowledged passes through in progress). Refused where the assignment's own table has no such cell.
 */
export async function moveAssignment(
  ctx: Ctx,
  { report, assignment, task }: LoadedReport,
  event: ReportEvent,
  as: Grant | null,
): Promise<void> {
  const moves: (keyof typeof MOVE_EVENTS)[] = []
  const asked = assignmentEventOf(report.kind, event)
  if (asked === 'report_done' && nextAssignmentStatus(assignment.status, 'start')) moves.push('start')
  if (asked && asked in MOVE_EVENTS) moves.push(asked as keyof typeof MOVE_EVENTS)
  let { status, version } = assignment
  for (const move of moves) {
    const next = nextAssignmentStatus(status, move)
    if (!next) return failRefused('report.assignment_not_open', { status })
    const acceptedAt =
      move === 'accept' ? { acceptedAt: ctx.now } : move === 'correct_review' ? { acceptedAt: null } : {}
    await writeAssignment(ctx, { id: assignment.id, version }, { status: next, ...acceptedAt })
    await recordAudit(ctx, {
      event: MOVE_EVENTS[move],
      as,
      entity: 'assignment',
      entityId: assignment.id,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: assignment.unitId,
      before: { status },
      after: { status: next, reportSeq: report.seq },
    })
    status = next
    version += 1
  }
}
