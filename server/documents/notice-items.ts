import type { NoticeItem } from '@/domain/documents/task-notice'
import { cleanText, displayFrom } from '@/domain/directives/clean'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import type { PaperWords } from './paper-words'

/** The sentences of tasks of one directive, cleaned for reading, by task. Two queries, however many tasks. */
export async function readQuotesOf(
  ctx: Ctx,
  directiveId: string,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const [directive, links] = await Promise.all([
    ctx.tx.directive.findUniqueOrThrow({
      where: { id: directiveId },
      select: { text: true, language: true },
    }),
    ctx.tx.taskProvision.findMany({
      where: { taskId: { in: [...taskIds] } },
      orderBy: { provision: { start: 'asc' } },
      select: { taskId: true, provision: { select: { start: true, end: true } } },
    }),
  ])
  const quotes = new Map<string, string[]>()
  if (links.length === 0) return quotes
  const cleaned = cleanText(directive.text)
  const simplified = directive.language === 'zh-Hant'
  for (const { taskId, provision } of links) {
    const text = displayFrom(cleaned, provision.start, provision.end, { simplified })
    quotes.set(taskId, [...(quotes.get(taskId) ?? []), text])
  }
  return quotes
}

/** A piece of work as its notice names it. */
export function noticeItem(
  words: PaperWords,
  task: LoadedTask,
  assignment: LoadedAssignment,
  quotes: readonly string[],
): NoticeItem {
  const active = task.assignments.filter((one) => one.status !== 'replaced')
  const lead = active.find((one) => one.part === 'lead')
  return {
    no: task.no,
    title: task.title,
    quotes,
    expectedResult: task.expectedResult,
    part: assignment.part,
    lead: lead && lead.id !== assignment.id ? words.nameOf(lead.unit) : null,
    supporting: active.filter((one) => one.part === 'supporting').map((one) => words.nameOf(one.unit)),
    dueOn: toLocalDateOrNull(assignment.dueOn),
    cycle: task.cycle ? words.all(`tasks.cycle.${task.cycle}`) : null,
    acknowledgeByOn: toLocalDate(assignment.acknowledgeDueOn),
    refuseByOn: toLocalDate(assignment.refuseDueOn),
    note: assignment.note,
  }
}
