import type { EvidenceListFacts } from '@/domain/documents/evidence-list'
import { can } from '@/domain/permissions/policy'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { reportFactsOf, reportFactsSelect } from '@/server/reports/report-facts'
import { findReadableTask } from '@/server/tasks/get-task'
import { formerHoldersSelect, holderAt } from '@/server/tasks/holder-at'
import type { PaperWords } from './paper-words'

/** Reports of which evidence is listed, and pieces on paper, at most. */
const REPORTS_AT_MOST = 1000
const PIECES_AT_MOST = 500

const select = {
  ...reportFactsSelect,
  seq: true,
  submittedAt: true,
  assignment: {
    select: {
      ...reportFactsSelect.assignment.select,
      unit: { select: { kind: true, name: true, nameEn: true } },
      formerHolders: formerHoldersSelect,
    },
  },
  evidence: {
    orderBy: { sort: 'asc' },
    select: {
      evidence: {
        select: {
          id: true,
          name: true,
          reference: true,
          createdAt: true,
          uploadedBy: { select: { name: true, nameEn: true } },
          file: { select: { sha256: true } },
        },
      },
    },
  },
} satisfies Prisma.ReportSelect

type Row = Prisma.ReportGetPayload<{ select: typeof select }>

/** The evidence of the signed reports of a task that this reader reads, each piece once. Throws not_found, also where there is none. */
export async function loadEvidenceList(ctx: Ctx, words: PaperWords, no: number): Promise<EvidenceListFacts> {
  const task = await findReadableTask(ctx, no)
  const [{ marking }, rows] = await Promise.all([
    ctx.tx.directive.findUniqueOrThrow({ where: { id: task.directiveId }, select: { marking: true } }),
    ctx.tx.report.findMany({
      where: { assignment: { taskId: task.id }, submittedAt: { not: null }, evidence: { some: {} } },
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      take: REPORTS_AT_MOST,
      select,
    }),
  ])
  const pieces = piecesOf(
    words,
    rows.filter((row) => can(ctx.actor, 'report.read', reportFactsOf(row))),
  )
  if (pieces.length === 0) return failNotFound()
  return {
    marking: words.all(`directives.marks.${marking}`),
    no: task.no,
    title: task.title,
    rows: pieces.slice(0, PIECES_AT_MOST),
    total: pieces.length,
    printed: words.printed(ctx.actor),
  }
}

function piecesOf(words: PaperWords, rows: readonly Row[]): EvidenceListFacts['rows'][number][] {
  const { nameOf, say } = words
  const pieces = new Map<string, EvidenceListFacts['rows'][number]>()
  for (const { seq, submittedAt, assignment, evidence } of rows) {
    const unit = holderAt(assignment.formerHolders, submittedAt) ?? assignment.unit
    const report = say('evidence.report', { unit: nameOf(unit), seq })
    for (const { evidence: piece } of evidence) {
      const known = pieces.get(piece.id)
      pieces.set(piece.id, {
        name: piece.name,
        reference: piece.reference ?? '',
        by: nameOf(piece.uploadedBy),
        at: words.time(piece.createdAt),
        sha256: piece.file?.sha256 ?? null,
        reports: [...(known?.reports ?? []), report],
      })
    }
  }
  return [...pieces.values()]
}
