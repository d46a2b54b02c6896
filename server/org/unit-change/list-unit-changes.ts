import { can } from '@/domain/permissions/policy'
import { unitPlanSchema } from '@/domain/org/unit-change'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { failForbidden, failNotFound } from '@/server/errors'
import { pageBy, type Cursor } from '@/server/org/page-by'

/** Changes on a page. */
export const CHANGES_PAGE = 30

const named = { select: { name: true, nameEn: true } } as const
const select = {
  id: true,
  no: true,
  kind: true,
  status: true,
  effectiveOn: true,
  reason: true,
  plan: true,
  version: true,
  proposedAt: true,
  decidedAt: true,
  decisionReason: true,
  effectedAt: true,
  proposedBy: named,
  decidedBy: named,
  units: {
    orderBy: { unit: { sort: 'asc' } },
    select: { side: true, unit: { select: { id: true, code: true, name: true, nameEn: true } } },
  },
} satisfies Prisma.UnitChangeSelect

const namedUnit = { select: { id: true, name: true, nameEn: true } } as const

/** Both who propose and who confirm see all changes. Throws forbidden. */
function assertSees(ctx: Ctx): void {
  if (!can(ctx.actor, 'org.manage') && !can(ctx.actor, 'org.confirm_move')) failForbidden()
}

/** A page of changes, newest first, with the number of all. Throws forbidden. */
export async function listUnitChanges(ctx: Ctx, cursor: Cursor) {
  assertSees(ctx)
  const [total, page] = await Promise.all([
    ctx.tx.unitChange.count(),
    pageBy(
      cursor,
      CHANGES_PAGE,
      ({ bound, backwards, take }) => {
        const no = Number(bound)
        return ctx.tx.unitChange.findMany({
          where: Number.isInteger(no) && bound ? { no: backwards ? { gt: no } : { lt: no } } : {},
          orderBy: { no: backwards ? 'asc' : 'desc' },
          take,
          select,
        })
      },
      (row) => String(row.no),
    ),
  ])
  const above = page.rows.flatMap((row) => parentIdOf(row) ?? [])
  const parents = await ctx.tx.unit.findMany({ where: { id: { in: above } }, ...namedUnit })
  const rows = page.rows.map((row) => ({
    ...toView(row),
    parent: parents.find(({ id }) => id === parentIdOf(row)) ?? null,
  }))
  return { ...page, rows, total }
}

/** One change by its number, with what the reader may do to it. Throws forbidden and not_found. */
export async function getUnitChange(ctx: Ctx, no: number) {
  assertSees(ctx)
  const row = await ctx.tx.unitChange.findUnique({ where: { no }, select })
  if (!row) return failNotFound()
  const parentId = parentIdOf(row)
  const parent = parentId ? await ctx.tx.unit.findUnique({ where: { id: parentId }, ...namedUnit }) : null
  return {
    ...toView(row),
    parent,
    mayDecide: row.status === 'proposed' && can(ctx.actor, 'org.confirm_move'),
    mayWithdraw: (row.status === 'proposed' || row.status === 'confirmed') && can(ctx.actor, 'org.manage'),
  }
}
/** What `getUnitChange` hands to its page. */
export type UnitChangeView = Awaited<ReturnType<typeof getUnitChange>>
/** A line of the list. */
export type UnitChangeRow = Awaited<ReturnType<typeof listUnitChanges>>['rows'][number]

/** The unit above to which a move leads; undefined for every other change. */
const parentIdOf = ({ plan }: { plan: unknown }) => unitPlanSchema.parse(plan).parentId

function toView({
  units,
  effectiveOn,
  proposedAt,
  decidedAt,
  effectedAt,
  plan,
  ...row
}: Prisma.UnitChangeGetPayload<{ select: typeof select }>) {
  const side = (which: string) => units.filter((one) => one.side === which).map((one) => one.unit)
  const { names, choices } = unitPlanSchema.parse(plan)
  return {
    ...row,
    from: side('from'),
    to: side('to'),
    names: names ?? null,
    chosen: Object.keys(choices).length,
    effectiveOn: toLocalDate(effectiveOn),
    proposedAt: proposedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    effectedAt: effectedAt?.toISOString() ?? null,
  }
}
