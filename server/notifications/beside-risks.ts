import { localDateIn } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { hasRole, homeUnitsOf } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'

/** Rows of each list; the desk has no more of them, the ledger and the page of the units below have all. */
const ROWS = 5

type OffDirective = { no: number; title: string; docNumber: string | null; off: number }

/** Of the office head: the directives of which at least one task is ◆, most of them first. */
async function listOffDirectives(ctx: Ctx): Promise<OffDirective[]> {
  if (!hasRole(ctx.actor, 'office_head')) return []
  return ctx.tx.$queryRaw<OffDirective[]>`
    SELECT d.no, d.title, d.doc_number AS "docNumber", count(*)::int AS off FROM tasks t JOIN directives d ON d.id = t.directive_id
    WHERE t.office_owned AND t.light = 'off' AND t.status IN ('dispatched', 'in_progress', 'under_review') AND d.status = 'in_force'
    GROUP BY d.id ORDER BY count(*) DESC, d.no LIMIT ${ROWS}`
}

type Unacknowledged = { no: number; title: string; of: string; units: number }

/** Of the head of a unit: what it handed down and those below have not acknowledged in time, by task, most units first. */
async function listUnacknowledgedBelow(ctx: Ctx): Promise<Unacknowledged[]> {
  const heads = homeUnitsOf(ctx.actor, 'unit_head')
  if (heads.length === 0) return []
  // Handed down on the task itself, or as a task of its own below this part.
  return ctx.tx.$queryRaw<Unacknowledged[]>`
    SELECT t.no, t.title, p.id AS of, count(*)::int AS units FROM assignments p JOIN tasks t ON t.id = p.task_id
    CROSS JOIN LATERAL (
      SELECT c.status, c.acknowledge_due_on, b.status AS task_status FROM assignments c JOIN tasks b ON b.id = c.task_id WHERE c.parent_assignment_id = p.id
      UNION ALL SELECT c.status, c.acknowledge_due_on, b.status FROM tasks b JOIN assignments c ON c.task_id = b.id AND c.part = 'lead'
        WHERE b.parent_assignment_id = p.id) c
    WHERE p.unit_id = ANY(${heads}::uuid[]) AND p.status <> 'replaced' AND c.status = 'awaiting_acknowledgement'
      AND c.acknowledge_due_on < ${ctx.today}::date AND c.task_status IN ('dispatched', 'in_progress', 'under_review')
    GROUP BY t.id, p.id ORDER BY count(*) DESC, t.no LIMIT ${ROWS}`
}

type LapsedSlip = {
  no: number
  level: number
  items: number
  title: string
  unit: { name: string; nameEn: string }
  lapsedAt: Date
}

/** Of an officer: the office's slips that stayed unanswered and may be raised a level, longest waiting first. The office head has them among the duties. */
async function listLapsedUrges(ctx: Ctx) {
  if (!hasRole(ctx.actor, 'officer') || hasRole(ctx.actor, 'office_head')) return []
  const rows = await ctx.tx.$queryRaw<LapsedSlip[]>`
    SELECT s.no, s.level, f.items::int AS items, f.title, s.lapsed_at AS "lapsedAt", json_build_object('name', u.short_name, 'nameEn', u.short_name_en) AS unit
    FROM urge_slips s JOIN units u ON u.id = s.unit_id
    CROSS JOIN LATERAL (SELECT t.title, count(*) OVER () AS items FROM urges g JOIN assignments a ON a.id = g.assignment_id JOIN tasks t ON t.id = a.task_id
      WHERE g.slip_id = s.id AND g.status = 'lapsed' ORDER BY g.id LIMIT 1) f
    WHERE s.status = 'lapsed' AND s.level < 3 AND s.sender_unit_id = ANY(${homeUnitsOf(ctx.actor, 'officer')}::uuid[])
    ORDER BY s.lapsed_at, s.no LIMIT ${ROWS}`
  return rows.map(({ lapsedAt, ...row }) => ({
    ...row,
    waited: workingDaysBetween(localDateIn(lapsedAt, ctx.settings.zone), ctx.today, ctx.calendar),
  }))
}

/** 有风险 beside the ledger's rows, each for the role that answers for it; empty for everybody else. */
export async function listBesideRisks(ctx: Ctx) {
  const [directives, below, lapsed] = await Promise.all([
    listOffDirectives(ctx),
    listUnacknowledgedBelow(ctx),
    listLapsedUrges(ctx),
  ])
  return { directives, below, lapsed }
}

/** What `listBesideRisks` finds. */
export type BesideRisks = Awaited<ReturnType<typeof listBesideRisks>>
