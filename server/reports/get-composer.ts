import { isFailure } from '@/domain/errors'
import { can } from '@/domain/permissions/policy'
import { recordingUnitOf } from '@/domain/permissions/subjects'
import { missingForStraightSubmission } from '@/domain/reports/lifecycle'
import { isAnswered } from '@/domain/reports/prefill'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { readComposerValues } from '@/server/indicators/report-values'
import { shownEvidenceSelect, toShownEvidence } from '@/server/reports/hang-evidence'
import { likenessToLast } from '@/server/reports/likeness-to-last'
import { listReportsBelow } from '@/server/reports/list-reports-below'
import { listShareChoices } from '@/server/reports/report-shares'
import { assertReportable, findPrefill } from '@/server/reports/open-draft'
import { findReadableTask, readQuotes } from '@/server/tasks/get-task'
import { lightViewOf } from '@/server/tasks/light-view'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import { currentPeriodOf } from '@/server/tasks/list-periods'
import { dueMeaning, shownLight } from '@/server/tasks/task-words'

/** What a person writes a report with, or the assignments to choose from where it could be for several. Throws not_found. */
export async function getComposer(ctx: Ctx, no: number, assignmentId: string | null) {
  const task = await findReadableTask(ctx, no, assignmentId ?? undefined)
  const mine = task.assignments.filter(
    (one) => isActiveAssignment(one.status) && can(ctx.actor, 'report.write', one.facts),
  )
  const open = mine.filter((one) => obstacleOf(task, one) === null)
  const chosen =
    assignmentId === null
      ? (open.length > 0 ? open : mine).length === 1
        ? (open[0] ?? mine[0])
        : undefined
      : mine.find((one) => one.id === assignmentId)
  if (mine.length === 0 || (assignmentId !== null && !chosen)) return failNotFound()
  const head = { id: task.id, no: task.no, title: task.title, quotes: await readQuotes(ctx, task) }
  if (!chosen)
    return { step: 'choose' as const, task: head, choices: (open.length > 0 ? open : mine).map(choiceOf) }
  return {
    step: 'write' as const,
    task: head,
    ...(await readForm(ctx, task, chosen)),
    several: mine.length > 1,
  }
}

export type Composer = Awaited<ReturnType<typeof getComposer>>
export type ComposerForm = Extract<Composer, { step: 'write' }>

function choiceOf({ id, part, unit }: LoadedAssignment) {
  return { id, part, unit: { name: unit.name, nameEn: unit.nameEn } }
}

/** Why no report can be written on the assignment now; null where one can. */
function obstacleOf(task: LoadedTask, assignment: LoadedAssignment) {
  try {
    assertReportable(task.status, assignment.status)
    return null
  } catch (error) {
    if (isFailure(error)) return { code: error.code, params: error.params }
    throw error
  }
}

async function readForm(ctx: Ctx, task: LoadedTask, assignment: LoadedAssignment) {
  const [open, { last, prefill }, known] = await Promise.all([
    readOpen(ctx, assignment.id),
    findPrefill(ctx, assignment),
    countKnown(ctx, recordingUnitOf(assignment.facts) ?? assignment.unitId),
  ])
  const draft = open?.status === 'draft' ? open : null
  const [shares, chosen] = await Promise.all([
    listShareChoices(ctx, assignment),
    draft
      ? ctx.tx.reportShare.findMany({ where: { reportId: draft.id }, select: { assignmentId: true } })
      : [],
  ])
  const { personId } = ctx.actor
  const straight = missingForStraightSubmission(draft ?? { status: 'draft', writtenById: personId }, personId)
  const dueOn = toLocalDateOrNull(assignment.dueOn)
  const { actor } = ctx
  return {
    assignment: choiceOf(assignment),
    light: shownLight(assignment.status, lightViewOf(ctx, assignment)),
    dueOn,
    due: dueMeaning(ctx, { ...task, dueOn, completedOn: null }),
    claimed: assignment.claimedProgress,
    verified: assignment.verifiedProgress,
    obstacle: obstacleOf(task, assignment),
    open: open && {
      ...open,
      mayDiscard: open.status === 'draft',
      maySign: open.status === 'awaiting_signoff' && can(actor, 'report.sign_off', assignment.facts),
      mayWithdraw: open.status === 'submitted' && can(actor, 'report.sign_off', assignment.facts),
    },
    start: prefill,
    answered: last && isAnswered(last.status) ? await readAnswered(ctx, last.id) : null,
    period: currentPeriodOf(ctx, task, assignment),
    promise: last && last.nextStep !== '' ? { text: last.nextStep, on: last.nextStepOn } : null,
    sameAsLast: draft ? await likenessToLast(ctx, { assignmentId: assignment.id, ...draft }) : null,
    straight: straight.length === 0 && can(actor, 'report.sign_off', assignment.facts),
    knownEvidence: known,
    unitId: recordingUnitOf(assignment.facts) ?? assignment.unitId,
    below: await listReportsBelow(ctx, assignment.id),
    shares: shares.map((one) => ({
      ...one,
      chosen: chosen.some((c) => c.assignmentId === one.assignmentId),
    })),
    indicators: await readComposerValues(ctx, task, assignment, draft?.id ?? null),
    limits: { files: ctx.settings.evidenceFiles, megabytes: ctx.settings.evidenceMegabytes },
  }
}

async function readOpen(ctx: Ctx, assignmentId: string) {
  const row = await ctx.tx.report.findFirst({
    where: { assignmentId, status: { in: ['draft', 'awaiting_signoff', 'submitted'] } },
    orderBy: { seq: 'desc' },
    select: {
      id: true,
      seq: true,
      version: true,
      status: true,
      kind: true,
      claimedProgress: true,
      done: true,
      nextStep: true,
      nextStepOn: true,
      difficulty: true,
      helpNeeded: true,
      writtenById: true,
      updatedAt: true,
      sentForSignoffAt: true,
      submittedAt: true,
      sentBackReason: true,
      evidence: { orderBy: { sort: 'asc' }, select: { evidence: { select: shownEvidenceSelect } } },
    },
  })
  if (!row) return null
  return {
    ...row,
    nextStepOn: toLocalDateOrNull(row.nextStepOn),
    updatedAt: row.updatedAt.toISOString(),
    sentForSignoffAt: row.sentForSignoffAt?.toISOString() ?? null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    evidence: row.evidence.map((one) => toShownEvidence(one.evidence)),
  }
}

/** The report that this one answers: why it was returned, and what hung on it. */
async function readAnswered(ctx: Ctx, reportId: string) {
  const { seq, review, evidence } = await ctx.tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      seq: true,
      evidence: { orderBy: { sort: 'asc' }, select: { evidence: { select: shownEvidenceSelect } } },
      review: {
        select: {
          returnKind: true,
          reason: true,
          reviewedAt: true,
          reviewer: { select: { name: true, nameEn: true } },
        },
      },
    },
  })
  return {
    seq,
    evidence: evidence.map((one) => toShownEvidence(one.evidence)),
    review: review && { ...review, reviewedAt: review.reviewedAt.toISOString() },
  }
}

/** How many pieces the unit gave before: whether there is anything to use again. */
async function countKnown(ctx: Ctx, unitId: string): Promise<number> {
  return ctx.tx.evidence.count({ where: { unitId } })
}
