import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { assertVersion, assertWritten } from '@/server/versions'

type Loaded = { id: string; version: number }

/** A change by its number, at the version that was seen. Throws not_found and conflict. */
export async function loadChange(ctx: Ctx, { no, version }: { no: number; version: number }) {
  const change = await ctx.tx.unitChange.findUnique({
    where: { no },
    select: { id: true, status: true, version: true, effectiveOn: true },
  })
  if (!change) return failNotFound()
  await assertVersion(ctx, { entityId: change.id, actual: change.version, expected: version })
  return change
}

/** Writes a change by compare-and-set on its version. Throws conflict. */
export async function writeChange(
  ctx: Ctx,
  { id, version }: Loaded,
  data: Prisma.UnitChangeUncheckedUpdateManyInput,
) {
  const written = await ctx.tx.unitChange.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  await assertWritten(ctx, id, written)
}
