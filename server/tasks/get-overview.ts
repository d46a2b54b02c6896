import { OVERVIEW_LIGHTS, sumOf, type LightFigures } from '@/domain/tasks/overview-lights'
import type { OverviewView } from '@/domain/tasks/overview-view'
import type { Move } from '@/domain/tasks/whose-move'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { countDuties } from '@/server/notifications/duties'
import { countDecisions, listDecisions } from '@/server/notifications/list-decisions'
import { readSnapshot } from '@/server/snapshot'
import { COUNTED, shownLightSql } from '@/server/tasks/counted'
import { lightViewOf } from '@/server/tasks/light-view'
import { readChanges, readOverviewHistory, type LightChange } from '@/server/tasks/overview-history'
import { shownLight, shownMove } from '@/server/tasks/task-words'

const FIGURES = Prisma.join(
  OVERVIEW_LIGHTS.map(
    (light) =>
      Prisma.sql`count(*) FILTER (WHERE s.shown = ${light}::"OverviewLight")::int AS ${Prisma.raw(`"${light}"`)}`,
  ),
)
const SOURCE = Prisma.sql`(SELECT t.*, ${shownLightSql(Prisma.sql`t`)} AS shown FROM tasks t WHERE ${COUNTED}) s`

const DIRECTIVES_SHOWN = 40

type Named = { id: string; code: string; name: string; nameEn: string }

/** How many tasks stand where: in all, by directive (in force ones first, then most off course), by lead unit in the organisation's order. */
export async function readOverviewFigures(ctx: Ctx) {
  const total = await ctx.tx.$queryRaw<LightFigures[]>`SELECT ${FIGURES} FROM ${SOURCE}`
  const directives = await ctx.tx.$queryRaw<DirectiveFigures[]>`
    SELECT d.no, d.title, d.doc_number, d.status::text AS status, ${FIGURES}, (count(*) OVER ())::int AS of,
      round(avg(s.claimed_progress))::int AS claimed, round(avg(s.verified_progress))::int AS verified
    FROM ${SOURCE} JOIN directives d ON d.id = s.directive_id
    GROUP BY d.id ORDER BY (d.status = 'in_force') DESC, count(*) FILTER (WHERE s.shown = 'off') DESC,
      count(*) FILTER (WHERE s.shown = 'risk') DESC, d.no DESC LIMIT ${DIRECTIVES_SHOWN}`
  // Every unit of the first level leads something in time; there are some dozens, so all are shown.
  const units = await ctx.tx.$queryRaw<UnitFigures[]>`
    SELECT u.code, u.name, u.name_en, ${FIGURES} FROM ${SOURCE} JOIN units u ON u.id = s.lead_unit_id
    GROUP BY u.id ORDER BY u.sort, u.name`
  const inForce = await ctx.tx.directive.count({ where: { status: 'in_force' } })
  return { total: total[0] ?? emptyFigures(), directives, units, inForce }
}

type DirectiveFigures = LightFigures & {
  no: number
  title: string
  doc_number: string | null
  status: string
  claimed: number
  verified: number
  /** How many directives there are in all. */
  of: number
}
type UnitFigures = LightFigures & { code: string; name: string; name_en: string }

export type OverviewFigures = Awaited<ReturnType<typeof readOverviewFigures>>

/** Nothing counted. */
function emptyFigures(): LightFigures {
  return { off: 0, risk: 0, ok: 0, idle: 0, done: 0, late: 0 }
}

type OffCourseRow = {
  id: string
  no: number
  title: string
  status: string
  due_on: Date | null
  light_facts: unknown
  move: Move | null
  lead: Named | null
  move_unit: Named | null
  said: string | null
  directive_no: number
}

