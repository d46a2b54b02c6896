import { hasRole, homeUnitsOf } from '@/domain/permissions/actor'
import { TOLD_OF_OWN } from '@/domain/notifications/kinds'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { standingIdOf, TURNED, turnedSql } from '@/server/notifications/turned-lights'
import { visibleTasksSql } from '@/server/tasks/scope'

/** Rows on a page of the full list. */
export const CHANGES_PAGE = 50

/** What comes in numbers: on the desk one line of it says how many and from whom. */
const IN_NUMBERS: readonly string[] = ['assignment.acknowledged', 'report.submitted', ...TURNED]

type Named = { name: string; nameEn: string }
type Params = Record<string, string | number>

export type ChangeData = {
  id: string
  event: string
  params: Params
  at: Date
  task_no: number | null
  task_title: string | null
  directive_no: number | null
  directive_title: string | null
  unit: Named | null
}

/** What was told to the person or the person's units after the moment, but for what the person did. As `notifications n`. */
export function toldSql(ctx: Ctx, since: Date): Prisma.Sql {
  const units = homeUnitsOf(ctx.actor)
  return Prisma.sql`(n.person_id = ${ctx.actor.personId}::uuid OR n.unit_id = ANY(${units}::uuid[])) AND n.created_at > ${since}
    AND (n.event = ANY(${[...TOLD_OF_OWN]}::text[])
      OR NOT EXISTS (SELECT FROM audit_entries own WHERE own.at = n.created_at AND own.actor_id = ${ctx.actor.personId}::uuid))`
}

/** What the log says of a task's fate and dates, for whoever reads the task, told or not. */
const FATES = [
  'task.due_date_changed',
  'task.completed',
  'task.struck_off',
  'task.archived',
  'task.suspended',
  'task.resumed',
  'task.terminated',
  'task.reopened',
]
/** Of progress, for those who read every report. */
const PROGRESS = ['report.accepted', 'report.returned', 'report.review_corrected']

/**
 * 上次以来 as `n`: what the person was told, from the log what became of the tasks that the person reads, done by others and not told anyway,
 * and for office and leaders the lights that turned.
 */
function sinceSql(ctx: Ctx, since: Date): Prisma.Sql {
  const told = toldSql(ctx, since)
  const all = hasRole(ctx.actor, 'leader', 'office_head', 'officer', 'discipline')
  const events = all ? [...FATES, ...PROGRESS] : FATES
  const turned = turnedSql(ctx, since)
  return Prisma.sql`(
    SELECT n.id, n.event, n.params, n.task_id, n.directive_id, n.created_at FROM notifications n WHERE ${told}
    UNION ALL
    SELECT e.id, e.event, jsonb_build_object('seq', COALESCE(r.seq, 1)) || CASE WHEN e.entity = 'task'
      THEN jsonb_strip_nulls(jsonb_build_object('reason', v.after ->> 'reason', 'on', v.after ->> 'dueOn')) ELSE '{}' END,
      e.task_id, e.directive_id, e.at
    FROM audit_entries e JOIN tasks t ON t.id = e.task_id LEFT JOIN reports r ON e.entity = 'report' AND r.id = e.entity_id
      LEFT JOIN audit_values v ON v.entry_id = e.id
    WHERE e.at > ${since} AND e.event = ANY(${events}::text[]) AND e.actor_id IS DISTINCT FROM ${ctx.actor.personId}::uuid
      AND ${visibleTasksSql(ctx.actor)}
      AND NOT EXISTS (SELECT FROM notifications n WHERE ${told} AND n.task_id = e.task_id AND n.event = e.event AND n.created_at = e.at)
    ${turned ? Prisma.sql`UNION ALL ${turned}` : Prisma.empty}
  ) n`
}

/** Changes with what a line of them says; a task that the person may no longer read keeps its name in `params` and has no number to follow. */
export const changesSql = (
  ctx: Ctx,
  where: Prisma.Sql,
  limit: number,
  from = Prisma.sql`notifications n`,
) => Prisma.sql`
  SELECT n.id, n.event, n.params, n.created_at AS at, t.no AS task_no, t.title AS task_title, d.no AS directive_no, d.title AS directive_title,
    (SELECT json_build_object('name', u.short_name, 'nameEn', u.short_name_en) FROM units u WHERE u.name = n.params ->> 'unit' LIMIT 1) AS unit
  FROM ${from} LEFT JOIN tasks t ON t.id = n.task_id AND ${visibleTasksSql(ctx.actor)}
    LEFT JOIN directives d ON d.id = n.directive_id
  WHERE ${where} ORDER BY n.created_at DESC, n.id DESC LIMIT ${limit}`

