import { can } from '@/domain/permissions/policy'
import { hasRole, reachOf } from '@/domain/permissions/actor'
import { mayBeStoodFor } from '@/domain/org/deputy'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { inEffectOn, notOverBy } from '@/server/org/in-effect'
import { personMatches } from '@/server/org/list-admin-people'

const SHOWN = 200
const FOUND = 20

/** Namings that the reader sees: own ones on either side, those of the unit's people for its head, all for the office head. */
export function visibleDeputies(ctx: Ctx): Prisma.DeputyWhereInput {
  const me = ctx.actor.personId ?? ''
  if (hasRole(ctx.actor, 'office_head')) return {}
  const reach = reachOf(ctx.actor, 'unit_head')
  return {
    OR: [
      { personId: me },
      { deputyId: me },
      { person: { grants: { some: { unitId: { in: reach }, AND: notOverBy(ctx.today) } } } },
    ],
  }
}

/** Who stands in for whom now and to come, and what ended in the last three months; newest first, at most 200. Throws not_found for administrators. */
export async function listDeputies(ctx: Ctx) {
  if (!can(ctx.actor, 'deputy.name')) return failNotFound()
  const rows = await ctx.tx.deputy.findMany({
    where: {
      AND: [
        visibleDeputies(ctx),
        { validToOn: { gte: fromLocalDate(`${ctx.today.slice(0, 4) as '2020'}-01-01`) } },
      ],
    },
    orderBy: [{ validFromOn: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: {
      id: true,
      version: true,
      role: true,
      validFromOn: true,
      validToOn: true,
      reason: true,
      endedAt: true,
      personId: true,
      person: {
        select: {
          name: true,
          nameEn: true,
          grants: { where: notOverBy(ctx.today), select: { unitId: true } },
        },
      },
      deputy: { select: { name: true, nameEn: true } },
      namedBy: { select: { name: true, nameEn: true } },
      unit: { select: { id: true, shortName: true, shortNameEn: true } },
    },
  })
  return rows.map(({ validFromOn, validToOn, endedAt, unit, person, ...row }) => {
    const [from, to] = [toLocalDate(validFromOn), toLocalDate(validToOn)]
    const units = unit ? [unit.id] : person.grants.map((grant) => grant.unitId)
    const over = endedAt !== null || to < ctx.today
    return {
      ...row,
      person: { name: person.name, nameEn: person.nameEn },
      unit: unit && { name: unit.shortName, nameEn: unit.shortNameEn },
      validFromOn: from,
      validToOn: to,
      state: over ? ('over' as const) : from > ctx.today ? ('planned' as const) : ('now' as const),
      mayEnd:
        !over && units.some((unitId) => can(ctx.actor, 'deputy.name', { personId: row.personId, unitId })),
    }
  })
}
/** A naming as the page shows it. */
export type DeputyRow = Awaited<ReturnType<typeof listDeputies>>[number]

/** Posts for which the actor may name a deputy, by name of the person, at most 20; without words the actor's own. */
export async function findPostsToStandIn(ctx: Ctx, words: string) {
  const people = await findPeople(ctx, words, words ? {} : { id: ctx.actor.personId ?? '' })
  return people
    .map(({ grants, ...person }) => ({
      ...person,
      posts: grants.filter(
        (one) =>
          mayBeStoodFor(one.role) &&
          can(ctx.actor, 'deputy.name', { personId: person.id, unitId: one.unitId }),
      ),
      all: grants.filter((one) => mayBeStoodFor(one.role)).length,
    }))
    .filter(({ posts }) => posts.length > 0)
}

/** People who may stand in for somebody: active, with a post, no administrators and nobody of discipline inspection; at most 20. */
export async function findDeputies(ctx: Ctx, words: string) {
  if (!can(ctx.actor, 'deputy.name')) return []
  const people = await findPeople(ctx, words, {})
  return people.filter(({ grants }) => grants.length > 0 && grants.every((one) => mayBeStoodFor(one.role)))
}

function findPeople(ctx: Ctx, words: string, more: Prisma.PersonWhereInput) {
  return ctx.tx.person.findMany({
    where: {
      AND: [{ status: 'active', grants: { some: inEffectOn(ctx.today) } }, personMatches(words), more],
    },
    orderBy: { account: 'asc' },
    take: FOUND,
    select: {
      id: true,
      name: true,
      nameEn: true,
      grants: {
        where: inEffectOn(ctx.today),
        select: { role: true, unitId: true, unit: { select: { shortName: true, shortNameEn: true } } },
      },
    },
  })
}
