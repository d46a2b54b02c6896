import { UNSIGNED_REPORT_STATUSES } from '@/domain/reports/lifecycle'
import { isAnswered } from '@/domain/reports/prefill'
import { pairPromises } from '@/domain/reports/promises'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import type { LoadedReport } from '@/server/reports/load-report'
import { readReportValues } from '@/server/indicators/report-values'
import { listSources } from '@/server/reports/merge-reports-below'
import { readReportEvidence } from '@/server/reports/read-report-evidence'
import { listFiledTogether } from '@/server/reports/report-shares'
import { readQuotes } from '@/server/tasks/get-task'
import { lightViewOf } from '@/server/tasks/light-view'
import { visibleTasks } from '@/server/tasks/scope'
import { shownLight } from '@/server/tasks/task-words'

const who = { select: { name: true, nameEn: true } }
/** Most earlier returns that are listed. */
const RETURNS_SHOWN = 20

/** A report as its signer and its reviewer see it: what is asked, what was said last time, what is said now, and on what it rests. */
export async function readReportView(ctx: Ctx, loaded: LoadedReport) {
  const { report, assignment, task } = loaded
  const [quotes, before, people, evidence] = await Promise.all([
    readQuotes(ctx, task),
    readBefore(ctx, loaded),
    readPeople(ctx, report.id),
    readReportEvidence(ctx, loaded),
  ])
  const { last, promised, returns } = before
  const [together, sources] = await Promise.all([readTogether(ctx, report), listSources(ctx, report.id)])
  return {
    id: report.id,
    version: report.version,
    seq: report.seq,
    kind: report.kind,
    status: report.status,
    claimed: report.claimedProgress,
    done: report.done,
    nextStep: report.nextStep,
    nextStepOn: toLocalDateOrNull(report.nextStepOn),
    difficulty: report.difficulty,
    helpNeeded: report.helpNeeded,
    submittedAt: report.submittedAt?.toISOString() ?? null,
    sentForSignoffAt: report.sentForSignoffAt?.toISOString() ?? null,
    writtenById: report.writtenById,
    ...people,
    last,
    verified: assignment.verifiedProgress,
    promises: pairPromises(promised, report.kind === 'no_change' ? '' : report.done),
    returns,
    evidence,
    together,
    sources,
    indicators: await readReportValues(ctx, report.id),
    unit: { name: assignment.unit.name, nameEn: assignment.unit.nameEn },
    part: assignment.part,
    task: {
      no: task.no,
      title: task.title,
      expectedResult: task.expectedResult,
      quotes,
      light: shownLight(task.status, lightViewOf(ctx, task)),
    },
  }
}

export type ReportView = Awaited<ReturnType<typeof readReportView>>

/** The other tasks that the same report serves, as far as the actor may read them. */
async function readTogether(ctx: Ctx, report: LoadedReport['report']) {
  const filed = await listFiledTogether(ctx, report)
  if (filed.length === 0) return []
  const readable = await ctx.tx.task.findMany({
    where: { AND: [visibleTasks(ctx.actor), { id: { in: filed.map((one) => one.task.id) } }] },
    orderBy: { no: 'asc' },
    select: { no: true, title: true },
  })
  return readable
}

/** The reports before this one: the last (for figures and differences), the last promise that stood, and what was returned and why. */
async function readBefore(ctx: Ctx, { report }: LoadedReport) {
  const rows = await ctx.tx.report.findMany({
    where: {
      assignmentId: report.assignmentId,
      seq: { lt: report.seq },
      status: { notIn: [...UNSIGNED_REPORT_STATUSES] },
    },
    orderBy: { seq: 'desc' },
    take: RETURNS_SHOWN,
    select: {
      id: true,
      seq: true,
      status: true,
      claimedProgress: true,
      done: true,
      nextStep: true,
      submittedAt: true,
      review: { select: { decision: true, returnKind: true, reason: true, reviewedAt: true, reviewer: who } },
    },
  })
  const last = rows[0]
  const stood = rows.find((row) => !isAnswered(row.status)) ?? last
  return {
    last: last ? { seq: last.seq, claimed: last.claimedProgress, done: last.done } : null,
    promised: stood?.nextStep ?? '',
    returns: rows.flatMap((row) =>
      row.review?.decision === 'return'
        ? [
            {
              seq: row.seq,
              kind: row.review.returnKind ?? 'other',
              reason: row.review.reason,
              at: row.review.reviewedAt.toISOString(),
              by: row.review.reviewer,
            },
          ]
        : [],
    ),
  }
}

async function readPeople(ctx: Ctx, reportId: string) {
  const { review, ...people } = await ctx.tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      writtenBy: who,
      signedOffBy: who,
      review: {
        select: {
          decision: true,
          verifiedProgress: true,
          basis: true,
          returnKind: true,
          reason: true,
          reviewedAt: true,
          reviewer: who,
        },
      },
    },
  })
  return { ...people, review: review && { ...review, reviewedAt: review.reviewedAt.toISOString() } }
}
