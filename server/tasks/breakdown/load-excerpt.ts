import { accounted } from '@/domain/directives/draft/excerpt'
import { inTextOrder, type Draft, type DraftProvision } from '@/domain/directives/draft/model'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { DRAFT_TASK, toDraftTask } from '@/server/directives/workspace/load-draft'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'

type Of = { task: Pick<LoadedTask, 'id' | 'directiveId'>; assignment: Pick<LoadedAssignment, 'id' | 'dueOn'> }

/**
 * The sentences of a unit's task, alone, with the tasks that it is broken down into. The text is put together from these sentences: what the
 * unit was not given of the directive is not in it. Which of them is covered follows from the tasks.
 */
export async function loadExcerpt(ctx: Ctx, { task, assignment }: Of): Promise<Draft> {
  const { text } = await ctx.tx.directive.findUniqueOrThrow({
    where: { id: task.directiveId },
    select: { text: true },
  })
  const cited = await ctx.tx.taskProvision.findMany({
    where: { taskId: task.id },
    orderBy: { provision: { start: 'asc' } },
    select: { provision: { select: { id: true, start: true, end: true } } },
  })
  const tasks = await ctx.tx.task.findMany({
    where: { parentAssignmentId: assignment.id },
    select: DRAFT_TASK,
  })
  let excerpt = ''
  let last = 0
  const provisions = cited.map(({ provision: { id, start, end } }): DraftProvision => {
    const apart = excerpt !== '' && (start > last || text.slice(last, start).includes('\n'))
    if (apart) excerpt = `${excerpt.trimEnd()}\n`
    const at = excerpt.length
    excerpt += text.slice(start, end)
    last = end
    const open = { class: 'open' as const, reason: '', confirmed: false, path: [], version: 1 }
    return { id, start: at, end: excerpt.length, ...open }
  })
  return accounted(
    inTextOrder({
      text: excerpt,
      excerpt: { dueOn: toLocalDateOrNull(assignment.dueOn) },
      provisions,
      tasks: tasks.map(toDraftTask),
    }),
  )
}
