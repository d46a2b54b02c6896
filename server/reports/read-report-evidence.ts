import type { Ctx } from '@/server/context'
import type { LoadedReport } from '@/server/reports/load-report'
import { visibleTasks } from '@/server/tasks/scope'

/** Uses elsewhere that are looked for: enough to say so. */
const USES_SHOWN = 50

/** What hangs on a report, with who gave it and when, whether this reader has opened it, and for which other tasks the same content was used. */
export async function readReportEvidence(ctx: Ctx, { report, task, assignment }: LoadedReport) {
  const rows = await ctx.tx.reportEvidence.findMany({
    where: { reportId: report.id },
    orderBy: { sort: 'asc' },
    select: {
      evidence: {
        select: {
          id: true,
          kind: true,
          name: true,
          reference: true,
          createdAt: true,
          fileId: true,
          unit: { select: { id: true, shortName: true, shortNameEn: true } },
          uploadedBy: { select: { name: true, nameEn: true } },
          file: { select: { sha256: true, size: true, mime: true } },
          views: { where: { personId: ctx.actor.personId ?? '' }, select: { seenAt: true } },
        },
      },
    },
  })
  const fileIds = rows.flatMap(({ evidence }) => evidence.fileId ?? [])
  const uses =
    fileIds.length === 0
      ? []
      : await ctx.tx.reportEvidence.findMany({
          where: {
            evidence: { fileId: { in: fileIds } },
            report: {
              status: { in: ['submitted', 'accepted', 'returned'] },
              assignment: { taskId: { not: task.id }, task: visibleTasks(ctx.actor) },
            },
          },
          take: USES_SHOWN,
          orderBy: { reportId: 'desc' },
          select: {
            evidence: { select: { fileId: true } },
            report: { select: { assignment: { select: { task: { select: { no: true } } } } } },
          },
        })
  return rows.map(({ evidence: { file, fileId, views, createdAt, unit, ...piece } }) => ({
    ...piece,
    unit: { id: unit.id, name: unit.shortName, nameEn: unit.shortNameEn },
    /** The unit that gave it, where that is another's: taken in from below. */
    from: unit.id === assignment.unitId ? null : { name: unit.shortName, nameEn: unit.shortNameEn },
    createdAt: createdAt.toISOString(),
    mime: file?.mime ?? null,
    size: file?.size ?? null,
    sha256: file?.sha256 ?? null,
    opened: views.length > 0,
    usedFor: [
      ...new Set(
        uses
          .filter((use) => fileId !== null && use.evidence.fileId === fileId)
          .map((use) => use.report.assignment.task.no),
      ),
    ],
  }))
}

export type ViewedEvidence = Awaited<ReturnType<typeof readReportEvidence>>[number]
