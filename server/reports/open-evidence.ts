import { z } from 'zod'
import { can, grantsFor, type ReportFacts } from '@/domain/permissions/policy'
import { mayReadEvidence } from '@/domain/reports/evidence-access'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { reportFactsOf, reportFactsSelect } from '@/server/reports/report-facts'

/** Which piece, and whether it is taken away or looked at. */
export const openEvidenceSchema = z.object({ evidenceId: z.uuid(), download: z.boolean() })

/** Reports that are asked for the right to read: a piece used again many times is readable by one of its latest. */
const REPORTS_ASKED = 50

/**
 * Opens a piece of evidence: recorded once per person and piece (a download each time). Throws not_found for whoever may read none of
 * the reports that it hangs on.
 */
export async function openEvidence(ctx: Ctx, input: z.output<typeof openEvidenceSchema>) {
  const piece = await ctx.tx.evidence.findUnique({
    where: { id: input.evidenceId },
    select: {
      id: true,
      kind: true,
      name: true,
      reference: true,
      unitId: true,
      file: { select: { sha256: true, size: true, mime: true } },
      reports: {
        orderBy: { reportId: 'desc' },
        take: REPORTS_ASKED,
        select: { report: { select: { ...reportFactsSelect, seq: true } } },
      },
    },
  })
  if (!piece) return failNotFound()
  const reports = piece.reports.map(({ report }) => reportFactsOf(report))
  if (!mayReadEvidence(ctx.actor, { unitId: piece.unitId, reports })) return failNotFound()
  const { personId } = ctx.actor
  if (personId) {
    const seen = { evidenceId: piece.id, personId, seenAt: ctx.now }
    const first = await ctx.tx.evidenceView.createMany({ data: [seen], skipDuplicates: true })
    if (first.count > 0) await audit(ctx, piece, reports, 'evidence.opened')
    if (input.download) await audit(ctx, piece, reports, 'evidence.downloaded')
  }
  const { name, reference, file } = piece
  return { name, reference, file }
}

async function audit(
  ctx: Ctx,
  piece: { id: string; name: string; unitId: string },
  reports: readonly ReportFacts[],
  event: 'evidence.opened' | 'evidence.downloaded',
): Promise<void> {
  const read = reports.find((report) => can(ctx.actor, 'report.read', report))
  const as = read
    ? grantsFor(ctx.actor, 'report.read', read)[0]
    : ctx.actor.grants.find((grant) => grant.unitId === piece.unitId)
  await recordAudit(ctx, {
    event,
    as: as ?? null,
    entity: 'evidence',
    entityId: piece.id,
    taskId: read?.assignment.task.id,
    unitId: piece.unitId,
    after: { name: piece.name },
  })
}
