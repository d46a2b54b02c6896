import { localDateIn } from '@/domain/calendar/local-date'
import type { NoticeFacts } from '@/domain/documents/task-notice'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import type { Ctx } from '@/server/context'
import { visibleDirectives } from '@/server/directives/scope'
import { failNotFound } from '@/server/errors'
import { findReadableTask } from '@/server/tasks/get-task'
import { loadTasks, overseerOf, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'
import { visibleTasks } from '@/server/tasks/scope'
import { readsReportsOf } from '@/server/tasks/task-reports'
import { noticeItem, readQuotesOf } from './notice-items'
import type { PaperWords } from './paper-words'

type Piece = { task: LoadedTask; assignment: LoadedAssignment }

/** The notice of one assignment of a task (its own unit's where none is named, else the lead's). Throws not_found, also for whom its part is closed. */
export async function loadTaskNotice(
  ctx: Ctx,
  words: PaperWords,
  { no, partId }: { no: number; partId?: string },
): Promise<NoticeFacts> {
  const task = await findReadableTask(ctx, no, partId)
  const open = task.assignments.filter((one) => readsReportsOf(ctx, one))
  const assignment = partId
    ? open.find((one) => one.id === partId)
    : open.find((one) => isActiveAssignment(one.status))
  return assignment ? factsOf(ctx, words, [{ task, assignment }]) : failNotFound()
}

/** The notice to one unit of all that it was given of a directive by the same sender. Throws not_found. */
export async function loadDirectiveNotice(
  ctx: Ctx,
  words: PaperWords,
  { no, unitCode }: { no: number; unitCode: string },
): Promise<NoticeFacts> {
  const rows = await ctx.tx.assignment.findMany({
    where: {
      unit: { code: unitCode },
      status: { not: 'replaced' },
      task: { AND: [visibleTasks(ctx.actor), { directive: { no } }] },
    },
    orderBy: { task: { sort: 'asc' } },
    select: { id: true, taskId: true },
  })
  const ids = rows.map((one) => one.id)
  const tasks = await loadTasks(
    ctx,
    rows.map((one) => one.taskId),
    { assignmentIds: ids },
  )
  const pieces = rows.flatMap(({ id, taskId }): Piece[] => {
    const task = tasks.find((one) => one.id === taskId)
    const assignment = task?.assignments.find((one) => one.id === id)
    return task && assignment && readsReportsOf(ctx, assignment) ? [{ task, assignment }] : []
  })
  const [first] = pieces
  if (!first) return failNotFound()
  const sender = overseerOf(first.task, first.assignment)
  return factsOf(
    ctx,
    words,
    pieces.filter(({ task, assignment }) => overseerOf(task, assignment) === sender),
  )
}

async function factsOf(ctx: Ctx, words: PaperWords, pieces: readonly Piece[]): Promise<NoticeFacts> {
  const [first] = pieces
  if (!first) return failNotFound()
  const { task, assignment } = first
  const [directive, sender, quotes] = await Promise.all([
    ctx.tx.directive.findFirst({
      where: { AND: [{ id: task.directiveId }, visibleDirectives(ctx.actor)] },
      select: { no: true, title: true, docNumber: true, urgency: true, marking: true },
    }),
    ctx.tx.unit.findUniqueOrThrow({
      where: { id: overseerOf(task, assignment) },
      select: { name: true, nameEn: true, kind: true },
    }),
    readQuotesOf(
      ctx,
      task.directiveId,
      pieces.map((one) => one.task.id),
    ),
  ])
  if (!directive) return failNotFound()
  const sentAt = pieces.map((one) => one.assignment.dispatchedAt).sort((a, b) => b.getTime() - a.getTime())[0]
  return {
    marking: words.all(`directives.marks.${directive.marking}`),
    official: sender.kind === 'office',
    sender: words.nameOf(sender),
    unit: words.nameOf(assignment.unit),
    directive: {
      no: directive.no,
      title: directive.title,
      docNumber: directive.docNumber,
      urgency: directive.urgency === 'none' ? null : words.all(`directives.urgencies.${directive.urgency}`),
    },
    sentOn: localDateIn(sentAt ?? assignment.dispatchedAt, ctx.settings.zone),
    items: pieces.map((one) => noticeItem(words, one.task, one.assignment, quotes.get(one.task.id) ?? [])),
  }
}
