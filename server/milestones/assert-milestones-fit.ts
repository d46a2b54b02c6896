import { dueAfterTask } from '@/domain/milestones/milestone'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'

/** Before a task goes out: no milestone of it is due after the task; what each is due on now is its first date from here on. */
export async function assertMilestonesFit(
  ctx: Ctx,
  task: { id: string; no: number },
  dueOn: LocalDate | null,
) {
  const rows = await ctx.tx.milestone.findMany({
    where: { taskId: task.id },
    select: { title: true, dueOn: true },
  })
  const late = dueAfterTask(
    rows.map((row) => ({ title: row.title, dueOn: toLocalDate(row.dueOn) })),
    dueOn,
  )
  if (late.length > 0) failRefused('milestone.due_after_task', { no: task.no, milestones: late.join('、') })
}
