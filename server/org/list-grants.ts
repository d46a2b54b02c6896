import type { Role } from '@/domain/permissions/roles'
import type { Prisma } from '@/prisma/generated/client'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { inEffectOn, notOverBy } from '@/server/org/in-effect'
import { personMatches } from '@/server/org/list-admin-people'
import { unitMatches } from '@/server/org/list-admin-units'
import { pageBy, type Cursor } from '@/server/org/page-by'

/** Grants on a page. */
export const GRANTS_PAGE = 50
const CHOICES = 20

/** Which grants a list shows. `held`: in effect or still to begin. */
export type GrantFilter = Cursor & { words: string; role: Role | null; state: 'held' | 'ended' }

const SELECT = {
  id: true,
  role: true,
  validFromOn: true,
  validToOn: true,
  person: { select: { account: true, name: true, nameEn: true, status: true } },
  unit: { select: { code: true, name: true, nameEn: true } },
} satisfies Prisma.RoleGrantSelect

function toRow(ctx: Ctx, grant: Prisma.RoleGrantGetPayload<{ select: typeof SELECT }>) {
  const validFromOn = toLocalDate(grant.validFromOn)
  const validToOn = toLocalDateOrNull(grant.validToOn)
  const over = validToOn !== null && validToOn < ctx.today
  const state = over ? 'ended' : validFromOn > ctx.today ? 'planned' : 'current'
  return { ...grant, validFromOn, validToOn, state: state as 'ended' | 'planned' | 'current' }
}
/** A grant as the security administrator sees it. */
export type AdminGrant = ReturnType<typeof toRow>

/** A page of grants, the newest first, with the number of all that match. Throws forbidden. */
export async function listGrants(ctx: Ctx, { words, role, state, ...cursor }: GrantFilter) {
  assertMay(ctx.actor, 'role.grant')
  const where: Prisma.RoleGrantWhereInput = {
    ...(role ? { role } : {}),
    ...(state === 'held' ? notOverBy(ctx.today) : { validToOn: { lt: fromLocalDate(ctx.today) } }),
    ...(words ? { AND: { OR: [{ person: personMatches(words) }, { unit: unitMatches(words) }] } } : {}),
  }
  const [total, page] = await Promise.all([
    ctx.tx.roleGrant.count({ where }),
    pageBy(
      cursor,
      GRANTS_PAGE,
      ({ bound, backwards, take }) =>
        ctx.tx.roleGrant.findMany({
          where: bound ? { AND: [where, { id: backwards ? { gt: bound } : { lt: bound } }] } : where,
          orderBy: { id: backwards ? 'asc' : 'desc' },
          take,
          select: SELECT,
        }),
      (row) => row.id,
    ),
  ])
  return { ...page, rows: page.rows.map((row) => toRow(ctx, row)), total }
}

/** One grant. Throws forbidden and not_found. */
export async function getGrant(ctx: Ctx, id: string): Promise<AdminGrant> {
  assertMay(ctx.actor, 'role.grant')
  const grant = await ctx.tx.roleGrant.findUnique({ where: { id }, select: SELECT })
  return grant ? toRow(ctx, grant) : failNotFound('role.not_found')
}

/** People to choose from, by name or account, at most 20. Throws forbidden. */
export async function findPeopleToGrant(ctx: Ctx, words: string) {
  assertMay(ctx.actor, 'role.grant')
  return ctx.tx.person.findMany({
    where: { status: 'active', ...personMatches(words.trim()) },
    orderBy: { account: 'asc' },
    take: CHOICES,
    select: { id: true, account: true, name: true, nameEn: true, title: true, titleEn: true },
  })
}

/** Units in effect to choose from, by any of their names, at most 20; those of other authorities never. Throws forbidden. */
export async function findUnitsToGrant(ctx: Ctx, words: string) {
  assertMay(ctx.actor, 'role.grant')
  const typed = words.trim()
  return ctx.tx.unit.findMany({
    where: { kind: { not: 'external' }, AND: [inEffectOn(ctx.today), typed ? unitMatches(typed) : {}] },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
    take: CHOICES,
    select: {
      id: true,
      code: true,
      kind: true,
      name: true,
      nameEn: true,
      parent: { select: { name: true, nameEn: true } },
    },
  })
}
