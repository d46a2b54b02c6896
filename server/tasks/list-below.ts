import { can, type AssignmentFacts } from '@/domain/permissions/policy'
import { availableAssignmentEvents, isPossible } from '@/domain/permissions/available-events'
import { localDateIn } from '@/domain/calendar/local-date'
import type { AssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import type { BelowFilter } from '@/domain/tasks/below-filter'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { findReadableTask } from '@/server/tasks/get-task'
import { lightViewOf } from '@/server/tasks/light-view'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import { readLevels, readRollUps } from '@/server/tasks/roll-up'
import { readsReportsOf, readTaskReports } from '@/server/tasks/task-reports'
import { shownLight } from '@/server/tasks/task-words'

/** Units on a page of those below. */
export const BELOW_PAGE = 50

export type BelowPlace = {
  /** Whose units below; null: the own unit's part, else the lead's. */
  of: string | null
  filter: BelowFilter
  /** The last row of the page before, as `<sort>.<assignment>`. */
  after: string | null
}

type Row = {
  id: string
  version: number
  status: AssignmentStatus
  part: 'lead' | 'supporting' | 'local'
  unit_id: string
  unit: string
  unit_en: string
  kind: string
  sort: number
  due_on: Date | null
  acknowledge_due_on: Date
  claimed: number
  verified: number
  last_report_at: Date | null
  light_facts: unknown
  report_id: string | null
  refusal_reason: string | null
  task_no: number | null
  task_title: string | null
  total: number
}

const counted = (rule: Prisma.Sql) =>
  Prisma.sql`(a.status <> 'waived' AND t.status <> 'terminated' AND ${rule})`
const CONDITIONS: Readonly<Record<BelowFilter, Prisma.Sql>> = {
  all: counted(Prisma.sql`TRUE`),
  unacknowledged: Prisma.sql`a.status IN ('awaiting_acknowledgement', 'refused')`,
  unreported: Prisma.sql`(a.status IN ('acknowledged', 'in_progress') AND a.last_report_at IS NULL)`,
  behind: counted(Prisma.sql`a.light IN ('risk', 'off')`),
  waiting: Prisma.sql`EXISTS (SELECT FROM reports w WHERE w.assignment_id = a.id AND w.status = 'submitted')`,
  acknowledged: counted(Prisma.sql`a.status IN ('acknowledged', 'in_progress', 'reported_done', 'accepted')`),
  reported: counted(Prisma.sql`a.last_report_at IS NOT NULL`),
  completed: Prisma.sql`(CASE WHEN a.parent_assignment_id IS NULL THEN t.status IN ('completed', 'struck_off', 'archived') ELSE a.status = 'accepted' END)`,
  waived: Prisma.sql`a.status = 'waived'`,
}

/**
 * The units below one assignment of a task: its roll-up and all levels, its reports, and fifty rows in the order of the
 * organisation. Throws not_found for what the person may not read in full: a province sees its own branch alone.
 */
export async function listBelow(ctx: Ctx, no: number, place: BelowPlace) {
  const task = await findReadableTask(ctx, no, place.of ?? undefined)
  const node = chooseNode(ctx, task, place.of)
  if (!node || !readsReportsOf(ctx, node)) return failNotFound()
  const [rows, roll, levels, path, { signed }] = await Promise.all([
    readRows(ctx, node.id, place),
    readRollUps(ctx, [node.id]),
    readLevels(ctx, node.id),
    readPath(ctx, node),
    readTaskReports(ctx, task),
  ])
  const shown = rows.slice(0, BELOW_PAGE)
  const last = shown.at(-1)
  const below = await readRollUps(
    ctx,
    shown.map((row) => row.id),
  )
  return {
    task: { no: task.no, title: task.title, status: task.status },
    node: {
      id: node.id,
      part: node.part,
      status: node.status,
      unit: { name: node.unit.name, nameEn: node.unit.nameEn },
      claimed: node.claimedProgress,
      verified: node.verifiedProgress,
      dueOn: toLocalDateOrNull(node.dueOn),
      note: node.note,
      mayHandDown: can(ctx.actor, 'assignment.hand_down', node.facts),
    },
    path,
    roll: roll.get(node.id) ?? null,
    levels,
    reports: signed.filter((report) => report.assignmentId === node.id),
    total: rows[0]?.total ?? 0,
    next: rows.length > BELOW_PAGE && last ? `${last.sort}.${last.id}` : null,
    rows: shown.map((row) => ({ ...toRow(ctx, task, node, row), below: below.get(row.id) ?? null })),
  }
}

export type BelowPage = Awaited<ReturnType<typeof listBelow>>
export type BelowRow = BelowPage['rows'][number]

function chooseNode(ctx: Ctx, task: LoadedTask, of: string | null): LoadedAssignment | undefined {
  const active = task.assignments.filter((one) => one.status !== 'replaced')
  if (of !== null) return active.find((one) => one.id === of)
  const own = active.find((one) => can(ctx.actor, 'report.write', one.facts))
  return own ?? active.find((one) => one.part === 'lead')
}

async function readRows(ctx: Ctx, nodeId: string, { filter, after }: BelowPlace): Promise<Row[]> {
  const [sort, id] = after?.split('.') ?? []
  const from = sort && id ? Prisma.sql`(u.sort, a.id) > (${Number(sort)}, ${id}::uuid)` : Prisma.sql`TRUE`
  const child = Prisma.sql`a.status <> 'replaced' AND (a.parent_assignment_id = ${nodeId}::uuid
    OR (t.parent_assignment_id = ${nodeId}::uuid AND a.part = 'lead'))`
  const source = Prisma.sql`(SELECT id FROM assignments WHERE parent_assignment_id = ${nodeId}::uuid
      UNION SELECT x.id FROM tasks c JOIN assignments x ON x.task_id = c.id WHERE c.parent_assignment_id = ${nodeId}::uuid) s
    JOIN assignments a ON a.id = s.id JOIN tasks t ON t.id = a.task_id JOIN units u ON u.id = a.unit_id`
  const where = Prisma.sql`${child} AND ${CONDITIONS[filter]}`
  return ctx.tx.$queryRaw<Row[]>`
    SELECT a.id, a.version, a.status::text AS status, a.part::text AS part, a.unit_id, u.short_name AS unit, u.short_name_en AS unit_en, u.kind::text AS kind,
      u.sort, a.due_on, a.acknowledge_due_on, a.claimed_progress AS claimed, a.verified_progress AS verified, a.last_report_at, a.light_facts, a.refusal_reason,
      (SELECT w.id FROM reports w WHERE w.assignment_id = a.id AND w.status = 'submitted' LIMIT 1) AS report_id,
      CASE WHEN t.parent_assignment_id = ${nodeId}::uuid THEN t.no END AS task_no, CASE WHEN t.parent_assignment_id = ${nodeId}::uuid THEN t.title END AS task_title,
      (SELECT count(*)::int FROM ${source} WHERE ${where}) AS total
    FROM ${source} WHERE ${where} AND ${from} ORDER BY u.sort, a.id LIMIT ${BELOW_PAGE + 1}`
}

/** From the task's own part down to this one: the way back up, as far as the person reads it. */
async function readPath(ctx: Ctx, node: LoadedAssignment) {
  const rows = await ctx.tx.$queryRaw<{ id: string; name: string; nameEn: string }[]>`
    WITH RECURSIVE up AS (
      SELECT a.id, a.unit_id, a.parent_assignment_id, 0 AS depth FROM assignments a WHERE a.id = ${node.id}::uuid
      UNION ALL
      SELECT p.id, p.unit_id, p.parent_assignment_id, up.depth + 1 FROM up JOIN assignments p ON p.id = up.parent_assignment_id
    ) SELECT up.id, u.short_name AS name, u.short_name_en AS "nameEn" FROM up JOIN units u ON u.id = up.unit_id
      WHERE up.depth > 0 ORDER BY up.depth DESC`
  return rows
}

function toRow(ctx: Ctx, task: LoadedTask, node: LoadedAssignment, row: Row) {
  const facts: AssignmentFacts = {
    unitId: row.unit_id,
    part: row.part,
    external: false,
    leadUnitId: task.leadUnitId,
    lineageUnitIds: [row.unit_id, ...node.facts.lineageUnitIds],
    task: task.facts,
  }
  // A child task has acts of its own, on its own page.
  const events =
    row.task_no === null && task.status !== 'suspended'
      ? availableAssignmentEvents(ctx.actor, { ...facts, status: row.status })
      : []
  const { zone } = ctx.settings
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    unit: { name: row.unit, nameEn: row.unit_en },
    task: row.task_no === null ? null : { no: row.task_no, title: row.task_title ?? '' },
    dueOn: toLocalDateOrNull(row.due_on),
    acknowledgeDueOn: row.status === 'awaiting_acknowledgement' ? toLocalDate(row.acknowledge_due_on) : null,
    claimed: row.claimed,
    verified: row.verified,
    lastReportOn: row.last_report_at && localDateIn(row.last_report_at, zone),
    light: shownLight(row.status, lightViewOf(ctx, { lightFacts: row.light_facts })),
    refusalReason: row.status === 'refused' ? row.refusal_reason : null,
    reportId: row.report_id,
    acts: {
      review: row.report_id !== null && mayReview(ctx, facts),
      rule: isPossible(events, 'rule_stands'),
      reassign: isPossible(events, 'replace') && row.report_id === null,
      waive: isPossible(events, 'waive') && row.report_id === null,
    },
  }
}

function mayReview(ctx: Ctx, assignment: AssignmentFacts): boolean {
  const report = { status: 'submitted', writtenById: '', signedOffById: null, submittedById: null } as const
  return can(ctx.actor, 'report.review', { ...report, assignment })
}
