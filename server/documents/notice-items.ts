import type { NoticeItem } from '@/domain/documents/task-notice'
import { cleanText, displayFrom } from '@/domain/directives/clean'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import type { PaperWords } from './paper-words'

/** The sentences of tasks, cleaned for reading, by task. Two queries, however many tasks. */
export async function readQuotesOf(
  ctx: Ctx,
  tasks: readonly Pick<LoadedTask, 'id' | 'directiveId'>[],
): Promise<ReadonlyMap<string, string[]>> {
  const [directives, links] = await Promise.all([
    ctx.tx.directive.findMany({
      where: { id: { in: [...new Set(tasks.map((task) => task.directiveId))] } },
      select: { id: true, text: true, language: true },
    }),
    ctx.tx.taskProvision.findMany({
      where: { taskId: { in: tasks.map((task) => task.id) } },
      orderBy: { provision: { start: 'asc' } },
      select: { taskId: true, provision: { select: { directiveId: true, start: true, end: true } } },
    }),
  ])
  const texts = new Map(
    directives.map(({ id, text, language }) => [
      id,
      { cleaned: cleanText(text), simplified: language === 'zh-Hant' },
    ]),
  )
  const quotes = new Map<string, string[]>()
  for (const { taskId, provision } of links) {
    const of = texts.get(provision.directiveId)
    if (!of) continue
    const text = displayFrom(of.cleaned, provision.start, provision.end, { simplified: of.simplified })
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
