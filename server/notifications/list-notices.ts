import { INFORMATION_EVENTS } from '@/domain/notifications/kinds'
import type { NoticeView } from '@/domain/notifications/notice-view'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { changesSql, toChange, toldSql, type ChangeData } from '@/server/notifications/list-changes'
import { readSnapshot } from '@/server/snapshot'

/** Rows on a page, and changes shown of one row. */
export const NOTICES_PAGE = 30
/** Notices older than this are read in the record of their task. */
const DAYS = 180

/** What the address asks for: which view, of which kind, of which directive, from which row on, and which row is open. */
export type NoticeFilter = {
  view: NoticeView
  event?: string
  directive?: number
  after?: string
  show?: string
}

type Stack = {
  subject: string
  at: Date
  changes: number
  unread: number
  kept: boolean
  newest: string
  total: number
}

/** Under what a notice `n` stands: its task, else its directive, else itself. */
const SUBJECT = Prisma.sql`COALESCE('t:' || n.task_id, 'd:' || n.directive_id, 'n:' || n.id)`

/** Notices for information told to the person, of kinds not muted, with what the person did with them. */
function stacksSql(ctx: Ctx, { event, directive }: Pick<NoticeFilter, 'event' | 'directive'>): Prisma.Sql {
  const since = new Date(ctx.now.getTime() - DAYS * 86_400_000)
  const me = Prisma.sql`${ctx.actor.personId}::uuid`
  const ofKind = event ? Prisma.sql`AND n.event = ${event}` : Prisma.empty
  const ofDirective = directive
    ? Prisma.sql`AND EXISTS (SELECT FROM directives d LEFT JOIN tasks t ON t.id = n.task_id
        WHERE d.no = ${directive} AND d.id = COALESCE(n.directive_id, t.directive_id))`
    : Prisma.empty
  return Prisma.sql`
    SELECT s.subject, s.at, s.changes, s.newest, m.kept_at IS NOT NULL AS kept, s.times,
      GREATEST(m.read_at, (SELECT p.notices_read_at FROM people p WHERE p.id = ${me})) AS read_at
    FROM (SELECT ${SUBJECT} AS subject, max(n.created_at) AS at, count(*)::int AS changes, array_agg(n.created_at) AS times,
        (array_agg(n.id ORDER BY n.created_at DESC, n.id DESC))[1]::text AS newest
      FROM notifications n WHERE ${toldSql(ctx, since)} AND n.event = ANY(${[...INFORMATION_EVENTS]}::text[]) ${ofKind} ${ofDirective}
        AND NOT EXISTS (SELECT FROM notice_mutes u WHERE u.person_id = ${me} AND u.event = n.event)
      GROUP BY 1) s
    LEFT JOIN notice_marks m ON m.person_id = ${me} AND m.subject = s.subject`
}

const UNREAD = Prisma.sql`(SELECT count(*)::int FROM unnest(k.times) AS told(at) WHERE k.read_at IS NULL OR told.at > k.read_at)`

/** A page of 知会: one row a task (or directive) with its changes stacked inside, newest first. */
async function listStacks(ctx: Ctx, filter: NoticeFilter) {
  const [at = '', subject = ''] = filter.after?.split('~') ?? []
  const wanted = {
    todo: Prisma.sql`FALSE`,
    unread: Prisma.sql`(x.unread > 0 OR x.subject = ${filter.show ?? ''})`,
    kept: Prisma.sql`x.kept`,
    all: Prisma.sql`TRUE`,
  }[filter.view]
  const older = subject ? Prisma.sql`AND (x.at, x.subject) < (${new Date(at)}, ${subject})` : Prisma.empty
  const found = await ctx.tx.$queryRaw<Stack[]>`
    WITH x AS MATERIALIZED (SELECT k.subject, k.at, k.changes, k.newest, k.kept, ${UNREAD} AS unread FROM (${stacksSql(ctx, filter)}) k)
    SELECT x.*, (SELECT count(*)::int FROM x WHERE ${wanted}) AS total FROM x WHERE ${wanted} ${older}
    ORDER BY x.at DESC, x.subject DESC LIMIT ${NOTICES_PAGE + 1}`
  const shown = found.slice(0, NOTICES_PAGE)
  const ids = shown.map(({ newest }) => newest)
  const changes = await ctx.tx.$queryRaw<ChangeData[]>(
    changesSql(ctx, Prisma.sql`n.id = ANY(${ids}::uuid[])`, NOTICES_PAGE),
  )
  const byId = new Map(changes.map((change) => [change.id, toChange(change)]))
  const last = shown.at(-1)
  return {
    total: found[0]?.total ?? 0,
    next: found.length > NOTICES_PAGE && last ? `${last.at.toISOString()}~${last.subject}` : null,
    rows: shown.flatMap(({ newest, at: told, subject: key, changes: count, unread, kept }) => {
      const change = byId.get(newest)
      return change ? [{ subject: key, at: told.toISOString(), changes: count, unread, kept, change }] : []
    }),
  }
}

