import { z } from 'zod'
import { isFailure } from '@/domain/errors'
import type { Ctx } from '@/server/context'
import { archiveTask } from '@/server/tasks/archive-task'
import { strikeOffTask } from '@/server/tasks/strike-off-task'

/** Several tasks at once, each as `<id>:<version>`; at most a page of them. */
export const chosenTasksSchema = z.object({
  chosen: z
    .preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:\d{1,9}$/)),
    )
    .refine((list) => list.length > 0, 'task.choose_some_tasks')
    .refine((list) => list.length <= 50, 'task.choose_fewer_tasks'),
})
export const strikeOffTasksSchema = chosenTasksSchema
export const archiveTasksSchema = chosenTasksSchema

/** What became of each: how many it was done to, and why not to the others, by their numbers. */
export type BatchResult = {
  done: number
  left: { no?: number | null; code: string; params?: Record<string, string | number> }[]
}

/** 批量销号: those that can be are struck off; the others are named with the reason, and nothing of theirs changes. */
export async function strikeOffTasks(
  ctx: Ctx,
  input: z.output<typeof chosenTasksSchema>,
): Promise<BatchResult> {
  return oneByOne(ctx, input.chosen, strikeOffTask)
}

/** 批量归档, as `strikeOffTasks`. */
export async function archiveTasks(
  ctx: Ctx,
  input: z.output<typeof chosenTasksSchema>,
): Promise<BatchResult> {
  return oneByOne(ctx, input.chosen, archiveTask)
}

type OnTask = (ctx: Ctx, input: { taskId: string; version: number }) => Promise<{ taskNo: number }>

/** In the order of their ids, whoever asks: two batches on the same tasks never wait for each other in a ring. */
async function oneByOne(ctx: Ctx, chosen: readonly string[], act: OnTask): Promise<BatchResult> {
  const result: BatchResult = { done: 0, left: [] }
  const failed: { id: string; code: string; params?: Record<string, string | number> }[] = []
  for (const item of [...new Set(chosen)].sort()) {
    const [taskId = '', version = '0'] = item.split(':')
    try {
      await act(ctx, { taskId, version: Number(version) })
      result.done += 1
    } catch (error) {
      if (!isFailure(error)) throw error
      failed.push({ id: taskId, code: error.code, params: error.params })
    }
  }
  if (failed.length === 0) return result
  const numbers = await ctx.tx.task.findMany({
    where: { id: { in: failed.filter((one) => one.code !== 'common.not_found').map((one) => one.id) } },
    select: { id: true, no: true },
  })
  const noOf = new Map(numbers.map((row) => [row.id, row.no]))
  result.left = failed.map(({ id, ...why }) => ({ no: noOf.get(id) ?? null, ...why }))
  return result
}
