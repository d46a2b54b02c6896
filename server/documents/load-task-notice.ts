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

/** One assignment of one task: what a notice tells of. */
export type NoticePiece = { task: LoadedTask; assignment: LoadedAssignment }

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
  return assignment ? oneNotice(ctx, words, [{ task, assignment }]) : failNotFound()
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
  const pieces = rows.flatMap(({ id, taskId }): NoticePiece[] => {
    const task = tasks.find((one) => one.id === taskId)
    const assignment = task?.assignments.find((one) => one.id === id)
    return task && assignment && readsReportsOf(ctx, assignment) ? [{ task, assignment }] : []
  })
  const [first] = pieces
  if (!first) return failNotFound()
  const sender = overseerOf(first.task, first.assignment)
  return oneNotice(
    ctx,
    words,
    pieces.filter(({ task, assignment }) => overseerOf(task, assignment) === sender),
  )
}

async function oneNotice(ctx: Ctx, words: PaperWords, pieces: readonly NoticePiece[]): Promise<NoticeFacts> {
  const [facts] = await noticeFacts(ctx, words, [pieces])
  return facts ?? failNotFound()
}

/** What notices say, each of pieces of one directive to one unit from one sender. Four queries, however many notices. */
export async function noticeFacts(
  ctx: Ctx,
  words: PaperWords,
  notices: readonly (readonly NoticePiece[])[],
): Promise<NoticeFacts[]> {
  const all = notices.flat()
  const [directives, senders, quotes] = await Promise.all([
    ctx.tx.directive.findMany({
      where: { AND: [{ id: { in: all.map(({ task }) => task.directiveId) } }, visibleDirectives(ctx.actor)] },
      select: { id: true, no: true, title: true, docNumber: true, urgency: true, marking: true },
    }),
    ctx.tx.unit.findMany({
      where: { id: { in: all.map(({ task, assignment }) => overseerOf(task, assignment)) } },
      select: { id: true, name: true, nameEn: true, kind: true },
    }),
    readQuotesOf(
      ctx,
      all.map(({ task }) => task),
    ),
  ])
  return notices.flatMap((pieces) => {
    const [first] = pieces
    const directive = directives.find((one) => one.id === first?.task.directiveId)
    const sender = senders.find((one) => first && one.id === overseerOf(first.task, first.assignment))
    if (!first || !directive || !sender) return []
    const { assignment } = first
    const sentAt = pieces
      .map((one) => one.assignment.dispatchedAt)
      .sort((a, b) => b.getTime() - a.getTime())[0]
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
  })
}
