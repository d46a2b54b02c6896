import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadForEvidence, shownEvidenceSelect, toShownEvidence } from '@/server/reports/hang-evidence'
import { listReportsBelow } from '@/server/reports/list-reports-below'

/** Into the draft of which assignment, and which reports of units below. */
export const mergeReportsBelowSchema = z.object({
  assignmentId: z.uuid(),
  reportIds: z.array(z.uuid()).min(1, 'cascade.choose_reports').max(500, 'cascade.choose_reports'),
})

/**
 * 汇总: takes reports of the units below into the draft. Their evidence is referenced, not copied: the same pieces hang on this report
 * too, and whoever reads it may open them; which reports they came from is kept. The words and the claim go back to the writer as a
 * proposal. Refused where a chosen report is not the latest of a unit below that stands.
 */
export async function mergeReportsBelow(ctx: Ctx, input: z.output<typeof mergeReportsBelowSchema>) {
  const loaded = await loadForEvidence(ctx, input.assignmentId)
  const { draft, assignment, task, as, hung } = loaded
  const below = await listReportsBelow(ctx, assignment.id)
  const chosen = (below?.reports ?? []).filter((report) => input.reportIds.includes(report.reportId))
  if (!below || chosen.length < new Set(input.reportIds).size) return failRefused('cascade.report_gone')
  const ids = chosen.map((report) => report.reportId)
  await ctx.tx.reportSource.createMany({
    data: ids.map((sourceReportId) => ({ reportId: draft.id, sourceReportId })),
    skipDuplicates: true,
  })
  const pieces = await ctx.tx.reportEvidence.findMany({
    where: { reportId: { in: ids }, evidenceId: { notIn: hung.map((one) => one.evidenceId) } },
    distinct: ['evidenceId'],
    orderBy: [{ reportId: 'asc' }, { sort: 'asc' }],
    select: { evidenceId: true, evidence: { select: shownEvidenceSelect } },
  })
  const last = hung[0]?.sort ?? 0
  await ctx.tx.reportEvidence.createMany({
    data: pieces.map((piece, at) => ({
      reportId: draft.id,
      evidenceId: piece.evidenceId,
      sort: last + at + 1,
    })),
  })
  await recordAudit(ctx, {
    event: 'report.merged',
    as,
    entity: 'report',
    entityId: draft.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    after: { seq: draft.seq, reports: ids, evidence: pieces.length },
  })
  return {
    reportId: draft.id,
    version: draft.version,
    total: below.total,
    reported: below.reported,
    claimed: below.claimed,
    reports: chosen,
    pieces: pieces.map((piece) => toShownEvidence(piece.evidence)),
  }
}

export type MergeResult = Awaited<ReturnType<typeof mergeReportsBelow>>

/** The reports that one was merged from, with their units, for its readers. */
export async function listSources(ctx: Ctx, reportId: string) {
  const rows = await ctx.tx.reportSource.findMany({
    where: { reportId },
    orderBy: { source: { assignment: { unit: { sort: 'asc' } } } },
    take: 500,
    select: {
      source: {
        select: {
          id: true,
          seq: true,
          claimedProgress: true,
          assignment: { select: { unit: { select: { shortName: true, shortNameEn: true } } } },
        },
      },
    },
  })
  return rows.map(({ source: { id, seq, claimedProgress, assignment } }) => ({
    id,
    seq,
    claimed: claimedProgress,
    unit: { name: assignment.unit.shortName, nameEn: assignment.unit.shortNameEn },
  }))
}
