import { isFailure } from '@/domain/errors'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { recordAudit } from '@/server/audit/record-audit'
import { copyDraftValues } from '@/server/indicators/report-values'
import { loadDraft } from '@/server/reports/load-draft'
import { assertReportable } from '@/server/reports/open-draft'
import { writeReport } from '@/server/reports/write-report'
import { visibleTasks } from '@/server/tasks/scope'

/** Another assignment of the same unit, on a task linked as the same requirement, that a report may serve as well. */
export type ShareChoice = {
  assignmentId: string
  no: number
  title: string
  directive: { no: number; title: string; docNumber: string | null }
  /** Why it cannot be served now; null where it can. */
  obstacle: { code: string; params?: Record<string, string | number> } | null
}

/** Tasks that one report is offered for. */
const OFFERED = 20

/** The other assignments that a report on this one may serve: of the same unit, open, on tasks of the same requirement that the actor may read. */
export async function listShareChoices(
  ctx: Ctx,
  { id, unitId, taskId }: { id: string; unitId: string; taskId: string },
): Promise<ShareChoice[]> {
  const group = await ctx.tx.requirementMember.findUnique({ where: { taskId }, select: { groupId: true } })
  if (!group) return []
  const rows = await ctx.tx.assignment.findMany({
    where: {
      unitId,
      id: { not: id },
      unit: { kind: { not: 'external' } },
      status: { in: ['awaiting_acknowledgement', 'acknowledged', 'in_progress'] },
      task: {
        AND: [visibleTasks(ctx.actor), { sameRequirement: { groupId: group.groupId } }],
        status: { in: ['dispatched', 'in_progress', 'under_review', 'suspended'] },
      },
    },
    orderBy: { task: { no: 'asc' } },
    take: OFFERED,
    select: {
      id: true,
      status: true,
      task: {
        select: {
          no: true,
          title: true,
          status: true,
          directive: { select: { no: true, title: true, docNumber: true } },
        },
      },
      reports: {
        where: { status: { in: ['draft', 'awaiting_signoff', 'submitted'] } },
        orderBy: { seq: 'desc' },
        take: 1,
        select: { seq: true, status: true },
      },
    },
  })
  return rows.map(({ id: assignmentId, status, task, reports: [open] }) => {
    const { no, title, directive } = task
    const own = open && { code: `report.share_${open.status}`, params: { no, seq: open.seq } }
    return { assignmentId, no, title, directive, obstacle: own ?? obstacleOf(task.status, status) }
  })
}

function obstacleOf(...at: Parameters<typeof assertReportable>): ShareChoice['obstacle'] {
  try {
    assertReportable(...at)
    return null
  } catch (error) {
    if (isFailure(error)) return { code: error.code, params: error.params }
    throw error
  }
}

/** Keeps with the draft what it is to serve besides; what is not on offer (any more) is left out. */
export async function saveShares(
  ctx: Ctx,
  reportId: string,
  assignment: { id: string; unitId: string; taskId: string },
  wanted: readonly string[],
): Promise<void> {
  if (wanted.length === 0) {
    await ctx.tx.reportShare.deleteMany({ where: { reportId } })
    return
  }
  const offered = (await listShareChoices(ctx, assignment)).map((one) => one.assignmentId)
  const kept = offered.filter((id) => wanted.includes(id))
  await ctx.tx.reportShare.deleteMany({ where: { reportId, assignmentId: { notIn: kept } } })
  await ctx.tx.reportShare.createMany({
    data: kept.map((assignmentId) => ({ reportId, assignmentId })),
    skipDuplicates: true,
  })
}

/**
 * Writes a report's words, references to its evidence and its figures into a draft of each other assignment that it is to serve: reports of their own, each
 * reviewed on its own. Refused where one is not on offer any more, or has an open report of its own.
 */
export async function copyToShares(
  ctx: Ctx,
  reportId: string,
  assignment: { id: string; unitId: string; taskId: string },
  wanted: readonly string[],
): Promise<{ reportId: string; version: number }[]> {
  if (wanted.length === 0) return []
  const offered = await listShareChoices(ctx, assignment)
  const chosen = offered.filter((one) => wanted.includes(one.assignmentId))
  if (chosen.length < new Set(wanted).size) return failRefused('report.share_gone')
  const blocked = chosen.find((one) => one.obstacle)
  if (blocked?.obstacle) return failRefused('report.share_not_open', { no: blocked.no })
  const { evidence, seq, ...words } = await ctx.tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      seq: true,
      kind: true,
      claimedProgress: true,
      done: true,
      nextStep: true,
      nextStepOn: true,
      difficulty: true,
      helpNeeded: true,
      evidence: { select: { evidenceId: true, sort: true } },
    },
  })
  const copies = []
  for (const { assignmentId } of chosen) {
    const { draft, assignment: other, task, as } = await loadDraft(ctx, assignmentId)
    await writeReport(ctx, draft, { ...words, sharedFromId: reportId })
    await ctx.tx.reportEvidence.deleteMany({ where: { reportId: draft.id } })
    await ctx.tx.reportEvidence.createMany({ data: evidence.map((one) => ({ ...one, reportId: draft.id })) })
    const to = { reportId: draft.id, task, assignment: other }
    const indicators = await copyDraftValues(ctx, reportId, to)
    await recordAudit(ctx, {
      event: 'report.shared',
      as,
      entity: 'report',
      entityId: draft.id,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: other.unitId,
      after: { seq: draft.seq, from: reportId, fromSeq: seq, evidence: evidence.length, indicators },
    })
    copies.push({ reportId: draft.id, version: draft.version + 1 })
  }
  return copies
}

/** The other reports that were filed together with this one, of one status, oldest task first; with their tasks' numbers. */
export async function listFiledTogether(ctx: Ctx, report: { id: string; sharedFromId: string | null }) {
  const root = report.sharedFromId ?? report.id
  const rows = await ctx.tx.report.findMany({
    where: { OR: [{ id: root }, { sharedFromId: root }], id: { not: report.id } },
    orderBy: { assignment: { task: { no: 'asc' } } },
    take: OFFERED,
    select: {
      id: true,
      version: true,
      status: true,
      sharedFromId: true,
      assignment: { select: { task: { select: { id: true, no: true, title: true } } } },
    },
  })
  return rows.map(({ assignment, ...row }) => ({ ...row, task: assignment.task }))
}
