import type { Ctx } from '@/server/context'

const SHOWN = 50
const INNER = ['register', 'row', 'reason']
type Values = Record<string, string | number | boolean | null> | null

/** What happened to a row, newest first: who, when, which cells from what to what. */
export async function readRowHistory(ctx: Ctx, rowId: string) {
  const entries = await ctx.tx.auditEntry.findMany({
    where: { entity: 'register_row', entityId: rowId },
    orderBy: { id: 'desc' },
    take: SHOWN,
    select: {
      id: true,
      event: true,
      at: true,
      actorName: true,
      actorUnit: true,
      value: { select: { before: true, after: true } },
    },
  })
  return entries.map(({ id, event, at, actorName, actorUnit, value }) => {
    const before = (value?.before ?? null) as Values
    const after = (value?.after ?? null) as Values
    const keys = Object.keys(after ?? {}).filter((key) => !INNER.includes(key))
    return {
      id,
      event,
      at: at.toISOString(),
      by: actorName,
      unit: actorUnit,
      reason: after?.reason ? String(after.reason) : null,
      changes: keys.map((key) => ({ key, before: before?.[key] ?? null, after: after?.[key] ?? null })),
    }
  })
}

export type RowHistory = Awaited<ReturnType<typeof readRowHistory>>
