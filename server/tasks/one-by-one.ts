import { isFailure, type FailureParams } from '@/domain/errors'
import type { Ctx } from '@/server/context'

/** What became of each: how many it was done to, and why not to the others, by their numbers. */
export type BatchResult = {
  done: number
  left: { no?: number | null; code: string; params?: FailureParams }[]
}

/** One act of a batch. It throws before it writes, or not at all. */
export type OneAct = { taskId: string; run: () => Promise<unknown> }

/**
 * Several acts in one transaction, each of which succeeds or is named with its reason. In the order of the tasks' ids, whoever asks: two
 * batches on the same tasks never wait for each other in a ring.
 */
export async function oneByOne(ctx: Ctx, acts: readonly OneAct[]): Promise<BatchResult> {
  const result: BatchResult = { done: 0, left: [] }
  const failed: { id: string; code: string; params?: FailureParams }[] = []
  for (const { taskId, run } of [...acts].sort((a, b) => (a.taskId < b.taskId ? -1 : 1))) {
    try {
      await run()
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
