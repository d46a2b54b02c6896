import { z } from 'zod'
import { nextUnitChangeStatus } from '@/domain/org/unit-change'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { reasonField, versionField } from '@/server/org/form-fields'
import { loadChange, writeChange } from '@/server/org/unit-change/write-change'

/** Which change is taken back, and why. */
export const withdrawUnitChangeSchema = z.object({
  no: z.coerce.number().int().positive(),
  version: versionField,
  reason: reasonField,
})

/** Takes a change back that has not taken effect. Throws conflict, not_found and refused `unit_change.not_now`. */
export async function withdrawUnitChange(ctx: Ctx, input: z.output<typeof withdrawUnitChangeSchema>) {
  const as = assertMay(ctx.actor, 'org.manage')
  const change = await loadChange(ctx, input)
  const status = nextUnitChangeStatus(change.status, 'withdraw')
  if (!status) return failRefused('unit_change.not_now', { status: change.status })
  await writeChange(ctx, change, { status })
  await recordAudit(ctx, {
    event: 'unit.change_withdrawn',
    as,
    entity: 'unit_change',
    entityId: change.id,
    before: { status: change.status },
    after: { status, change: input.no, reason: input.reason },
  })
  return { no: input.no }
}
