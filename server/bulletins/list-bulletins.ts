import { editPermissionOf, type BulletinStatus } from '@/domain/bulletins/lifecycle'
import { can } from '@/domain/permissions/policy'
import type { Prisma } from '@/prisma/generated/client'
import { namedUnitsOf, visibleBulletins, visibleNamings } from '@/server/bulletins/scope'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'

const PAGE = 30
const who = { select: { name: true, nameEn: true } }

/** Views of the list: under way, published, all. */
export const BULLETIN_VIEWS = ['open', 'published', 'all'] as const
/** One of `BULLETIN_VIEWS`. */
export type BulletinView = (typeof BULLETIN_VIEWS)[number]

const STATUSES: Readonly<Record<BulletinView, readonly BulletinStatus[] | null>> = {
  open: ['draft', 'awaiting_head', 'awaiting_leader', 'approved'],
  published: ['published'],
  all: null,
}

/** The bulletins that the actor reads, newest first, thirty a page; `before` is the number of the last one seen. */
export async function listBulletins(ctx: Ctx, view: BulletinView, before: number | null) {
  const statuses = STATUSES[view]
  const where: Prisma.BulletinWhereInput = {
    AND: [visibleBulletins(ctx.actor), statuses ? { status: { in: [...statuses] } } : {}],
  }
  const [total, rows, named] = await Promise.all([
    ctx.tx.bulletin.count({ where }),
    ctx.tx.bulletin.findMany({
      where: { AND: [where, before ? { no: { lt: before } } : {}] },
      orderBy: { no: 'desc' },
      take: PAGE + 1,
      select: {
        ...{ id: true, no: true, kind: true, status: true, title: true, language: true, frozenAt: true },
        ...{ issueNo: true, issueYear: true, publishedOn: true, updatedAt: true, createdBy: who },
      },
    }),
    listNamings(ctx),
  ])
  return {
    total,
    named,
    older: rows.length > PAGE ? (rows[PAGE - 1]?.no ?? null) : null,
    rows: rows.slice(0, PAGE).map(({ publishedOn, updatedAt, frozenAt, ...row }) => ({
      ...row,
      frozen: frozenAt !== null,
      publishedOn: toLocalDateOrNull(publishedOn),
      updatedAt: updatedAt.toISOString(),
    })),
  }
}

export type BulletinList = Awaited<ReturnType<typeof listBulletins>>

/** What names the actor's units in bulletins that they do not read whole yet. */
async function listNamings(ctx: Ctx) {
  if (namedUnitsOf(ctx.actor).reads.length === 0) return []
  const rows = await ctx.tx.bulletinNaming.findMany({
    where: {
      AND: [
        visibleNamings(ctx.actor),
        { bulletin: { NOT: visibleBulletins(ctx.actor), status: { not: 'withdrawn' } } },
      ],
    },
    orderBy: { toldAt: 'desc' },
    take: PAGE,
    select: {
      ...{ id: true, answerByOn: true, answeredAt: true },
      unit: who,
      bulletin: { select: { no: true, kind: true, status: true } },
    },
  })
  return rows.map(({ answerByOn, answeredAt, ...row }) => ({
    ...row,
    answered: answeredAt !== null,
    answerByOn: toLocalDateOrNull(answerByOn),
  }))
}

/** The drafts to which tasks may be added by the actor, newest first. */
export async function listDrafts(ctx: Ctx) {
  const statuses = (['draft', 'awaiting_head'] as const).filter((status) => {
    const right = editPermissionOf(status)
    return right !== null && can(ctx.actor, right)
  })
  return ctx.tx.bulletin.findMany({
    where: { AND: [visibleBulletins(ctx.actor), { status: { in: statuses }, frozenAt: null }] },
    orderBy: { no: 'desc' },
    take: PAGE,
    select: { id: true, no: true, title: true, version: true },
  })
}

export type BulletinDrafts = Awaited<ReturnType<typeof listDrafts>>
