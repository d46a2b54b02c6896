import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { archiveTask } from '@/server/tasks/archive-task'
import { oneByOne, type BatchResult, type OneAct } from '@/server/tasks/one-by-one'
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

/** 批量销号: those that can be are struck off; the others are named with the reason, and nothing of theirs changes. */
export async function strikeOffTasks(
  ctx: Ctx,
  input: z.output<typeof chosenTasksSchema>,
): Promise<BatchResult> {
  return oneByOne(ctx, actsOn(ctx, input.chosen, strikeOffTask))
}

/** 批量归档, as `strikeOffTasks`. */
export async function archiveTasks(
  ctx: Ctx,
  input: z.output<typeof chosenTasksSchema>,
): Promise<BatchResult> {
  return oneByOne(ctx, actsOn(ctx, input.chosen, archiveTask))
}

type OnTask = (ctx: Ctx, input: { taskId: string; version: number }) => Promise<unknown>

function actsOn(ctx: Ctx, chosen: readonly string[], act: OnTask): OneAct[] {
  return [...new Set(chosen)].map((item) => {
    const [taskId = '', version = '0'] = item.split(':')
    return { taskId, run: () => act(ctx, { taskId, version: Number(version) }) }
  })
}
