import { z } from 'zod'
import { recordingUnitOf } from '@/domain/permissions/subjects'
import type { Ctx } from '@/server/context'
import { shownEvidenceSelect, toShownEvidence } from '@/server/reports/hang-evidence'
import { loadReportable } from '@/server/reports/open-draft'

/** For which assignment, and words of the name to look for. */
export const listKnownEvidenceSchema = z.object({
  assignmentId: z.uuid(),
  words: z.string().trim().max(100).default(''),
})

/** At most so many are offered; the rest is found by name. */
const SHOWN = 20

/** 已有材料: what the unit gave before, newest first, without what hangs on the draft already, each content once. Throws not_found, forbidden, refused. */
export async function listKnownEvidence(ctx: Ctx, input: z.output<typeof listKnownEvidenceSchema>) {
  const { assignment } = await loadReportable(ctx, input.assignmentId)
  const unitId = recordingUnitOf(assignment.facts) ?? assignment.unitId
  const rows = await ctx.tx.evidence.findMany({
    where: {
      unitId,
      name: input.words ? { contains: input.words, mode: 'insensitive' } : undefined,
      reports: { none: { report: { assignmentId: assignment.id, status: 'draft' } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN * 2,
    select: {
      ...shownEvidenceSelect,
      fileId: true,
      reports: {
        take: 1,
        orderBy: { reportId: 'desc' },
        select: {
          report: { select: { assignment: { select: { task: { select: { no: true, title: true } } } } } },
        },
      },
    },
  })
  const once = rows.filter((row, at) => {
    if (row.fileId === null) return true
    return rows.findIndex((other) => other.fileId === row.fileId) === at
  })
  return once.slice(0, SHOWN).map(({ fileId: _fileId, reports, ...piece }) => ({
    ...toShownEvidence(piece),
    usedFor: reports[0]?.report.assignment.task ?? null,
  }))
}

export type KnownEvidence = Awaited<ReturnType<typeof listKnownEvidence>>[number]