/** What the filters offer: kinds and directives of what was told, with the numbers of rows unread and kept. */
async function listChoices(ctx: Ctx) {
  const since = new Date(ctx.now.getTime() - DAYS * 86_400_000)
  const [counts, kinds, directives, muted] = await Promise.all([
    ctx.tx.$queryRaw<{ unread: number; kept: number }[]>`
      SELECT count(*) FILTER (WHERE ${UNREAD} > 0)::int AS unread, count(*) FILTER (WHERE k.kept)::int AS kept FROM (${stacksSql(ctx, {})}) k`,
    ctx.tx.$queryRaw<{ event: string }[]>`
      SELECT DISTINCT n.event FROM notifications n WHERE ${toldSql(ctx, since)} AND n.event = ANY(${[...INFORMATION_EVENTS]}::text[]) ORDER BY 1`,
    ctx.tx.$queryRaw<{ no: number; title: string }[]>`
      SELECT DISTINCT d.no, d.title FROM notifications n LEFT JOIN tasks t ON t.id = n.task_id JOIN directives d ON d.id = COALESCE(n.directive_id, t.directive_id)
      WHERE ${toldSql(ctx, since)} AND n.event = ANY(${[...INFORMATION_EVENTS]}::text[]) ORDER BY d.no DESC LIMIT 100`,
    ctx.tx.noticeMute.findMany({
      where: { personId: ctx.actor.personId ?? undefined },
      select: { event: true },
      orderBy: { event: 'asc' },
    }),
  ])
  return {
    unread: counts[0]?.unread ?? 0,
    kept: counts[0]?.kept ?? 0,
    kinds: kinds.map(({ event }) => event),
    directives,
    muted: muted.map(({ event }) => event),
  }
}

/** Everything told of one subject, newest first: what is for information and what was to be done. Null where nothing was. */
async function findStack(ctx: Ctx, subject: string | undefined) {
  if (!subject || !ctx.actor.personId) return null
  const since = new Date(ctx.now.getTime() - DAYS * 86_400_000)
  const where = Prisma.sql`${toldSql(ctx, since)} AND ${SUBJECT} = ${subject}`
  const rows = await ctx.tx.$queryRaw<ChangeData[]>(changesSql(ctx, where, NOTICES_PAGE))
  if (rows.length === 0) return null
  const key = { personId_subject: { personId: ctx.actor.personId, subject } }
  const mark = await ctx.tx.noticeMark.findUnique({ where: key, select: { keptAt: true } })
  return { subject, kept: mark?.keptAt != null, changes: rows.map(toChange) }
}

/** The page 消息 for information, its figures and rows as of one moment. */
export async function getNotices(ctx: Ctx, filter: NoticeFilter) {
  return readSnapshot(ctx, async (now) => ({
    list: await listStacks(now, filter),
    choices: await listChoices(now),
    open: await findStack(now, filter.show),
  }))
}

export type Notices = Awaited<ReturnType<typeof getNotices>>
export type NoticeStack = Notices['list']['rows'][number]
