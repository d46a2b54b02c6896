import { localDateIn, type LocalDate } from '@/domain/calendar/local-date'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { readRollUps } from '@/server/tasks/roll-up'

/** The latest report of a unit below that stands: submitted or accepted. */
export type ReportBelow = {
  reportId: string
  unit: { name: string; nameEn: string }
  kind: string
  accepted: boolean
  claimed: number
  done: string
  on: LocalDate | null
  evidence: number
  /** Taken into a report of this assignment before: offered, not proposed again. */
  used: boolean
}

type Row = Omit<ReportBelow, 'unit' | 'on'> & { unit: string; unit_en: string; submitted_at: Date | null }

/** Most units whose reports one report takes in. */
const AT_MOST = 500

/**
 * What the level right below an assignment reported last, one report a unit in the order of the organisation, with the roll-up from
 * which a claim is proposed. Null where nothing was handed down. Two statements, however many units.
 */
export async function listReportsBelow(ctx: Ctx, assignmentId: string) {
  const roll = (await readRollUps(ctx, [assignmentId])).get(assignmentId)
  if (!roll) return null
  const rows = await readLatest(ctx, assignmentId)
  return {
    total: roll.total,
    reported: roll.reported,
    claimed: roll.claimed,
    reports: rows.map(({ unit, unit_en, submitted_at, ...report }): ReportBelow => {
      const on = submitted_at && localDateIn(submitted_at, ctx.settings.zone)
      return { ...report, unit: { name: unit, nameEn: unit_en }, on }
    }),
  }
}

export type ReportsBelow = NonNullable<Awaited<ReturnType<typeof listReportsBelow>>>

function readLatest(ctx: Ctx, assignmentId: string): Promise<Row[]> {
  const parent = Prisma.sql`${assignmentId}::uuid`
  return ctx.tx.$queryRaw<Row[]>`
    WITH below AS (
      SELECT a.id, a.unit_id FROM assignments a WHERE a.parent_assignment_id = ${parent} AND a.status NOT IN ('waived', 'replaced')
      UNION ALL
      SELECT a.id, a.unit_id FROM tasks t JOIN assignments a ON a.task_id = t.id AND a.part = 'lead' AND a.status NOT IN ('waived', 'replaced')
        WHERE t.parent_assignment_id = ${parent} AND t.status <> 'terminated'
    )
    SELECT r.id AS "reportId", r.kind::text AS kind, r.status = 'accepted' AS accepted, r.claimed_progress AS claimed, r.done, r.submitted_at,
      u.short_name AS unit, u.short_name_en AS unit_en,
      (SELECT count(*)::int FROM report_evidence e WHERE e.report_id = r.id) AS evidence,
      EXISTS (SELECT FROM report_sources s JOIN reports m ON m.id = s.report_id
        WHERE s.source_report_id = r.id AND m.assignment_id = ${parent}) AS used
    FROM below b JOIN units u ON u.id = b.unit_id JOIN LATERAL (
      SELECT * FROM reports x WHERE x.assignment_id = b.id AND x.status IN ('submitted', 'accepted') ORDER BY x.seq DESC LIMIT 1
    ) r ON TRUE ORDER BY u.sort, u.code, r.id LIMIT ${AT_MOST}`
}
