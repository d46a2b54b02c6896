import { displayFrom, cleanText } from '@/domain/directives/clean'
import { availableTaskEvents, isPossible, type AvailableEvent } from '@/domain/permissions/available-events'
import { proportionalProgress, type LightFacts } from '@/domain/tasks/light'
import { UNDISPATCHED_TASK_STATUSES, type TaskEvent } from '@/domain/tasks/lifecycle'
import type { Move } from '@/domain/tasks/whose-move'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { missingToComplete } from '@/server/tasks/complete-task'
import { missingToConclude } from '@/server/tasks/conclude-task'
import { findWaitingBelow } from '@/server/tasks/find-waiting-below'
import { readSameAndLike } from '@/server/tasks/list-same-requirements'
import { lightViewOf } from '@/server/tasks/light-view'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { momentObstacles, momentsOf, readBelow } from '@/server/tasks/task-moments'
import { primaryOf } from '@/server/tasks/primary-act'
import { readTaskParts } from '@/server/tasks/task-parts'
import { readsReportsOf, readTaskReports } from '@/server/tasks/task-reports'
import { dueMeaning, shownLight, shownMove } from '@/server/tasks/task-words'

/** The task with this number and what is near of it for the actor (and this assignment of it, however far below). Throws not_found, also for what the actor may not read. */
export async function findReadableTask(ctx: Ctx, no: number, assignmentId?: string): Promise<LoadedTask> {
  const found =
    no <= 2_147_483_647 ? await ctx.tx.task.findUnique({ where: { no }, select: { id: true } }) : null
  if (!found) return failNotFound()
  const task = await loadTask(ctx, found.id, { near: { assignmentId } })
  return task.mayRead ? task : failNotFound()
}

/** Everything that the page of a task shows to this person, as plain data; `partId`: a part further down that is acted on. Throws not_found. */
export async function getTask(ctx: Ctx, no: number, partId?: string) {
  const task = await findReadableTask(ctx, no, partId)
  const [quotes, reports, more, obstacles, waitingBelow] = await Promise.all([
    readQuotes(ctx, task),
    readTaskReports(ctx, task),
    readMore(ctx, task),
    readObstacles(ctx, task),
    findWaitingBelow(ctx, task),
  ])
  const parts = await readTaskParts(ctx, task, reports.open)
  const alike = await readSameAndLike(ctx, task, quotes.map((one) => one.text).join('\n'))
  const dueOn = toLocalDateOrNull(task.dueOn)
  const completedOn = toLocalDateOrNull(task.completedOn)
  const view = lightViewOf(ctx, task)
  const facts = task.lightFacts as LightFacts | null
  const events = availableTaskEvents(ctx.actor, task.facts, obstacles)
  const moments = momentsOf(ctx, task, events)
  const lead = task.assignments.find((one) => one.part === 'lead' && one.status !== 'replaced')
  const readsLead = lead ? readsReportsOf(ctx, lead) : false
  const unit = (id: string | undefined) => task.assignments.find((one) => one.unitId === id)?.unit ?? null
  const move = task.move as Move | null
  const { signed } = reports
  return {
    id: task.id,
    no: task.no,
    version: task.version,
    title: task.title,
    status: task.status,
    statusBeforeSuspension: task.statusBeforeSuspension,
    undispatched: UNDISPATCHED_TASK_STATUSES.includes(task.status),
    directive: { ...more.directive, no: task.directive.no, title: task.directive.title },
    quotes,
    alike,
    light: shownLight(task.status, view),
    expected: facts ? proportionalProgress(facts, ctx.calendar, ctx.today) : null,
    riskPoints: ctx.settings.riskPoints,
    due: dueMeaning(ctx, { ...task, dueOn, completedOn }),
    dueOn,
    originalDueOn: toLocalDateOrNull(task.originalDueOn),
    dueBasis: task.dueBasis,
    dueBasisText: task.dueBasisText,
    move: shownMove(ctx, move, unit(move?.unitId)),
    claimed: task.claimedProgress,
    verified: task.verifiedProgress,
    lastReview: readsLead ? lastReviewOf(signed, lead?.id) : null,
    conclusion: readsLead ? task.conclusion : null,
    parts,
    reports: signed,
    facts: {
      kind: task.kind,
      cycle: task.cycle,
      expectedResult: task.expectedResult,
      remark: task.remark,
      extensionCount: task.extensionCount,
      everOverdue: task.everOverdue,
      dispatchedOn: toLocalDateOrNull(task.dispatchedOn),
      completedOn,
      responsibleLeader: more.responsibleLeader,
      responsiblePerson: more.responsiblePerson,
      leaderId: task.responsibleLeaderId,
      personId: task.responsiblePersonId,
    },
    acts: {
      conclude: isPossible(events, 'conclude'),
      complete: await readCompletion(ctx, task, events),
    },
    moments,
    below: await readBelow(ctx, task, moments),
    primary: primaryOf(ctx, task, { parts, reports: signed, events, waitingBelow }),
  }
}

