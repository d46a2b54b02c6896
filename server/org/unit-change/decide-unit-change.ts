import { z } from 'zod'
import { nextUnitChangeStatus } from '@/domain/org/unit-change'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { reasonField, versionField } from '@/server/org/form-fields'
import { effectUnitChange } from '@/server/org/unit-change/effect-unit-change'
import { loadChange, writeChange } from '@/server/org/unit-change/write-change'

/** The security administrator's word on a proposal, and why. */
export const decideUnitChangeSchema = z.object({
  no: z.coerce.number().int().positive(),
  version: versionField,
  decision: z.enum(['confirm', 'refuse'], { error: 'unit_change.decision_missing' }),
  reason: reasonField,
})

/**
 * Confirms or refuses a change. A confirmed one whose day has come takes effect in the same transaction, any other on its day by job.
 * Throws conflict, not_found and refused (`unit_change.not_now`, or what the rules have against it by now).
 */
export async function decideUnitChange(ctx: Ctx, input: z.output<typeof decideUnitChangeSchema>) {
  const as = assertMay(ctx.actor, 'org.confirm_move')
  const { no, decision, reason } = input
  const change = await loadChange(ctx, input)
  const status = nextUnitChangeStatus(change.status, decision)
  if (!status) return failRefused('unit_change.not_now', { status: change.status })
  await writeChange(ctx, change, {
    status,
    decidedById: ctx.actor.personId,
    decidedAt: ctx.now,
    decisionReason: reason,
  })
  await recordAudit(ctx, {
    event: decision === 'confirm' ? 'unit.move_confirmed' : 'unit.change_refused',
    as,
    entity: 'unit_change',
    entityId: change.id,
    before: { status: change.status },
    after: { status, change: no, reason },
  })
  if (decision === 'refuse' || toLocalDate(change.effectiveOn) > ctx.today) return { no, status, tasks: null }
  return { no, status, ...(await effectUnitChange(ctx, change.id, as)) }
}
