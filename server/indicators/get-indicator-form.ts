import { pathSchema } from '@/domain/indicators/indicator'
import { readColumns } from '@/domain/registers/columns'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { mayPlan } from '@/server/registers/get-register'
import { findReadableTask } from '@/server/tasks/get-task'

/** What the form of an indicator starts from: the task's registers with their columns of numbers, and the indicator where one is edited. Throws not_found, also for who may not set one up. */
export async function getIndicatorForm(ctx: Ctx, no: number, indicatorId: string | null) {
  const task = await findReadableTask(ctx, no)
  if (!mayPlan(ctx, task)) return failNotFound()
  const registers = await ctx.tx.register.findMany({
    where: { taskId: task.id },
    orderBy: { no: 'asc' },
    select: { id: true, title: true, columns: true },
  })
  const row = indicatorId
    ? await ctx.tx.indicator.findFirst({ where: { id: indicatorId, taskId: task.id, droppedReason: null } })
    : null
  if (indicatorId && !row) return failNotFound()
  return {
    task: { id: task.id, no: task.no, title: task.title },
    registers: registers.map(({ columns, ...one }) => ({
      ...one,
      columns: readColumns(columns)
        .filter((column) => column.type === 'number')
        .map(({ key, name, nameEn }) => ({ key, name, nameEn })),
    })),
    indicator: row && { ...row, path: pathSchema.parse(row.path) },
  }
}
