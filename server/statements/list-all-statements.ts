import { localDateIn } from '@/domain/calendar/local-date'
import { STATEMENT_STATUSES } from '@/domain/statements/lifecycle'
import type { StatementAddress, StatementView } from '@/domain/statements/list-address'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { visibleDirectives } from '@/server/directives/scope'
import { pageBy } from '@/server/org/page-by'
import { visibleStatements } from '@/server/statements/scope'

const PAGE = 30
/** Most units and directives that are offered to filter by. */
const CHOICES = 500
const who = { select: { name: true, nameEn: true } } as const

/** 责任状 that the actor reads, newest first, thirty a page; how many of each status; what can be filtered by. */
export async function listAllStatements(ctx: Ctx, address: StatementAddress) {
  const readable = visibleStatements(ctx.actor)
  const where: Prisma.StatementWhereInput = {
    AND: [
      readable,
      address.directive === null ? {} : { directive: { no: address.directive } },
      address.unit === null ? {} : { unit: { code: address.unit } },
    ],
  }
  const [sizes, page, choices] = await Promise.all([
    countByStatus(ctx, where),
    readPage(ctx, { AND: [where, address.view === 'all' ? {} : { status: address.view }] }, address),
    readChoices(ctx, readable),
  ])
  const open = await readableDirectives(
    ctx,
    page.rows.map((row) => row.directive.no),
  )
  const day = (at: Date | null) => at && localDateIn(at, ctx.settings.zone)
  return {
    sizes,
    total: sizes[address.view],
    choices,
    newer: page.prev,
    older: page.next,
    rows: page.rows.map(({ drawnUpAt, signedAt, countersignedAt, ...row }) => ({
      ...row,
      directive: { ...row.directive, readable: open.has(row.directive.no) },
      drawnUpOn: localDateIn(drawnUpAt, ctx.settings.zone),
      signedOn: day(signedAt),
      countersignedOn: day(countersignedAt),
    })),
  }
}

/** The index of statements as its reader sees it. */
export type AllStatements = Awaited<ReturnType<typeof listAllStatements>>

async function countByStatus(ctx: Ctx, where: Prisma.StatementWhereInput) {
  const counted = await ctx.tx.statement.groupBy({ by: ['status'], where, _count: true })
  const of = new Map(counted.map((one) => [one.status, one._count]))
  const sizes = { all: counted.reduce((sum, one) => sum + one._count, 0) } as Record<StatementView, number>
  for (const status of STATEMENT_STATUSES) sizes[status] = of.get(status) ?? 0
  return sizes
}

function readPage(ctx: Ctx, where: Prisma.StatementWhereInput, { after, before }: StatementAddress) {
  return pageBy(
    { after: after?.toString(), before: before?.toString() },
    PAGE,
    ({ bound, backwards, take }) =>
      ctx.tx.statement.findMany({
        where: bound
          ? { AND: [where, { no: backwards ? { gt: Number(bound) } : { lt: Number(bound) } }] }
          : where,
        orderBy: { no: backwards ? 'asc' : 'desc' },
        take,
        select: {
          ...{ id: true, no: true, seq: true, status: true, sentBackReason: true },
          ...{ drawnUpAt: true, signedAt: true, countersignedAt: true },
          ...{ signedBy: who, signedFor: who, countersignedBy: who, countersignedFor: who },
          unit: who,
          directive: { select: { no: true, title: true } },
        },
      }),
    (row) => String(row.no),
  )
}

/** Which of these directives the actor may open; a statement names its own to whoever reads it. */
async function readableDirectives(ctx: Ctx, numbers: number[]): Promise<Set<number>> {
  const rows = await ctx.tx.directive.findMany({
    where: { AND: [{ no: { in: [...new Set(numbers)] } }, visibleDirectives(ctx.actor)] },
    select: { no: true },
  })
  return new Set(rows.map((row) => row.no))
}

async function readChoices(ctx: Ctx, readable: Prisma.StatementWhereInput) {
  const where = { statements: { some: readable } }
  const [units, directives] = await Promise.all([
    ctx.tx.unit.findMany({
      where,
      orderBy: [{ sort: 'asc' }, { code: 'asc' }],
      take: CHOICES,
      select: { code: true, name: true, nameEn: true },
    }),
    ctx.tx.directive.findMany({
      where,
      orderBy: { no: 'desc' },
      take: CHOICES,
      select: { no: true, title: true },
    }),
  ])
  return { units, directives }
}
