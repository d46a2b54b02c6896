import type { Role } from '@/domain/permissions/roles'
import { isAdminRole } from '@/domain/permissions/roles'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'

/** A person as pickers want them, with the posts in effect today. */
export type PickerPerson = {
  id: string
  name: string
  nameEn: string
  title: string
  titleEn: string
  posts: { role: Role; unitId: string; unitName: string; unitNameEn: string }[]
}

const MOST = 500

/** People who hold the role at the unit today (either may be left open), by unit and role, at most 500; administrators are never among them. */
export async function listPickerPeople(
  ctx: Ctx,
  { role, unitId }: { role?: Role; unitId?: string } = {},
): Promise<PickerPerson[]> {
  const today = fromLocalDate(ctx.today)
  const inEffect = { validFromOn: { lte: today }, OR: [{ validToOn: null }, { validToOn: { gte: today } }] }
  const rows = await ctx.tx.person.findMany({
    where: { status: 'active', grants: { some: { ...inEffect, role, unitId } } },
    take: MOST,
    orderBy: { account: 'asc' },
    select: {
      id: true,
      name: true,
      nameEn: true,
      title: true,
      titleEn: true,
      grants: {
        where: inEffect,
        orderBy: { unit: { sort: 'asc' } },
        select: {
          role: true,
          unitId: true,
          unit: { select: { shortName: true, shortNameEn: true, sort: true } },
        },
      },
    },
  })
  return rows
    .filter(({ grants }) => !grants.some((grant) => isAdminRole(grant.role)))
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ grants, ...person }) => ({
      ...person,
      posts: grants.map(({ role, unitId, unit }) => ({
        role,
        unitId,
        unitName: unit.shortName,
        unitNameEn: unit.shortNameEn,
      })),
    }))
}

function placeOf({ grants }: { grants: { unit: { sort: number } }[] }): number {
  return grants[0]?.unit.sort ?? Number.MAX_SAFE_INTEGER
}