/** 上次以来 in short: the newest lines, those that come in numbers summed up, and how many changes there are in all. */
export async function summariseChanges(ctx: Ctx, since: Date, limit: number) {
  const from = sinceSql(ctx, since)
  const counts = await ctx.tx.$queryRaw<{ event: string; at: Date; count: number; unit: Named | null }[]>`
    SELECT g.event, g.at, g.count, (SELECT json_build_object('name', u.short_name, 'nameEn', u.short_name_en) FROM units u WHERE u.name = g.unit LIMIT 1) AS unit
    FROM (SELECT n.event, CASE WHEN n.event = ANY(${[...IN_NUMBERS]}::text[]) THEN n.params ->> 'unit' END AS unit,
      max(n.created_at) AS at, count(*)::int AS count FROM ${from} GROUP BY 1, 2) g ORDER BY g.count DESC, g.at DESC`
  const groups = IN_NUMBERS.flatMap((event) => {
    const parts = counts.filter((one) => one.event === event)
    const count = parts.reduce((sum, one) => sum + one.count, 0)
    const at = parts.reduce(
      (latest, one) => (one.at.toISOString() > latest ? one.at.toISOString() : latest),
      '',
    )
    const units = parts.flatMap(({ unit, count: times }) => (unit ? [{ ...unit, count: times }] : []))
    return count > 1 ? [{ event, count, at, units }] : []
  })
  const summed = groups.map((group) => group.event)
  const single = Prisma.sql`n.event <> ALL(${summed}::text[])`
  const rows = await ctx.tx.$queryRaw<ChangeData[]>(changesSql(ctx, single, limit, from))
  const lines = [
    ...groups.map((group) => ({ at: group.at, group, change: null })),
    ...rows.map((row) => ({ at: row.at.toISOString(), group: null, change: toChange(row) })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  return { total: counts.reduce((sum, one) => sum + one.count, 0), lines: lines.slice(0, limit) }
}

export type ChangeSummary = Awaited<ReturnType<typeof summariseChanges>>
export type ChangeGroup = NonNullable<ChangeSummary['lines'][number]['group']>

/** 上次以来 in full, newest first, of one event where asked; `before` is the id of the last row seen. */
export async function listChanges(
  ctx: Ctx,
  since: Date,
  { event, before }: { event?: string; before?: string },
) {
  const from = sinceSql(ctx, since)
  const where = event ? Prisma.sql`n.event = ${event}` : Prisma.sql`TRUE`
  const older = before
    ? Prisma.sql`(n.created_at, n.id) < (SELECT b.at, b.id FROM (
        SELECT id, created_at AS at FROM notifications WHERE id = ${before}::uuid
        UNION ALL SELECT id, at FROM audit_entries WHERE id = ${before}::uuid
        UNION ALL SELECT ${before}::uuid, at FROM task_standings WHERE id = ${standingIdOf(before)}) b LIMIT 1)`
    : Prisma.sql`TRUE`
  const counted = await ctx.tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${from} WHERE ${where}`
  const rows = await ctx.tx.$queryRaw<ChangeData[]>(
    changesSql(ctx, Prisma.sql`${where} AND ${older}`, CHANGES_PAGE + 1, from),
  )
  const shown = rows.slice(0, CHANGES_PAGE)
  return {
    total: counted[0]?.total ?? 0,
    next: rows.length > CHANGES_PAGE ? (shown.at(-1)?.id ?? null) : null,
    rows: shown.map(toChange),
  }
}

export type ChangeList = Awaited<ReturnType<typeof listChanges>>
export type Change = ChangeList['rows'][number]

/** A change as a line shows it. */
export function toChange(row: ChangeData) {
  const { id, event, params, unit } = row
  return {
    id,
    event,
    params,
    at: row.at.toISOString(),
    task: row.task_no === null ? null : { no: row.task_no, title: row.task_title ?? '' },
    directive: row.directive_no === null ? null : { no: row.directive_no, title: row.directive_title ?? '' },
    unit: unit ?? (typeof params.unit === 'string' ? { name: params.unit, nameEn: params.unit } : null),
  }
}
