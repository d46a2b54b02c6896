import type { Ctx } from '@/server/context'
import { failConflict } from '@/server/errors'

type Versioned = { entityId: string; actual: number; expected: number }

/** Throws conflict with who changed the record last and when (ISO instant), where `expected` is not its version. */
export async function assertVersion(ctx: Ctx, { entityId, actual, expected }: Versioned): Promise<void> {
  if (actual !== expected) await failStale(ctx, entityId, actual)
}

/** For a compare-and-set that matched no row: throws the same conflict. */
export async function assertWritten(ctx: Ctx, entityId: string, result: { count: number }): Promise<void> {
  if (result.count === 0) await failStale(ctx, entityId)
}

/** Throws the conflict of a stale version; `version` is the one to submit the same input against, where it is known. */
export async function failStale(ctx: Ctx, entityId: string, version?: number): Promise<never> {
  const last = await ctx.tx.auditEntry.findFirst({
    where: { entityId },
    orderBy: { id: 'desc' },
    select: { actorName: true, at: true, event: true },
  })
  return failConflict({
    ...(last ? { by: last.actorName, at: last.at.toISOString(), event: last.event } : {}),
    ...(version === undefined ? {} : { version }),
  })
}
