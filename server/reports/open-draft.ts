import { isOpenTask } from '@/domain/tasks/lifecycle'
import type { Grant } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { assertCan } from '@/server/authorize'
import { recordAudit } from '@/server/audit/record-audit'
import { loadAssignment } from '@/server/tasks/load-task'

const REPORTABLE = ['acknowledged', 'in_progress']

/** The assignment on which a report may be written now. Throws not_found, forbidden; refused where the moment is wrong. */
export async function loadReportable(ctx: Ctx, assignmentId: string, lock = false) {
  const { assignment, task } = await loadAssignment(ctx, assignmentId, { lock })
  const as = assertCan(ctx.actor, 'report.write', assignment.facts, task.mayRead)
  if (!isOpenTask(task.status) || task.status === 'suspended')
    return failRefused('report.task_not_open', { status: task.status })
  if (!REPORTABLE.includes(assignment.status))
    return failRefused('report.assignment_not_open', { status: assignment.status })
  return { assignment, task, as }
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

/** A new draft: numbered after the last one, answering it where it was returned or withdrawn, with its claim to start from. */
export async function createDraft(ctx: Ctx, { assignment, task, as }: Reportable & { as: Grant | null }) {
  const last = await ctx.tx.report.findFirst({
    where: { assignmentId: assignment.id },
    orderBy: { seq: 'desc' },
    select: { id: true, seq: true, status: true, claimedProgress: true },
  })
  const answers = last?.status === 'returned' || last?.status === 'withdrawn'
  const draft = await ctx.tx.report.create({
    data: {
      assignmentId: assignment.id,
      seq: (last?.seq ?? 0) + 1,
      supersedesId: answers ? last.id : null,
      claimedProgress: last?.claimedProgress ?? assignment.claimedProgress,
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
