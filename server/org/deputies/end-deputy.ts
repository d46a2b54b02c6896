import { z } from 'zod'
import { can, grantsFor } from '@/domain/permissions/policy'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { versionField } from '@/server/org/form-fields'
import { notOverBy } from '@/server/org/in-effect'
import { assertVersion, assertWritten } from '@/server/versions'

/** Which deputy's standing in ends now. */
export const endDeputySchema = z.object({ deputyRowId: z.uuid(), version: versionField })

/** Ends a deputy's standing in at once; whoever may name one may end it. Throws not_found, conflict and refused `deputies.ended`. */
export async function endDeputy(ctx: Ctx, { deputyRowId: id, version }: z.output<typeof endDeputySchema>) {
  const row = await ctx.tx.deputy.findUnique({
    where: { id },
    select: {
      version: true,
      endedAt: true,
      unitId: true,
      personId: true,
      deputyId: true,
      person: { select: { name: true, grants: { where: notOverBy(ctx.today), select: { unitId: true } } } },
      deputy: { select: { name: true } },
    },
  })
  if (!row) return failNotFound()
  const units = row.unitId ? [row.unitId] : row.person.grants.map((grant) => grant.unitId)
  const facts = units.map((unitId) => ({ personId: row.personId, unitId }))
  if (!facts.some((one) => can(ctx.actor, 'deputy.name', one))) return failNotFound()
  const [as] = facts.flatMap((one) => grantsFor(ctx.actor, 'deputy.name', one))
  await assertVersion(ctx, { entityId: id, actual: row.version, expected: version })
  if (row.endedAt) failRefused('deputies.ended')
  const written = await ctx.tx.deputy.updateMany({
    where: { id, version },
    data: { endedAt: ctx.now, endedById: ctx.actor.personId, version: { increment: 1 } },
  })
  await assertWritten(ctx, id, written)
  await recordAudit(ctx, {
    event: 'deputy.ended',
    as: as ?? null,
    entity: 'deputy',
    entityId: id,
    unitId: row.unitId,
    before: { person: row.person.name, deputy: row.deputy.name },
    after: { person: row.person.name, deputy: row.deputy.name, ended: true },
  })
  const params = { person: row.person.name, deputy: row.deputy.name }
  await notify(
    ctx,
    ...[row.personId, row.deputyId]
      .filter((personId) => personId !== ctx.actor.personId)
      .map((personId) => ({ personId, event: 'deputy.ended', params })),
  )
  return { id }
}
