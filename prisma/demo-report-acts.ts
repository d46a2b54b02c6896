// A report's story as acts: written with its evidence, sent for signature, given back or submitted, reviewed.
import type { Ctx } from '@/server/context'
import { attachEvidence } from '@/server/reports/attach-evidence'
import { attachReference } from '@/server/reports/attach-reference'
import { openEvidence } from '@/server/reports/open-evidence'
import { receiveEvidence } from '@/server/reports/receive-evidence'
import { reviewReport } from '@/server/reports/review-report'
import { saveReportDraft } from '@/server/reports/save-report-draft'
import { sendReportBack } from '@/server/reports/send-report-back'
import { sendReportForSignoff } from '@/server/reports/send-report-for-signoff'
import { submitReport } from '@/server/reports/submit-report'
import { accountAt, actingUnit } from './demo-cast'
import { demoFile } from './demo-files'
import { assignmentOf, need, type Go, type Stage } from './demo-stage'
import type { ReportStory, TaskStory } from './demo-story'

/** Everything that happens to one report of the task. */
export function reportActs(
  go: Go,
  task: TaskStory,
  path: string,
  report: ReportStory,
  index: number,
  officer: string,
): void {
  const { unit = task.lead, day, accepted, returned } = report
  const acting = actingUnit(unit, task.lead)
  const [liaison, head] = [accountAt(acting, 'liaison'), accountAt(acting, 'unit_head')]
  const name = (verb: string) => `${verb}-${unit}-${index}`
  const last = (ctx: Ctx, on: Stage) => lastReport(ctx, on, path, unit)

  go(name('write'), day, 10 * 60, liaison, (ctx, on) => write(ctx, on, task, path, report))
  if (report.stopsAt === 'draft') return
  go(name('send'), day, 11 * 60, liaison, async (ctx, on) => sendReportForSignoff(ctx, await last(ctx, on)))
  if (report.stopsAt === 'signoff') return
  const { sentBack } = report
  if (sentBack) {
    go(name('send-back'), day, 14 * 60, head, async (ctx, on) =>
      sendReportBack(ctx, { ...(await last(ctx, on)), reason: sentBack }),
    )
    return
  }
  go(name('submit'), day, 14 * 60, head, async (ctx, on) => submitReport(ctx, await last(ctx, on)))
  if (accepted)
    go(name('accept'), accepted.day, 16 * 60, officer, async (ctx, on) => {
      const { verified, basis, reason = '' } = accepted
      const which = await opened(ctx, await last(ctx, on))
      return reviewReport(ctx, { ...which, decision: 'accept', verifiedProgress: verified, basis, reason })
    })
  if (returned)
    go(name('return'), returned.day, 16 * 60, officer, async (ctx, on) => {
      const which = await opened(ctx, await last(ctx, on))
      return reviewReport(ctx, {
        ...which,
        decision: 'return',
        returnKind: returned.kind,
        reason: returned.reason,
      })
    })
}

async function write(ctx: Ctx, on: Stage, task: TaskStory, path: string, report: ReportStory) {
  const { unit = task.lead, nextDay } = report
  const { assignmentId } = await assignmentOf(ctx, on, path, unit)
  const draft = await saveReportDraft(ctx, {
    assignmentId,
    version: null,
    kind: report.kind ?? 'progress',
    claimedProgress: report.claimed,
    done: report.done,
    nextStep: report.next ?? '',
    nextStepOn: nextDay === undefined ? '' : on.dates.on(nextDay),
    difficulty: report.difficulty ?? '',
    helpNeeded: report.help ?? '',
    ...(await valueOf(ctx, on, path, report)),
  })
  const about = {
    unit: on.unitName(unit),
    task: task.title,
    day: on.dates.zhFull(report.day),
    text: report.done,
  }
  for (const name of report.files ?? []) {
    const bytes = demoFile({ name, ...about })
    const received = await receiveEvidence(streamOf(bytes), name, ctx.settings.evidenceMegabytes)
    await attachEvidence(ctx, { assignmentId, ...received })
  }
  if (report.reference) await attachReference(ctx, { assignmentId, reference: report.reference, name: '' })
  return { reportId: draft.reportId }
}

/** The figure of the task's only indicator, as the composer sends it. */
async function valueOf(ctx: Ctx, on: Stage, path: string, { value, day }: ReportStory) {
  if (value === undefined) return {}
  const { id } = await ctx.tx.indicator.findFirstOrThrow({
    where: { taskId: need(on.tasks, path) },
    select: { id: true },
  })
  return { indicatorIds: [id], indicatorDays: [on.dates.on(day)], indicatorValues: [String(value)] }
}

async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function lastReport(ctx: Ctx, on: Stage, path: string, unit: string) {
  const { assignmentId } = await assignmentOf(ctx, on, path, unit)
  const { id, version } = await ctx.tx.report.findFirstOrThrow({
    where: { assignmentId },
    orderBy: { seq: 'desc' },
    select: { id: true, version: true },
  })
  return { reportId: id, version }
}

/** The reviewer looks at the evidence before deciding. */
async function opened(ctx: Ctx, report: { reportId: string; version: number }) {
  const pieces = await ctx.tx.reportEvidence.findMany({
    where: { reportId: report.reportId, evidence: { kind: 'file' } },
    select: { evidenceId: true },
  })
  for (const { evidenceId } of pieces) await openEvidence(ctx, { evidenceId, download: false })
  return report
}
