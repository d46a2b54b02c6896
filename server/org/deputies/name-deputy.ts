import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { deputyObstacle, mayBeStoodFor } from '@/domain/org/deputy'
import { can, grantsFor } from '@/domain/permissions/policy'
import { ROLES } from '@/domain/permissions/roles'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import { failForbidden, failNotFound } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { dayField, reasonField } from '@/server/org/form-fields'
import { notOverBy } from '@/server/org/in-effect'

/** For whom (`person`, or `person:role:unit` for one role), by whom, from–to, and why. */
export const nameDeputySchema = z.object({
  post: z
    .string({ error: 'deputies.post_missing' })
    .transform((typed) => typed.split(':'))
    .pipe(
      z.union(
        [
          z.tuple([z.uuid()]).transform(([personId]) => ({ personId, role: null, unitId: null })),
          z
            .tuple([z.uuid(), z.enum(ROLES), z.uuid()])
            .transform(([personId, role, unitId]) => ({ personId, role, unitId })),
        ],
        { error: 'deputies.post_missing' },
      ),
    ),
  deputyId: z.uuid({ error: 'deputies.deputy_missing' }),
  validFromOn: dayField,
  validToOn: dayField,
  reason: reasonField,
})

/**
 * Names a deputy: for oneself, by the unit head for people of the unit in their roles there, by the office head for any. Takes effect on its
 * first day, also in sessions that are open. Throws invalid (`deputies.…`), forbidden and not_found.
 */
export async function nameDeputy(ctx: Ctx, input: z.output<typeof nameDeputySchema>) {
  const { post, deputyId, validFromOn, validToOn, reason } = input
  const [person, deputy] = [await loadHolder(ctx, post.personId), await loadHolder(ctx, deputyId)]
  if (!person) return failNotFound()
  const units = person.roles.filter((one) => mayBeStoodFor(one.role)).map((one) => one.unitId)
  const meant = post.unitId ? [post.unitId] : units
  // In all roles: whoever names must be competent for each unit at which the person holds one.
  const facts = meant.map((unitId) => ({ personId: post.personId, unitId }))
  const may = facts.length > 0 && facts.every((one) => can(ctx.actor, 'deputy.name', one))
  if (!may) return person.id === ctx.actor.personId ? failForbidden() : failNotFound()
  const [as] = grantsFor(ctx.actor, 'deputy.name', facts[0])

  await ctx.tx.$executeRaw`SELECT id FROM people WHERE id = ${post.personId}::uuid FOR UPDATE`
  const others = await ctx.tx.deputy.findMany({
    where: { personId: post.personId, endedAt: null, validToOn: { gte: fromLocalDate(ctx.today) } },
    select: { role: true, unitId: true, validFromOn: true, validToOn: true },
  })
  const obstacle = deputyObstacle(
    {
      ...post,
      deputyId,
      validFromOn,
      validToOn,
      personRoles: person.roles,
      deputyRoles: deputy?.roles.map(({ role }) => role) ?? [],
      others: others.map((one) => ({
        ...one,
        validFromOn: toLocalDate(one.validFromOn),
        validToOn: toLocalDate(one.validToOn),
      })),
    },
    ctx.today,
  )
  if (obstacle || !deputy) throw invalid([obstacle ?? { path: 'deputyId', code: 'deputies.deputy_missing' }])
  const { role, unitId } = post
  const created = await ctx.tx.deputy.create({
    data: {
      personId: post.personId,
      deputyId,
      role,
      unitId,
      validFromOn: fromLocalDate(validFromOn),
      validToOn: fromLocalDate(validToOn),
      reason,
      namedById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
    },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'deputy.named',
    as: as ?? null,
    entity: 'deputy',
    entityId: created.id,
    unitId,
    after: { person: person.name, deputy: deputy.name, role, validFromOn, validToOn, reason },
  })
  const params = { person: person.name, deputy: deputy.name, from: validFromOn, to: validToOn }
  await notify(
    ctx,
    ...[post.personId, deputyId]
      .filter((id) => id !== ctx.actor.personId)
      .map((personId) => ({ personId, event: 'deputy.named', params })),
  )
  return { id: created.id }
}

async function loadHolder(ctx: Ctx, id: string) {
  const person = await ctx.tx.person.findFirst({
    where: { id, status: 'active' },
    select: {
      id: true,
      name: true,
      grants: { where: notOverBy(ctx.today), select: { role: true, unitId: true } },
    },
  })
  return person && { id: person.id, name: person.name, roles: person.grants }
}
