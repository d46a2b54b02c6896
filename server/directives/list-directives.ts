import { normalizeDocNumber } from '@/domain/directives/doc-number'
import type { DirectiveStatus } from '@/domain/directives/lifecycle'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { countTasksByLight, type TaskCounts } from '@/server/directives/light-counts'
import { visibleDirectives } from '@/server/directives/scope'

/** The groups of statuses under which the list is looked at. */
export const DIRECTIVE_VIEWS = {
  all: ['draft', 'in_force', 'closed', 'archived', 'filed'],
  draft: ['draft'],
  in_force: ['in_force'],
  closed: ['closed', 'archived'],
  filed: ['filed'],
  discarded: ['discarded'],
} as const satisfies Record<string, readonly DirectiveStatus[]>
/** One of `DIRECTIVE_VIEWS`. */
export type DirectiveView = keyof typeof DIRECTIVE_VIEWS

/** What to list; `before` and `after` are numbers of directives (keyset, newest first). */
export type ListDirectives = {
  view: DirectiveView
  search?: string
  before?: number | null
  after?: number | null
}

/** One line of the list. */
export type DirectiveRow = {
  no: number
  title: string
  docNumber: string | null
  issuer: string
  kind: 'meeting' | 'document' | 'instruction'
  issuedOn: string | null
  urgency: 'none' | 'urgent' | 'extra_urgent'
  marking: 'public' | 'internal' | 'work_secret'
  status: DirectiveStatus
  counts: TaskCounts
}

const PAGE = 30

/** The directives that the actor may read, newest first: a page, what lies on either side, the total and the size of each view. */
export async function listDirectives(ctx: Ctx, { view, search = '', before, after }: ListDirectives) {
  const visible = { AND: [visibleDirectives(ctx.actor), searchFor(search)] }
  const backwards = after != null
  const statuses = await ctx.tx.directive.groupBy({ by: ['status'], where: visible, _count: true })
  const sizeOf = (name: DirectiveView) =>
    statuses
      .filter((row) => (DIRECTIVE_VIEWS[name] as readonly string[]).includes(row.status))
      .reduce((sum, row) => sum + row._count, 0)
  const found = await ctx.tx.directive.findMany({
    where: {
      ...visible,
      status: { in: [...DIRECTIVE_VIEWS[view]] },
      ...(backwards ? { no: { gt: after } } : before != null ? { no: { lt: before } } : {}),
    },
    orderBy: { no: backwards ? 'asc' : 'desc' },
    take: PAGE + 1,
    select: {
      id: true,
      no: true,
      title: true,
      docNumber: true,
      issuer: true,
      kind: true,
      issuedOn: true,
      urgency: true,
      marking: true,
      status: true,
    },
  })
  const more = found.length > PAGE
  const page = found.slice(0, PAGE)
  if (backwards) page.reverse()
  const counts = await countTasksByLight(
    ctx,
    page.map((row) => row.id),
  )
  const rows = page.map(({ id, issuedOn, ...row }): DirectiveRow => {
    return { ...row, issuedOn: toLocalDateOrNull(issuedOn), counts: counts.get(id) ?? {} }
  })
  return {
    rows,
    total: sizeOf(view),
    sizes: Object.fromEntries(
      Object.keys(DIRECTIVE_VIEWS).map((name) => [name, sizeOf(name as DirectiveView)]),
    ) as Record<DirectiveView, number>,
    newer: (backwards ? more : before != null) ? (rows[0]?.no ?? null) : null,
    older: (backwards ? true : more) ? (rows.at(-1)?.no ?? null) : null,
  }
}

/** What `listDirectives` gives. */
export type ListedDirectives = Awaited<ReturnType<typeof listDirectives>>

/** A number as people say it (D3), a document number in any brackets, or words of the title, number or issuer. */
function searchFor(search: string): Prisma.DirectiveWhereInput {
  const words = search.trim().slice(0, 100)
  if (words === '') return {}
  const byNo = /^d?(\d{1,9})$/i.exec(words)
  const contains = { contains: words, mode: 'insensitive' as const }
  return {
    OR: [
      ...(byNo ? [{ no: Number(byNo[1]) }] : []),
      { docNumberKey: normalizeDocNumber(words) },
      { title: contains },
      { docNumber: contains },
      { issuer: contains },
    ],
  }
}
