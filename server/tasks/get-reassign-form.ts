import { can } from '@/domain/permissions/policy'
import { nextAssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import { MOST_NAMED, parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { isRunningTask } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { listUnitChoices } from '@/server/directives/workspace/list-choices'
import { failNotFound } from '@/server/errors'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { loadTasks, type LoadedTask } from '@/server/tasks/load-task'
import type { BatchResult } from '@/server/tasks/one-by-one'
import { REASSIGN_AT_MOST } from '@/server/tasks/reassign-tasks'

/**
 * 改派 of several tasks before it goes out: the lead parts of those that an address of the ledger stands for, which of them cannot be given away
 * and why, and the units to choose from. Throws not_found without the right or the tasks. At most 500 are read.
 */
export async function getReassignForm(ctx: Ctx, query: string) {
  if (!can(ctx.actor, 'task.reassign')) return failNotFound()
  const { from, where } = ledgerWhere(ctx, parseLedgerQuery(query))
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM ${from} WHERE ${where} ORDER BY t.due_on, t.id LIMIT ${MOST_NAMED}`
  const tasks = await loadTasks(
    ctx,
    rows.map((row) => row.id),
  )
  if (tasks.length === 0) return failNotFound()
  const [waiting, units] = await Promise.all([readWaiting(ctx, tasks), listUnitChoices(ctx)])
  const parts: ReassignPart[] = []
  const left: BatchResult['left'] = []
  for (const task of [...tasks].sort((a, b) => a.no - b.no)) {
    const lead = leadOf(task)
    const why = obstacleOf(ctx, task, waiting)
    if (!lead || why) left.push({ no: task.no, ...(why ?? { code: 'task.not_sent' }) })
    else
      parts.push({
        ref: `${lead.id}:${lead.version}`,
        no: task.no,
        title: task.title,
        unit: lead.unit,
        dueOn: toLocalDateOrNull(lead.dueOn),
      })
  }
  return { parts, left, units, most: REASSIGN_AT_MOST }
}

export type ReassignFormData = Awaited<ReturnType<typeof getReassignForm>>
export type ReassignPart = {
  ref: string
  no: number
  title: string
  unit: { code: string; name: string; nameEn: string }
  dueOn: ReturnType<typeof toLocalDateOrNull>
}

const leadOf = (task: LoadedTask) =>
  task.assignments.find((one) => one.part === 'lead' && one.status !== 'replaced') ?? null

/** By lead part the report that waits for its review. */
async function readWaiting(ctx: Ctx, tasks: readonly LoadedTask[]): Promise<ReadonlyMap<string, number>> {
  const ids = tasks.flatMap((task) => leadOf(task)?.id ?? [])
  const reports = await ctx.tx.report.findMany({
    where: { assignmentId: { in: ids }, status: 'submitted' },
    select: { assignmentId: true, seq: true },
  })
  return new Map(reports.map((one) => [one.assignmentId, one.seq]))
}

/** What the command would refuse, said before; the command asks again. */
function obstacleOf(ctx: Ctx, task: LoadedTask, waiting: ReadonlyMap<string, number>) {
  const lead = leadOf(task)
  if (!lead || task.dispatchedAt === null) return { code: 'task.not_sent' }
  if (!can(ctx.actor, 'task.reassign', lead.facts)) return { code: 'task.reassign_not_yours' }
  if (task.status === 'suspended') return { code: 'task.rests' }
  if (!isRunningTask(task.status) || !nextAssignmentStatus(lead.status, 'replace'))
    return { code: 'task.cannot_reassign' }
  const seq = waiting.get(lead.id)
  return seq === undefined ? null : { code: 'task.report_awaits_review', params: { seq } }
}
