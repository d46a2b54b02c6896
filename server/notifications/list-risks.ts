import { hasRole } from '@/domain/permissions/actor'
import { parseLedgerFilter, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { Move } from '@/domain/tasks/whose-move'
import type { Ctx } from '@/server/context'
import { filterSql, ledgerSource } from '@/server/tasks/ledger-sql'
import { lightViewOf } from '@/server/tasks/light-view'
import { homeUnitIds } from '@/server/tasks/scope'
import { shownLight, shownMove } from '@/server/tasks/task-words'

type Named = { id: string; name: string; nameEn: string }

type Row = {
  no: number
  title: string
  status: string
  light_facts: unknown
  move: Move | null
  lead: Named | null
  move_unit: Named | null
  total: number
}

/** ▲ and ◆, worst first: of the units that a unit's people sit at; of all that the office handles for the office and for discipline. */
export async function riskFilter(ctx: Ctx): Promise<LedgerFilter> {
  const asked = { view: 'open', light: 'off,risk', sort: 'light' }
  if (hasRole(ctx.actor, 'office_head', 'officer', 'discipline')) return parseLedgerFilter(asked)
  const units = await ctx.tx.unit.findMany({
    where: { id: { in: homeUnitIds(ctx.actor) } },
    orderBy: { sort: 'asc' },
    select: { code: true },
  })
  return parseLedgerFilter({ ...asked, unit: units.map((unit) => unit.code) })
}

/** 有风险: the first rows of that ledger and how many it has. */
export async function listRisks(ctx: Ctx, limit: number) {
  const filter = await riskFilter(ctx)
  const { from, rule } = ledgerSource(ctx)
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT p.*, CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.short_name, 'nameEn', u.short_name_en) END AS lead,
      CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'name', m.short_name, 'nameEn', m.short_name_en) END AS move_unit
    FROM (SELECT t.no, t.title, t.status::text AS status, t.light_facts, t.move, t.lead_unit_id, t.due_on, t.light,
        (count(*) OVER ())::int AS total
      FROM ${from} WHERE ${rule} AND ${filterSql(ctx, filter)} ORDER BY (t.light = 'off') DESC, t.due_on NULLS LAST, t.no LIMIT ${limit}) p
    LEFT JOIN units u ON u.id = p.lead_unit_id LEFT JOIN units m ON m.id = (p.move ->> 'unitId')::uuid 
    ORDER BY (p.light = 'off') DESC, p.due_on NULLS LAST, p.no`
  return {
    filter,
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      no: row.no,
      title: row.title,
      lead: row.lead,
      light: shownLight(row.status, lightViewOf(ctx, { lightFacts: row.light_facts })),
      move: shownMove(ctx, row.move, row.move_unit),
    })),
  }
}

export type RiskList = Awaited<ReturnType<typeof listRisks>>