/** The tasks that are off course, then those at risk, longest overdue first, each with its unit's latest own words. */
export async function listOffCourse(ctx: Ctx, limit: number) {
  const rows = await ctx.tx.$queryRaw<OffCourseRow[]>`
    SELECT t.id, t.no, t.title, t.status::text AS status, t.due_on, t.light_facts, t.move, d.no AS directive_no,
      CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'code', u.code, 'name', u.short_name, 'nameEn', u.short_name_en) END AS lead,
      CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'code', m.code, 'name', m.short_name, 'nameEn', m.short_name_en) END AS move_unit,
      (SELECT COALESCE(NULLIF(r.difficulty, ''), r.done) FROM reports r JOIN assignments a ON a.id = r.assignment_id
        WHERE a.task_id = t.id AND a.part = 'lead' AND r.status IN ('submitted', 'accepted', 'returned') ORDER BY r.submitted_at DESC LIMIT 1) AS said
    FROM tasks t JOIN directives d ON d.id = t.directive_id LEFT JOIN units u ON u.id = t.lead_unit_id
      LEFT JOIN units m ON m.id = (t.move ->> 'unitId')::uuid
    WHERE ${COUNTED} AND t.light IN ('off', 'risk')
    ORDER BY (t.light = 'off') DESC, t.due_on ASC NULLS LAST, t.id LIMIT ${limit}`
  return rows.map(({ light_facts, due_on: _dueOn, move, move_unit, said, ...row }) => ({
    ...row,
    said: said ? said.slice(0, 160) : null,
    light: shownLight(row.status, lightViewOf(ctx, { lightFacts: light_facts })),
    move: shownMove(ctx, move, move_unit),
  }))
}

/** With how its light moved since the day compared with. */
export type OffCourse = Awaited<ReturnType<typeof listOffCourse>>[number] & { change: LightChange | null }

/**
 * The local departments with assignments, in the organisation's order: how many tasks, signed, reported, done; `short` are
 * those whose report was due and is missing. A tile counts what the ledger shows for the unit: one active part a task.
 */
export async function listProvinces(ctx: Ctx) {
  return ctx.tx.$queryRaw<ProvinceFigures[]>`
    SELECT u.code, u.short_name AS name, u.short_name_en AS name_en, count(*)::int AS total,
      count(*) FILTER (WHERE a.acknowledged_at IS NOT NULL)::int AS signed,
      count(*) FILTER (WHERE a.last_report_at IS NOT NULL)::int AS reported,
      count(*) FILTER (WHERE a.status = 'accepted')::int AS done,
      count(*) FILTER (WHERE a.last_report_at IS NULL AND a.status IN ('acknowledged', 'in_progress')
        AND (a.due_on < ${ctx.today}::date OR (a.light_facts ->> 'missedPeriods')::int > 0))::int AS short
    FROM assignments a JOIN units u ON u.id = a.unit_id JOIN tasks t ON t.id = a.task_id
    WHERE u.kind = 'province' AND a.status <> 'replaced' AND ${COUNTED}
    GROUP BY u.id ORDER BY u.sort, u.name`
}

export type ProvinceFigures = {
  code: string
  name: string
  name_en: string
  total: number
  signed: number
  reported: number
  done: number
  short: number
}

const ROWS_SHOWN = 8
const DECISIONS_SHOWN = 4

/** The whole overview in one snapshot: figures, the rows behind them and how it stood before come from the same moment. */
export async function readOverview(ctx: Ctx, view: OverviewView) {
  return readSnapshot(ctx, async (now) => {
    const figures = await readOverviewFigures(now)
    const history = await readOverviewHistory(now, view)
    const worst = await listOffCourse(now, ROWS_SHOWN)
    const changes = await readChanges(now, view.since, worst)
    const provinces = await listProvinces(now)
    const decisions = await listDecisions(now, DECISIONS_SHOWN)
    const duties = await countDuties(now)
    return {
      figures,
      history,
      offCourse: worst.map((row) => ({ ...row, change: changes.get(row.id) ?? null })),
      provinces,
      decisions,
      total: sumOf(figures.total),
      decisionCount: countDecisions(duties),
    }
  })
}

export type Overview = Awaited<ReturnType<typeof readOverview>>
