import type { AssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import { isRunningTask, type TaskStatus } from '@/domain/tasks/lifecycle'
import type { Grant } from '@/domain/permissions/actor'
import { isAnswered, prefillOf, type ReportBefore } from '@/domain/reports/prefill'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull, toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { assertCan } from '@/server/authorize'
import { recordAudit } from '@/server/audit/record-audit'
import { loadAssignment } from '@/server/tasks/load-task'

const REPORTABLE = ['acknowledged', 'in_progress']

/** The assignment on which a report may be written now. Throws not_found, forbidden; refused where the moment is wrong. */
export async function loadReportable(ctx: Ctx, assignmentId: string, lock = false) {
  const { assignment, task } = await loadAssignment(ctx, assignmentId, { lock })
  const as = assertCan(ctx.actor, 'report.write', assignment.facts, task.mayRead)
  assertReportable(task.status, assignment.status)
  return { assignment, task, as }
}

/** Refuses where the task does not run (suspended, closed) or the assignment takes no report: not acknowledged, done, waived, replaced. */
export function assertReportable(task: TaskStatus, assignment: AssignmentStatus): void {
  assertTaskRuns(task)
  if (!REPORTABLE.includes(assignment)) failRefused('report.assignment_not_open', { status: assignment })
}

/** Refuses while the task is suspended, and once it is closed: its reports rest as they stand. */
export function assertTaskRuns(task: TaskStatus): void {
  if (!isRunningTask(task)) failRefused('report.task_not_open', { status: task })
}

type Reportable = Awaited<ReturnType<typeof loadReportable>>

/** The open draft of an assignment, or null. Refused while a report of it waits for the signature or for its review. */
export async function findOpenDraft(ctx: Ctx, assignmentId: string) {
  const open = await ctx.tx.report.findFirst({
    where: { assignmentId, status: { in: ['draft', 'awaiting_signoff', 'submitted'] } },
    orderBy: { seq: 'desc' },
    select: { id: true, seq: true, status: true, version: true },
  })
  if (open?.status === 'awaiting_signoff') return failRefused('report.awaits_signoff', { seq: open.seq })
  if (open?.status === 'submitted') return failRefused('report.awaits_review', { seq: open.seq })
  return open
}

const beforeSelect = {
  id: true,
  seq: true,
  status: true,
  kind: true,
  claimedProgress: true,
  done: true,
  nextStep: true,
  nextStepOn: true,
  difficulty: true,
  helpNeeded: true,
  evidence: { orderBy: { sort: 'asc' }, select: { evidenceId: true, sort: true } },
  indicatorDrafts: { select: { indicatorId: true, asOf: true, value: true } },
} satisfies Prisma.ReportSelect

/** The last report of an assignment with what a new one starts from (`prefillOf`). */
export async function findPrefill(ctx: Ctx, assignment: { id: string; claimedProgress: number }) {
  const last = await ctx.tx.report.findFirst({
    where: { assignmentId: assignment.id, status: { notIn: ['draft', 'awaiting_signoff'] } },
    orderBy: { seq: 'desc' },
    select: beforeSelect,
  })
  const before = last && { ...last, nextStepOn: toLocalDateOrNull(last.nextStepOn) }
  return { last: before, prefill: prefillOf(before && textOf(before), assignment.claimedProgress, ctx.today) }
}

function textOf<T extends ReportBefore>(row: T): ReportBefore {
  const { status, kind, claimedProgress, done, nextStep, nextStepOn, difficulty, helpNeeded } = row
  return { status, kind, claimedProgress, done, nextStep, nextStepOn, difficulty, helpNeeded }
}

/**
 * A new draft: numbered after the last one and starting from it. One that answers a returned or withdrawn report takes over its text and its
 * evidence: what was given once is not asked for again.
 */
export async function createDraft(ctx: Ctx, { assignment, task, as }: Reportable & { as: Grant | null }) {
  const { last, prefill } = await findPrefill(ctx, assignment)
  const answered = last && isAnswered(last.status) ? last : null
  const draft = await ctx.tx.report.create({
    data: {
      ...prefill,
      nextStepOn: fromLocalDateOrNull(prefill.nextStepOn),
      assignmentId: assignment.id,
      seq: (last?.seq ?? 0) + 1,
      supersedesId: answered?.id ?? null,
      evidence: answered ? { createMany: { data: answered.evidence } } : undefined,
      indicatorDrafts: answered ? { createMany: { data: answered.indicatorDrafts } } : undefined,
      writtenById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true, seq: true, status: true, version: true },
  })
  await recordAudit(ctx, {
    event: 'report.drafted',
    as,
    entity: 'report',
    entityId: draft.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    after: { seq: draft.seq },
  })
  return draft
}
