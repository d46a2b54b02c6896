import type { Prisma } from '@/prisma/generated/client'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { notOverBy } from '@/server/org/in-effect'
import { pageBy, type Cursor } from '@/server/org/page-by'

/** People on a page of the administration. */
export const PEOPLE_PAGE = 50

/** Which people a list shows. */
export type PeopleFilter = Cursor & { words: string; status: 'active' | 'left' }

/** The condition that a person goes by this word: name, account or title. */
export function personMatches(words: string): Prisma.PersonWhereInput {
  const contains = { contains: words, mode: 'insensitive' as const }
  return words
    ? { OR: [{ name: contains }, { nameEn: contains }, { account: contains }, { title: contains }] }
    : {}
}

/** The roles that a person holds or will hold, with their units. */
export function postsSelect(ctx: Ctx) {
  return {
    where: notOverBy(ctx.today),
    orderBy: [{ unit: { sort: 'asc' as const } }, { role: 'asc' as const }],
    select: {
      id: true,
      role: true,
      validFromOn: true,
      validToOn: true,
      unit: { select: { code: true, shortName: true, shortNameEn: true } },
    },
  } satisfies Prisma.Person$grantsArgs
}

type GrantRow = Prisma.RoleGrantGetPayload<{ select: ReturnType<typeof postsSelect>['select'] }>
const toPost = ({ validFromOn, validToOn, unit, ...grant }: GrantRow) => ({
  ...grant,
  unitCode: unit.code,
  unitName: unit.shortName,
  unitNameEn: unit.shortNameEn,
  validFromOn: toLocalDate(validFromOn),
  validToOn: toLocalDateOrNull(validToOn),
})
/** A role as a person's line shows it. */
export type AdminPost = ReturnType<typeof toPost>

/** A page of people by account name, with the number of all that match. Throws forbidden. */
export async function listAdminPeople(ctx: Ctx, { words, status, ...cursor }: PeopleFilter) {
  assertMay(ctx.actor, 'user.manage')
  const where: Prisma.PersonWhereInput = { status, ...personMatches(words) }
  const [total, page] = await Promise.all([
    ctx.tx.person.count({ where }),
    pageBy(
      cursor,
      PEOPLE_PAGE,
      ({ bound, backwards, take }) =>
        ctx.tx.person.findMany({
          where: bound ? { AND: [where, { account: backwards ? { lt: bound } : { gt: bound } }] } : where,
          orderBy: { account: backwards ? 'desc' : 'asc' },
          take,
          select: {
            id: true,
            account: true,
            name: true,
            nameEn: true,
            title: true,
            titleEn: true,
            passwordHash: true,
            grants: postsSelect(ctx),
          },
        }),
      (row) => row.account,
    ),
  ])
  const rows = page.rows.map(({ grants, passwordHash, ...person }) => ({
    ...person,
    hasPassword: passwordHash !== null,
    posts: grants.map(toPost),
  }))
  return { ...page, rows, total }
}
/** A line of the list of people. */
export type AdminPersonRow = Awaited<ReturnType<typeof listAdminPeople>>['rows'][number]

/** One person by account, for the system administrator. Throws forbidden and not_found. */
export async function getAdminPerson(ctx: Ctx, account: string) {
  assertMay(ctx.actor, 'user.manage')
  const person = await ctx.tx.person.findUnique({
    where: { account },
    select: {
      id: true,
      account: true,
      name: true,
      nameEn: true,
      title: true,
      titleEn: true,
      phone: true,
      email: true,
      status: true,
      version: true,
      createdAt: true,
      passwordHash: true,
      grants: postsSelect(ctx),
    },
  })
  if (!person) return failNotFound('account.not_found')
  const { grants, passwordHash, createdAt, ...rest } = person
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    hasPassword: passwordHash !== null,
    posts: grants.map(toPost),
  }
}
/** What `getAdminPerson` hands to its page. */
export type AdminPerson = Awaited<ReturnType<typeof getAdminPerson>>
