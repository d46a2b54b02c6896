import type { IndicatorFilter, IndicatorView } from '@/domain/indicators/indicator-filter'
import type { Aggregation } from '@/domain/indicators/aggregate'
import { pathSchema } from '@/domain/indicators/indicator'
import { standingOnPath, wholePath } from '@/domain/indicators/target-path'
import type { AssignmentPart } from '@/prisma/generated/enums'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { registerFigures } from '@/server/indicators/register-figures'
import { isTop, rollUp } from '@/server/indicators/roll-up'
import { readsPartSql } from '@/server/reports/scope'
import { visibleTasksSql } from '@/server/tasks/scope'

/** Indicators that count, of tasks that went out and that this person reads: `indicators i`, `tasks t`, `directives d`. */
export function boardSql(ctx: Ctx): Prisma.Sql {
  return Prisma.sql`indicators i JOIN tasks t ON t.id = i.task_id JOIN directives d ON d.id = t.directive_id
    WHERE i.dropped_reason IS NULL AND t.dispatched_at IS NOT NULL AND t.status NOT IN ('declined', 'terminated', 'archived')
      AND ${visibleTasksSql(ctx.actor)}`
}

/** The parts that the office, or whoever handed the task down, gave out: `assignments a`, `units u`. */
export const GIVEN_PARTS = Prisma.sql`assignments a JOIN units u ON u.id = a.unit_id
  AND a.parent_assignment_id IS NULL AND a.status <> 'replaced'`

type Row = {
  id: string
  taskId: string
  baseline: number | null
  target: number | null
  path: unknown
  aggregation: Aggregation
  direction: 'up' | 'down'
  splitByUnit: boolean
  registerId: string | null
  registerMeasure: string | null
  registerColumn: string | null
  from: Date | null
  to: Date | null
}

type Part = {
  id: string
  taskId: string
  parentAssignmentId: string | null
  part: AssignmentPart
  weight: number
  reads: boolean
}

type Latest = { indicatorId: string; assignmentId: string; asOf: Date; value: number }

/** Indicators in the order of the board, each with the views in which it stands besides all. */
export type Standing = { id: string; views: readonly Exclude<IndicatorView, 'all'>[] }

/**
 * How each indicator stands that a filter leaves, of any number of them: the latest figure of each part only, no task is loaded. Says the same as
 * `listIndicators`, which a test holds it to. Four queries.
 */
export async function readStandings(
  ctx: Ctx,
  filter: Pick<IndicatorFilter, 'directive' | 'unit'>,
): Promise<Standing[]> {
  const rows = await readRows(ctx, filter)
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [latest, fed] = await Promise.all([readLatest(ctx, ids), registerFigures(ctx, rows)])
  const figures = new Map<string, Map<string, Latest>>()
  for (const one of latest)
    figures.set(one.indicatorId, (figures.get(one.indicatorId) ?? new Map()).set(one.assignmentId, one))
  const given = [
    ...latest.map((one) => one.assignmentId),
    ...[...fed.values()].flatMap((counted) => [...counted.keys()]),
  ]
  const taskIds = rows.map((row) => row.taskId)
  const parts = new Map<string, Part[]>()
  for (const one of await readParts(ctx, taskIds, given))
    parts.set(one.taskId, [...(parts.get(one.taskId) ?? []), one])
  return rows.map((row) => {
    const own = { given: figures.get(row.id), counted: fed.get(row.id) }
    return { id: row.id, views: viewsOf(ctx, row, parts.get(row.taskId) ?? [], own) }
  })
}

type Own = {
  given: ReadonlyMap<string, Latest> | undefined
  counted: ReadonlyMap<string, number> | undefined
}

function viewsOf(ctx: Ctx, row: Row, active: readonly Part[], { given, counted }: Own): Standing['views'] {
  // The whole is said only to who reads every part that counts.
  if (active.some((one) => isTop(row, one) && !one.reads)) return []
  const readable = active.filter((one) => one.reads)
  const own = (id: string) => (row.registerId ? (counted?.get(id) ?? 0) : (given?.get(id)?.value ?? null))
  const { value } = rollUp(row, readable, own).total
  const last = row.registerId ? ctx.today : lastDay(readable, given)
  const path = wholePath(
    row,
    pathSchema.parse(row.path),
    toLocalDateOrNull(row.from),
    toLocalDateOrNull(row.to),
  )
  const said = row.registerId ? (value ?? 0) : value
  const behind =
    last !== null && said !== null && standingOnPath(said, last, path, row.direction)?.behind === true
  return [...(behind ? (['behind'] as const) : []), ...(value === null ? (['no_value'] as const) : [])]
}

function lastDay(parts: readonly Part[], given: Own['given']) {
  const days = parts.flatMap(({ id }) => toLocalDateOrNull(given?.get(id)?.asOf ?? null) ?? [])
  return days.reduce<(typeof days)[number] | null>(
    (last, day) => (last === null || day > last ? day : last),
    null,
  )
}

function readRows(ctx: Ctx, { directive, unit }: Pick<IndicatorFilter, 'directive' | 'unit'>) {
  const ofDirective = directive === null ? Prisma.sql`TRUE` : Prisma.sql`d.no = ${directive}`
  const ofUnit =
    unit === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`EXISTS (SELECT FROM ${GIVEN_PARTS} WHERE a.task_id = t.id AND u.code = ${unit})`
  return ctx.tx.$queryRaw<Row[]>`
    SELECT i.id, i.task_id AS "taskId", i.baseline, i.target, i.path, i.aggregation::text AS aggregation, i.direction::text AS direction,
      i.split_by_unit AS "splitByUnit", i.register_id AS "registerId", i.register_measure::text AS "registerMeasure",
      i.register_column AS "registerColumn", t.dispatched_on AS "from", t.due_on AS "to"
    FROM ${boardSql(ctx)} AND ${ofDirective} AND ${ofUnit}
    ORDER BY d.no, t.sort, t.no, i.sort, i.id`
}

/** Of each part the value of its last day, of the newest report that stands. */
function readLatest(ctx: Ctx, ids: readonly string[]) {
  return ctx.tx.$queryRaw<Latest[]>`
    SELECT DISTINCT ON (v.indicator_id, v.assignment_id) v.indicator_id AS "indicatorId", v.assignment_id AS "assignmentId",
      v.as_of AS "asOf", v.value
    FROM indicator_values v JOIN reports r ON r.id = v.report_id AND r.status IN ('submitted', 'accepted')
    WHERE v.indicator_id = ANY(${[...ids]}::uuid[])
    ORDER BY v.indicator_id, v.assignment_id, v.as_of DESC, r.seq DESC`
}

/** The parts of tasks, and of what was handed down those that gave a figure. */
function readParts(ctx: Ctx, taskIds: readonly string[], given: readonly string[]) {
  return ctx.tx.$queryRaw<Part[]>`
    SELECT a.id, a.task_id AS "taskId", a.parent_assignment_id AS "parentAssignmentId", a.part::text AS part, a.weight,
      ${readsPartSql(ctx.actor)} AS reads
    FROM assignments a WHERE a.task_id = ANY(${[...new Set(taskIds)]}::uuid[]) AND a.status <> 'replaced'
      AND (a.parent_assignment_id IS NULL OR a.id = ANY(${[...new Set(given)]}::uuid[]))
    ORDER BY a.part, a.dispatched_at, a.id`
}
