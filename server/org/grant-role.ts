import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { isInEffect } from '@/domain/org/unit'
import { fitsUnit, periodsOverlap } from '@/domain/permissions/role-units'
import { conflictingRoles, isAdminRole, ROLES } from '@/domain/permissions/roles'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import { notify } from '@/server/notifications/notify'
import type { Ctx } from '@/server/context'
import { fromLocalDate, fromLocalDateOrNull, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { ADMINISTRATION } from '@/server/org/administration-unit'
import { dayField, openDayField, reasonField } from '@/server/org/form-fields'

/** Person × unit × role × from–to, and why. */
export const grantRoleSchema = z.object({
  personId: z.uuid({ error: 'role.person_missing' }),
  unitId: z.uuid({ error: 'role.unit_missing' }),
  role: z.enum(ROLES, { error: 'role.role_missing' }),
  validFromOn: dayField,
  validToOn: openDayField,
  reason: reasonField,
})
type Input = z.output<typeof grantRoleSchema>

/**
 * Grants a role at a unit from a day on. Throws invalid (`role.starts_in_past`, `role.dates_out_of_order`, `role.unit_unfit`,
 * `role.unit_not_in_effect`, `role.person_left`) and refused (`role.conflict`, `role.already_held`).
 */
export async function grantRole(ctx: Ctx, input: Input) {
  const as = assertMay(ctx.actor, 'role.grant')
  const { personId, unitId, role, validFromOn, validToOn, reason } = input
  // Two grants to one person wait for each other: each must see what the other gave.
  await ctx.tx.$executeRaw`SELECT id FROM people WHERE id = ${personId}::uuid FOR UPDATE`
  const { account, unit } = await assertSound(ctx, input)

  const held = (await ctx.tx.roleGrant.findMany({ where: { personId } })).filter((grant) =>
    periodsOverlap(input, {
      validFromOn: toLocalDate(grant.validFromOn),
      validToOn: toLocalDateOrNull(grant.validToOn),
    }),
  )
  const [conflict] = conflictingRoles(
    held.map((grant) => grant.role),
    role,
  )
  if (conflict) failRefused('role.conflict', { held: conflict, wanted: role })
  const same = held.find((grant) => grant.unitId === unitId && grant.role === role)
  if (same) failRefused('role.already_held', { from: toLocalDate(same.validFromOn) })

  const days = { validFromOn: fromLocalDate(validFromOn), validToOn: fromLocalDateOrNull(validToOn) }
  await ctx.tx.roleGrant.create({
    data: { personId, unitId, role, ...days, createdAt: ctx.now },
    select: { id: true },
  })
  const after = { account, unit, role, validFromOn, validToOn, reason }
  await recordAudit(ctx, { event: 'role.granted', as, entity: 'person', entityId: personId, unitId, after })
  await notify(ctx, { personId, event: 'role.granted', params: { unit, role } })
  return { account }
}

async function assertSound(ctx: Ctx, { personId, unitId, role, validFromOn, validToOn }: Input) {
  const [person, row] = await Promise.all([
    ctx.tx.person.findUnique({ where: { id: personId }, select: { account: true, status: true } }),
    ctx.tx.unit.findUnique({
      where: { id: unitId },
      select: { code: true, name: true, kind: true, validFromOn: true, validToOn: true },
    }),
  ])
  const fail = (path: string, code: string, params?: Record<string, string>): never => {
    throw invalid([{ path, code, params }])
  }
  if (person?.status !== 'active') return fail('personId', 'role.person_left')
  if (!row) return fail('unitId', 'role.unit_missing')
  // The administrators' own unit carries out no tasks.
  const fits = fitsUnit(role, row.kind) && (row.code !== ADMINISTRATION || isAdminRole(role))
  if (!fits) return fail('unitId', 'role.unit_unfit', { role })
  if (validFromOn < ctx.today) return fail('validFromOn', 'role.starts_in_past')
  if (validToOn !== null && validToOn < validFromOn) return fail('validToOn', 'role.dates_out_of_order')
  const unit = { validFromOn: toLocalDate(row.validFromOn), validToOn: toLocalDateOrNull(row.validToOn) }
  const lasts = validToOn === null ? unit.validToOn === null : isInEffect(unit, validToOn)
  if (!isInEffect(unit, validFromOn) || !lasts) return fail('unitId', 'role.unit_not_in_effect')
  return { account: person.account, unit: row.name }
}
