import type { Ctx } from '@/server/context'
import type { Db } from '@/server/db'

const TIMEOUT_MS = 30_000

/**
 * Reads several things as of one moment, so that a figure and the rows behind it never disagree: a read-only transaction
 * of repeatable read. Inside a command the command's own transaction is used.
 */
export async function readSnapshot<C extends Ctx, R>(ctx: C, read: (ctx: C) => Promise<R>): Promise<R> {
  if (!('$transaction' in ctx.tx)) return read(ctx)
  const client = ctx.tx as unknown as Db
  return client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`
      return read({ ...ctx, tx })
    },
    { isolationLevel: 'RepeatableRead', timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  )
}
