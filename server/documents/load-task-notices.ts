import type { NoticeFacts } from '@/domain/documents/task-notice'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import type { LedgerFilter } from '@/domain/tasks/ledger-filter'
import { MOST_NAMED } from '@/domain/tasks/ledger-filter'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { loadTasks, overseerOf } from '@/server/tasks/load-task'
import { taskScopeOf } from '@/server/tasks/scope'
import { readsReportsOf } from '@/server/tasks/task-reports'
import { noticeFacts, type NoticePiece } from './load-task-notice'
import type { PaperWords } from './paper-words'

/**
 * The notices of the tasks of a ledger address: one for each unit, directive and sender, with all that it was given of them, in the order
 * of the organisation. Who reads all gets what the office sent, a unit what its own parts and those below say. Throws not_found where
 * nothing of it went out.
 */
export async function loadTaskNotices(
  ctx: Ctx,
  words: PaperWords,
  filter: LedgerFilter,
): Promise<[NoticeFacts, ...NoticeFacts[]]> {
  const { from, where } = ledgerWhere(ctx, filter)
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM ${from} WHERE ${where} ORDER BY t.due_on, t.id LIMIT ${MOST_NAMED}`
  const ids = rows.map((row) => row.id)
  const tasks = await loadTasks(ctx, ids, { assignmentIds: await ownParts(ctx, ids) })
  const notices = new Map<string, NoticePiece[]>()
  for (const task of [...tasks].sort(
    (a, b) => a.directive.no - b.directive.no || a.sort - b.sort || a.no - b.no,
  ))
    for (const assignment of task.assignments) {
      if (!isActiveAssignment(assignment.status) || !readsReportsOf(ctx, assignment)) continue
      const key = [assignment.unitId, task.directiveId, overseerOf(task, assignment)].join()
      notices.set(key, [...(notices.get(key) ?? []), { task, assignment }])
    }
  const sorted = [...notices.values()].sort(byUnit)
  const facts = await noticeFacts(ctx, words, sorted)
  const [first, ...others] = facts
  return first ? [first, ...others] : failNotFound()
}

/** Of a unit the parts that were handed down to it: they are not of the task's own. */
async function ownParts(ctx: Ctx, taskIds: readonly string[]): Promise<string[]> {
  const { all, unitIds } = taskScopeOf(ctx.actor)
  if (all) return []
  const parts = await ctx.tx.assignment.findMany({
    where: { taskId: { in: [...taskIds] }, unitId: { in: [...unitIds] }, status: { not: 'replaced' } },
    select: { id: true },
  })
  return parts.map((one) => one.id)
}

function byUnit([a]: readonly NoticePiece[], [b]: readonly NoticePiece[]): number {
  if (!a || !b) return 0
  return (
    a.assignment.unit.sort - b.assignment.unit.sort ||
    a.assignment.unit.code.localeCompare(b.assignment.unit.code)
  )
}
