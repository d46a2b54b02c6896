import { localDateIn } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import type { ReportKind } from '@/domain/reports/lifecycle'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { ownReportSql, reviewScopeSql, setAsideSql } from '@/server/reports/review-scope'

/** Rows on a page of the queue. */
export const QUEUE_PAGE = 50

type Row = {
  id: string
  seq: number
  kind: ReportKind
  submitted_at: Date
  no: number
  title: string
  urgency: 'none' | 'urgent' | 'extra_urgent'
  unit: string
  unit_en: string
  handed_by: { name: string; nameEn: string } | null
  place: number
  total: number
  next_id: string | null
  previous_id: string | null
  on_page: boolean
}

/** Which page (the report after which it begins) and which report is open; null: the first. */
export type QueuePlace = { after: string | null; reportId: string | null }

/**
 * 审核: what waits for this person's review, most urgent first, then longest waiting; the person's own are absent and counted, what was put off
 * or handed to a colleague is absent, what a colleague handed over says so. One statement, so that places, totals and rows agree. The open
 * report and the one after it come along wherever they stand.
 */
export async function listReviewQueue(ctx: Ctx, { after, reportId }: QueuePlace) {
  const scope = reviewScopeSql(ctx.actor)
  const own = ownReportSql(ctx.actor)
  const aside = setAsideSql(ctx)
  const order = Prisma.sql`CASE d.urgency WHEN 'extra_urgent' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END`
  const from = Prisma.sql`reports r JOIN assignments a ON a.id = r.assignment_id JOIN tasks t ON t.id = a.task_id
    JOIN directives d ON d.id = t.directive_id`
  const rows = await ctx.tx.$queryRaw<(Row & { own: number; more: boolean })[]>`
    WITH waiting AS (
      SELECT r.id, r.seq, r.kind, r.submitted_at, a.unit_id, t.no, t.title, d.urgency, ${order} AS rank, ${own} AS is_own, ${aside} AS is_aside
      FROM ${from} WHERE r.status = 'submitted' AND t.status IN ('dispatched', 'in_progress', 'under_review') AND ${scope}
    ), queue AS (
      SELECT w.*, row_number() OVER o::int AS place, count(*) OVER ()::int AS total,
        lead(w.id) OVER o AS next_id, lag(w.id) OVER o AS previous_id
      FROM waiting w WHERE NOT w.is_own AND NOT w.is_aside WINDOW o AS (ORDER BY w.rank, w.submitted_at, w.id)
    ), page AS (
      SELECT q.id FROM queue q WHERE ${
        after === null
          ? Prisma.sql`TRUE`
          : Prisma.sql`(q.rank, q.submitted_at, q.id) >
        (SELECT ${order}, r.submitted_at, r.id FROM ${from} WHERE r.id = ${after}::uuid)`
      }
      ORDER BY q.rank, q.submitted_at, q.id LIMIT ${QUEUE_PAGE + 1}
    )
    SELECT q.id, q.seq, q.kind, q.submitted_at, q.no, q.title, q.urgency, u.short_name AS unit, u.short_name_en AS unit_en,
      (SELECT json_build_object('name', p.name, 'nameEn', p.name_en) FROM review_set_asides s JOIN people p ON p.id = s.person_id
        WHERE s.report_id = q.id AND s.to_person_id = ${ctx.actor.personId}::uuid ORDER BY s.created_at DESC LIMIT 1) AS handed_by,
      q.place, q.total, q.next_id, q.previous_id, q.id IN (SELECT id FROM page) AS on_page,
      (SELECT count(*)::int FROM waiting WHERE is_own) AS own
    FROM (SELECT 1) one LEFT JOIN queue q ON q.id IN (SELECT id FROM page) OR q.id = ${reportId}::uuid OR q.previous_id = ${reportId}::uuid
    LEFT JOIN units u ON u.id = q.unit_id ORDER BY q.place`
  const found = rows.filter((row) => row.id !== null)
  const page = found.filter((row) => row.on_page)
  const shown = page.slice(0, QUEUE_PAGE)
  const open = reportId === null ? shown[0] : found.find((row) => row.id === reportId)
  // After the last one the queue begins anew.
  const next = found.find((row) => row.id === open?.next_id) ?? shown.find((row) => row.id !== open?.id)
  return {
    total: found[0]?.total ?? 0,
    own: rows[0]?.own ?? 0,
    rows: shown.map((row) => toItem(ctx, row)),
    after: page.length > QUEUE_PAGE ? (shown.at(-1)?.id ?? null) : null,
    open: open ? toPlace(ctx, open) : null,
    next: next ? toPlace(ctx, next) : null,
  }
}

export type ReviewQueue = Awaited<ReturnType<typeof listReviewQueue>>
export type QueueItem = ReviewQueue['rows'][number]

function toPlace(ctx: Ctx, row: Row) {
  return { ...toItem(ctx, row), nextId: row.next_id, previousId: row.previous_id }
}

export type QueuePosition = ReturnType<typeof toPlace>

function toItem(ctx: Ctx, row: Row) {
  const { id, seq, kind, no, title, urgency, place } = row
  const since = localDateIn(row.submitted_at, ctx.settings.zone)
  return {
    id,
    seq,
    kind,
    no,
    title,
    urgency,
    place,
    unit: { name: row.unit, nameEn: row.unit_en },
    /** The colleague who handed it over. */
    handedBy: row.handed_by,
    waited: Math.max(0, workingDaysBetween(since, ctx.today, ctx.calendar)),
  }
}
