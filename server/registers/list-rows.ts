import type { RowFilter } from '@/domain/registers/row-filter'
import type { RowValues } from '@/domain/registers/read-row'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import type { LoadedRegister } from '@/server/registers/load-register'

/** Rows on a page of a register. */
export const ROWS_PAGE = 50

/** The rows of a register that this person reads, of one state, as a `where`. */
export function visibleRows(
  ctx: Ctx,
  { register, readable, readsAll }: LoadedRegister,
  { state, part }: Pick<RowFilter, 'state' | 'part'>,
): Prisma.RegisterRowWhereInput {
  const mine: Prisma.RegisterRowWhereInput = readsAll
    ? {}
    : { assignmentId: { in: readable.map((one) => one.id) } }
  const stands: Prisma.RegisterRowWhereInput =
    state === 'standing'
      ? { state: { not: 'withdrawn' } }
      : state === 'overdue'
        ? { state: 'open', dueOn: { lt: fromLocalDate(ctx.today) } }
        : { state }
  return { AND: [{ registerId: register.id }, mine, stands, part ? { assignmentId: part } : {}] }
}

const select = {
  id: true,
  no: true,
  values: true,
  state: true,
  dueOn: true,
  putRightOn: true,
  assignmentId: true,
  withdrawReason: true,
  changedAt: true,
  version: true,
} satisfies Prisma.RegisterRowSelect

/** A page of rows by number, fifty a page, with how many there are in all. */
export async function listRows(ctx: Ctx, loaded: LoadedRegister, filter: RowFilter) {
  const where = visibleRows(ctx, loaded, filter)
  const back = filter.before !== null
  const no = back ? { lt: filter.before ?? 0 } : { gt: filter.after ?? 0 }
  const [total, found] = await Promise.all([
    ctx.tx.registerRow.count({ where }),
    ctx.tx.registerRow.findMany({
      where: { AND: [where, { no }] },
      orderBy: { no: back ? 'desc' : 'asc' },
      take: ROWS_PAGE + 1,
      select,
    }),
  ])
  const more = found.length > ROWS_PAGE
  const page = found.slice(0, ROWS_PAGE)
  if (back) page.reverse()
  const [first, last] = [page[0]?.no ?? null, page.at(-1)?.no ?? null]
  return {
    total,
    rows: page.map((row) => ({
      ...row,
      values: row.values as RowValues,
      dueOn: toLocalDateOrNull(row.dueOn),
      putRightOn: toLocalDateOrNull(row.putRightOn),
      changedAt: row.changedAt.toISOString(),
    })),
    before: (back ? more : filter.after !== null) ? first : null,
    after: (back ? true : more) ? last : null,
  }
}

export type RowPage = Awaited<ReturnType<typeof listRows>>
export type ShownRow = RowPage['rows'][number]
