import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import { verifyLog } from '@/server/audit/verify-log'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'

export const verifyAuditLogSchema = z.object({})

/** The record of one check. */
const LOG_ID = '00000000-0000-0000-0000-0000000000a0'

/** 立即核验: recomputes the whole chain; the check and what it found are themselves recorded. Throws forbidden. */
export async function verifyAuditLog(ctx: Ctx) {
  const as = assertMay(ctx.actor, 'audit.verify')
  const check = await verifyLog(ctx.tx)
  const brokenAt = check.ok ? (check.alteredValues[0] ?? null) : check.no
  const whole = check.ok && check.alteredValues.length === 0
  await recordAudit(ctx, {
    event: 'audit.verified',
    as,
    entity: 'audit',
    entityId: LOG_ID,
    after: { whole, count: check.count, unsealed: check.unsealed, brokenAt },
  })
  return { whole, count: check.count, unsealed: check.unsealed, brokenAt }
}

/** The last check that anybody made, for the band: when, by whom, what it found. */
export async function findLastCheck(ctx: Ctx) {
  assertMay(ctx.actor, 'audit.read')
  const entry = await ctx.tx.auditEntry.findFirst({
    where: { entityId: LOG_ID, event: 'audit.verified' },
    orderBy: { id: 'desc' },
    select: { at: true, actorName: true, value: { select: { after: true } } },
  })
  if (!entry) return null
  const found = z
    .object({ whole: z.boolean(), count: z.number(), unsealed: z.number(), brokenAt: z.number().nullable() })
    .safeParse(entry.value?.after)
  return found.success ? { at: entry.at.toISOString(), by: entry.actorName, ...found.data } : null
}

const READ_AGAIN_MS = 30 * 60_000

/** 查看本身会被记录: one entry for a stretch of reading, again after half an hour. */
export async function noteAuditRead(ctx: Ctx): Promise<void> {
  const as = assertMay(ctx.actor, 'audit.read')
  const since = new Date(ctx.now.getTime() - READ_AGAIN_MS)
  const noted = await ctx.tx.auditEntry.count({
    where: { event: 'audit.read', actorId: ctx.actor.personId, at: { gte: since } },
  })
  if (noted === 0) await recordAudit(ctx, { event: 'audit.read', as, entity: 'audit', entityId: LOG_ID })
}
