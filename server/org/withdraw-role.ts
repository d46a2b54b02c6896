import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { addDays } from '@/domain/calendar/local-date'
import { invalid } from '@/domain/errors'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failConflict, failNotFound, failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { assertStillHeld } from '@/server/org/assert-still-held'
import { endGrant } from '@/server/org/end-grant'
import { reasonField } from '@/server/org/form-fields'

/** Which grant ends, and when: at once, or after a last day. */
export const withdrawRoleSchema = z
  .object({
    grantId: z.uuid(),
    when: z.enum(['now', 'on'], { error: 'role.when_missing' }),
    lastDayOn: z.string().default(''),
    reason: reasonField,
  })
  .refine(({ when, lastDayOn }) => when === 'now' || localDateSchema.safeParse(lastDayOn).success, {
    path: ['lastDayOn'],
    error: 'admin.day_missing',
  })

/**
 * Withdraws a role. At once: from this moment on, today included. Throws invalid (`role.last_day_past`) and refused
 * (`role.already_ended`, `role.last_holder`).
 */
export async function withdrawRole(ctx: Ctx, input: z.output<typeof withdrawRoleSchema>) {
  const as = assertMay(ctx.actor, 'role.grant')
  const grant = await ctx.tx.roleGrant.findUnique({
    where: { id: input.grantId },
    include: { person: { select: { account: true } }, unit: { select: { name: true } } },
  })
  if (!grant) return failNotFound('role.not_found')
  const { personId, unitId, role } = grant
  const ends = toLocalDateOrNull(grant.validToOn)
  if (ends !== null && ends < ctx.today) return failRefused('role.already_ended')
  const lastDay = input.when === 'now' ? addDays(ctx.today, -1) : localDateSchema.parse(input.lastDayOn)
  if (input.when === 'on' && lastDay < ctx.today)
    throw invalid([{ path: 'lastDayOn', code: 'role.last_day_past' }])
  if (ends !== null && ends <= lastDay) return failRefused('role.already_ended')

  if (toLocalDate(grant.validFromOn) <= ctx.today)
    await assertStillHeld(ctx, [role], { without: personId, lastDay })
  if (!(await endGrant(ctx, grant, lastDay))) return failConflict()
  const { account } = grant.person
  await recordAudit(ctx, {
    event: 'role.withdrawn',
    as,
    entity: 'person',
    entityId: personId,
    unitId,
    before: { account, unit: grant.unit.name, role, validToOn: ends },
    after: { account, unit: grant.unit.name, role, validToOn: lastDay, reason: input.reason },
  })
  await notify(ctx, { personId, event: 'role.withdrawn', params: { unit: grant.unit.name, role } })
  return { account }
}
