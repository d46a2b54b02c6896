import { localDateIn, type LocalDate } from '@/domain/calendar/local-date'
import type { CycleRule, Pause, ReportingCycle } from '@/domain/tasks/reporting-cycle'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'

type TaskCycle = { cycle: ReportingCycle | null; cycleDay: number | null; dispatchedOn: Date | null }

/** The cycle in which an assignment reports: its task's, from the day it was itself given; null where nothing is reported in a cycle. */
export function cycleRuleOf(
  task: TaskCycle,
  assignment: { dispatchedAt: Date },
  zone: string,
): CycleRule | null {
  const dispatchedOn = toLocalDateOrNull(task.dispatchedOn)
  if (!task.cycle || !dispatchedOn) return null
  const given = localDateIn(assignment.dispatchedAt, zone)
  return { cycle: task.cycle, day: task.cycleDay, startOn: given > dispatchedOn ? given : dispatchedOn }
}

/** Days on which reports of an assignment were handed in; one taken back is none. */
export function reportDays(
  reports: readonly { submittedAt: Date | null; status: string }[],
  zone: string,
): LocalDate[] {
  return reports.flatMap((one) =>
    one.submittedAt && one.status !== 'withdrawn' ? [localDateIn(one.submittedAt, zone)] : [],
  )
}

const BEGINS = ['task.suspended', 'task.completed']
const ENDS = ['task.resumed', 'task.reopened']

/** The times in which these tasks rested, suspended or completed, by task: from the record, in which every transition stands. */
export async function readPauses(
  ctx: Pick<Ctx, 'tx' | 'settings'>,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Pause[]>> {
  const pauses = new Map<string, Pause[]>()
  if (taskIds.length === 0) return pauses
  const entries = await ctx.tx.auditEntry.findMany({
    where: { taskId: { in: [...taskIds] }, entity: 'task', event: { in: [...BEGINS, ...ENDS] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { taskId: true, event: true, at: true },
  })
  for (const { taskId, event, at } of entries) {
    const list = pauses.get(taskId ?? '') ?? []
    pauses.set(taskId ?? '', list)
    const on = localDateIn(at, ctx.settings.zone)
    const last = list.at(-1)
    if (BEGINS.includes(event)) list.push({ fromOn: on, toOn: null })
    else if (last && last.toOn === null) last.toOn = on
  }
  return pauses
}
