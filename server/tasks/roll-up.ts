import type { UnitKind } from '@/domain/org/unit'
import type { RollUp } from '@/domain/tasks/roll-up'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'

/** How those below stand together: the roll-up of domain/tasks/roll-up.ts, with their lights and the reports that wait. */
export type RollUpView = RollUp & {
  lights: { idle: number; ok: number; risk: number; off: number; done: number }
  /** Their reports that wait for a review. */
  waiting: number
}

type Row = Omit<RollUpView, 'lights'> & RollUpView['lights'] & { key: string }

/** Children of `parent`, one row each: handed-down assignments, and the leads of child tasks that went out. Waived ones count for nothing. */
function childrenSql(parent: Prisma.Sql): Prisma.Sql {
  const columns = Prisma.sql`a.id, a.unit_id, a.status::text AS status, a.weight, a.claimed_progress AS claimed, a.verified_progress AS verified,
    a.last_report_at, a.light::text AS light`
  return Prisma.sql`SELECT a.parent_assignment_id AS parent, ${columns}, a.status = 'accepted' AS done
      FROM assignments a WHERE a.parent_assignment_id = ${parent} AND a.status NOT IN ('waived', 'replaced')
    UNION ALL
    SELECT t.parent_assignment_id, ${columns}, t.status IN ('completed', 'struck_off', 'archived') FROM tasks t
      JOIN assignments a ON a.task_id = t.id AND a.part = 'lead' AND a.status NOT IN ('waived', 'replaced')
      WHERE t.parent_assignment_id = ${parent} AND t.status <> 'terminated'`
}

const lightCount = (light: string) =>
  Prisma.sql`count(*) FILTER (WHERE c.light = ${light})::int AS ${Prisma.raw(light)}`

/** The figures over rows `c`: the same arithmetic as `rollUp` of the domain; a test holds the two together. */
const FIGURES = Prisma.sql`count(*)::int AS total,
  count(*) FILTER (WHERE c.status IN ('acknowledged', 'in_progress', 'reported_done', 'accepted'))::int AS acknowledged,
  count(*) FILTER (WHERE c.last_report_at IS NOT NULL)::int AS reported,
  count(*) FILTER (WHERE c.done)::int AS completed,
  round(sum(c.claimed * c.weight)::numeric / NULLIF(sum(c.weight), 0))::int AS claimed,
  round(sum(c.verified * c.weight)::numeric / NULLIF(sum(c.weight), 0))::int AS verified,
  count(*) FILTER (WHERE EXISTS (SELECT FROM reports w WHERE w.assignment_id = c.id AND w.status = 'submitted'))::int AS waiting,
  ${Prisma.join(['idle', 'ok', 'risk', 'off', 'done'].map(lightCount))}`

/** The roll-up of the level right below each of these assignments, by id; those with nothing below are absent. One statement. */
export async function readRollUps(
  ctx: Ctx,
  assignmentIds: readonly string[],
): Promise<Map<string, RollUpView>> {
  if (assignmentIds.length === 0) return new Map()
  const parents = Prisma.sql`ANY(${[...assignmentIds]}::uuid[])`
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT c.parent AS key, ${FIGURES} FROM (${childrenSql(parents)}) c GROUP BY c.parent`
  return new Map(rows.map((row) => [row.key, toView(row)]))
}

/** All levels below an assignment, by the kind of unit, in the order of the organisation. One statement, however deep. */
export async function readLevels(
  ctx: Ctx,
  assignmentId: string,
): Promise<(RollUpView & { kind: UnitKind })[]> {
  const rows = await ctx.tx.$queryRaw<Row[]>`
    WITH RECURSIVE down AS (
      SELECT * FROM (${childrenSql(Prisma.sql`${assignmentId}::uuid`)}) first
      UNION ALL
      SELECT n.* FROM down d CROSS JOIN LATERAL (${childrenSql(Prisma.sql`d.id`)}) n
    )
    SELECT u.kind::text AS key, ${FIGURES} FROM down c JOIN units u ON u.id = c.unit_id GROUP BY u.kind ORDER BY u.kind`
  return rows.map((row) => ({ ...toView(row), kind: row.key as UnitKind }))
}

function toView({ key: _key, idle, ok, risk, off, done, ...figures }: Row): RollUpView {
  return { ...figures, lights: { idle, ok, risk, off, done } }
}