export type TaskPage = Awaited<ReturnType<typeof getTask>>

function lastReviewOf(reports: TaskReports, leadId: string | undefined) {
  const last = reports.find((one) => one.assignmentId === leadId && one.review?.decision === 'accept')
  return last?.review ?? null
}
type TaskReports = Awaited<ReturnType<typeof readTaskReports>>['signed']

/** The sentences that the task stands on: cleaned for reading, and as received. */
export async function readQuotes(ctx: Ctx, task: LoadedTask) {
  const provisions = await ctx.tx.taskProvision.findMany({
    where: { taskId: task.id },
    orderBy: { provision: { start: 'asc' } },
    select: { provision: { select: { id: true, start: true, end: true, path: true } } },
  })
  if (provisions.length === 0) return []
  const { text, language } = await ctx.tx.directive.findUniqueOrThrow({
    where: { id: task.directiveId },
    select: { text: true, language: true },
  })
  const cleaned = cleanText(text)
  const simplified = language === 'zh-Hant'
  return provisions.map(({ provision: { id, start, end, path } }) => ({
    id,
    path,
    lang: language,
    text: displayFrom(cleaned, start, end, { simplified }),
    received: text.slice(start, end).trim(),
  }))
}

const named = { select: { name: true, nameEn: true, title: true, titleEn: true } }

async function readMore(ctx: Ctx, task: LoadedTask) {
  return ctx.tx.task.findUniqueOrThrow({
    where: { id: task.id },
    select: {
      directive: { select: { docNumber: true, issuer: true, urgency: true } },
      responsibleLeader: named,
      responsiblePerson: named,
    },
  })
}

/** Whether the task can be completed by this person, else what is missing and of whom; null where it is not theirs, or not yet its time. */
async function readCompletion(ctx: Ctx, task: LoadedTask, events: readonly AvailableEvent<TaskEvent>[]) {
  const running = task.status === 'in_progress' || task.status === 'under_review'
  if (!running || !events.some((one) => one.event === 'complete')) return null
  const missing = await missingToComplete(ctx, task)
  return {
    possible: task.status === 'under_review' && missing.length === 0,
    missing: missing.map(({ code, params, unitIds }) => ({
      code,
      params,
      units: task.assignments
        .filter((one) => one.status !== 'replaced' && unitIds.includes(one.unitId))
        .map(({ unit }) => ({ name: unit.name, nameEn: unit.nameEn })),
    })),
  }
}

/** What stands against the acts that have guards, asked only where the moment is near. */
async function readObstacles(ctx: Ctx, task: LoadedTask) {
  const moments = await momentObstacles(ctx, task)
  if (task.status === 'under_review') return { ...moments, complete: await missingToComplete(ctx, task) }
  if (task.status !== 'in_progress') return moments
  // The conclusion is written in the act itself.
  return { ...moments, conclude: await missingToConclude(ctx, task, '—') }
}
