import type { LocalDate } from '@/domain/calendar/local-date'
import type { MovedDate } from '@/domain/tasks/due-change'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'

/**
 * Writes new due dates, their versions with them, in the order that keeps every assignment within the one above at each step: the upper ones
 * first where dates move out, the lower ones first where they are drawn in. One write a level and date. The caller holds the tasks' locks.
 */
export async function writeDates(
  ctx: Ctx,
  moved: readonly MovedDate[],
  way: 'later' | 'earlier',
): Promise<void> {
  const groups = new Map<string, { of: MovedDate['of']; to: LocalDate; depth: number; ids: string[] }>()
  for (const { of, id, to, depth } of moved) {
    const key = `${depth}:${of}:${to}`
    const group = groups.get(key) ?? { of, to, depth, ids: [] }
    group.ids.push(id)
    groups.set(key, group)
  }
  const sorted = [...groups.values()].sort((a, b) =>
    way === 'later' ? a.depth - b.depth : b.depth - a.depth,
  )
  for (const { of, to, ids } of sorted) {
    const data = { dueOn: fromLocalDate(to), version: { increment: 1 } }
    if (of === 'task') await ctx.tx.task.updateMany({ where: { id: { in: ids } }, data })
    else await ctx.tx.assignment.updateMany({ where: { id: { in: ids } }, data })
  }
}
