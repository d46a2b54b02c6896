import { localDateIn } from '@/domain/calendar/local-date'
import type { ReportFacts } from '@/domain/documents/progress-report'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { findReadableTask, getTask, type TaskPage } from '@/server/tasks/get-task'
import { paperOrigin } from './paper-origin'
import type { PaperWords } from './paper-words'

/** A signed report of a task, by the same read as the task's page. Throws not_found, also for one that is not signed or not read. */
export async function loadReportPaper(
  ctx: Ctx,
  words: PaperWords,
  { no, reportId }: { no: number; reportId: string },
): Promise<ReportFacts> {
  const loaded = await findReadableTask(ctx, no)
  const task = await getTask(ctx, no)
  const report = task.reports.find((one) => one.id === reportId)
  if (!report?.submittedAt) return failNotFound()
  const [origin, values] = await Promise.all([
    paperOrigin(ctx, loaded.id),
    ctx.tx.indicatorValue.findMany({
      where: { reportId },
      orderBy: { indicator: { sort: 'asc' } },
      select: { value: true, asOf: true, indicator: { select: { name: true, measure: true } } },
    }),
  ])
  const { all, nameOf, say, day } = words
  return {
    marking: all(`directives.marks.${origin.marking}`),
    no: task.no,
    seq: report.seq,
    task: task.title,
    directive: { title: task.directive.title, docNumber: task.directive.docNumber },
    owner: nameOf(origin.owner),
    unit: nameOf(report.unit),
    kind: all(`tasks.reports.kind.${report.kind}`),
    claimed: report.claimed,
    done: report.done,
    nextStep: report.nextStep,
    nextStepOn: report.nextStepOn,
    difficulty: report.difficulty,
    helpNeeded: report.helpNeeded,
    figures: values.map(({ indicator, value, asOf }) =>
      say('report.figure', {
        name: indicator.name,
        value: Number(value),
        measure: indicator.measure,
        on: day(toLocalDate(asOf)),
      }),
    ),
    evidence: report.evidence.map((piece) => piece.name || (piece.reference ?? '')),
    signedBy: nameOf(report.signedOffBy ?? report.writtenBy),
    submittedOn: localDateIn(new Date(report.submittedAt), ctx.settings.zone),
    review: reviewOf(words, report.review),
    printed: words.printed(ctx.actor),
  }
}

function reviewOf({ say, nameOf, all }: PaperWords, review: TaskPage['reports'][number]['review']): string {
  if (review === null) return ''
  return say(review.decision === 'accept' ? 'report.accepted' : 'report.returned', {
    name: nameOf(review.by),
    verified: review.verified ?? 0,
    basis: review.basis ? all(`tasks.basis.${review.basis}`) : '',
    reason: review.reason,
  })
}
