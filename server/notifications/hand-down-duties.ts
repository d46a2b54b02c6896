import { homeUnitsOf } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { handedDownSql, ownReportSql, setAsideSql } from '@/server/reports/review-scope'

const LIVE = Prisma.sql`t.status IN ('dispatched', 'in_progress', 'under_review')`

/**
 * What waits for the head of a unit from the level right below, as the office has it of its own: reports to review, refusals to
 * rule on, child tasks to conclude and complete, and the drafts of a breakdown, counted by the task that is broken down. One select a kind, in the columns of `dutiesSql`.
 */
export function handDownDuties(ctx: Ctx): Prisma.Sql[] {
  const below = handedDownSql(ctx.actor)
  if (!below) return []
  const owned = Prisma.sql`NOT t.office_owned AND t.owner_unit_id = ANY(${homeUnitsOf(ctx.actor, 'unit_head')}::uuid[])`
  const byTask = (kind: 'conclude' | 'complete', status: string) =>
    Prisma.sql`SELECT ${kind}::text AS kind, t.move_since_on::timestamptz AS since, t.due_on, t.id AS task_id, t.directive_id, NULL::uuid AS assignment_id,
      NULL::uuid AS report_id, t.lead_unit_id AS unit_id, 1::bigint AS items FROM tasks t
      WHERE ${owned} AND t.status::text = ${status} AND t.move ->> 'act' = ${kind}`
  return [
    Prisma.sql`SELECT 'review'::text AS kind, r.submitted_at AS since, a.due_on, t.id AS task_id, t.directive_id, a.id AS assignment_id,
      r.id AS report_id, a.unit_id, 1::bigint AS items
      FROM reports r JOIN assignments a ON a.id = r.assignment_id JOIN tasks t ON t.id = a.task_id
      WHERE r.status = 'submitted' AND ${LIVE} AND ${below} AND NOT ${ownReportSql(ctx.actor)} AND NOT ${setAsideSql(ctx)}`,
    Prisma.sql`SELECT 'rule'::text AS kind, a.refused_at AS since, a.due_on, t.id AS task_id, t.directive_id, a.id AS assignment_id,
      NULL::uuid AS report_id, a.unit_id, 1::bigint AS items FROM assignments a JOIN tasks t ON t.id = a.task_id
      WHERE a.status = 'refused' AND ${LIVE} AND ${below}`,
    byTask('conclude', 'in_progress'),
    byTask('complete', 'under_review'),
    Prisma.sql`SELECT 'dispatch_drafts'::text AS kind, min(t.created_at) AS since, min(t.due_on) AS due_on, a.task_id, t.directive_id, a.id AS assignment_id,
      NULL::uuid AS report_id, t.owner_unit_id AS unit_id, count(*) AS items
      FROM tasks t JOIN assignments a ON a.id = t.parent_assignment_id JOIN tasks p ON p.id = a.task_id
      WHERE ${owned} AND t.status = 'draft' AND a.status IN ('acknowledged', 'in_progress') AND p.status IN ('dispatched', 'in_progress', 'under_review')
      GROUP BY a.id, t.directive_id, t.owner_unit_id`,
  ]
}

/** Has a unit that the person heads handed anything down? Only then is there anything to review. */
export async function hasHandedDown(ctx: Ctx): Promise<boolean> {
  const heads = homeUnitsOf(ctx.actor, 'unit_head')
  if (heads.length === 0) return false
  const units = Prisma.sql`ANY(${heads}::uuid[])`
  const rows = await ctx.tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM assignments p JOIN assignments c ON c.parent_assignment_id = p.id WHERE p.unit_id = ${units})
      OR EXISTS (SELECT FROM tasks t WHERE t.owner_unit_id = ${units} AND NOT t.office_owned) AS found`
  return rows[0]?.found ?? false
}
