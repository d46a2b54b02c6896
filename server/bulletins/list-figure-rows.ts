import type { Figure } from '@/domain/bulletins/content'
import { hasDenominator, isCaseFigure } from '@/domain/bulletins/figures'
import { Prisma } from '@/prisma/generated/client'
import { casesSql } from '@/server/bulletins/count-figures'
import { findReadableBulletin } from '@/server/bulletins/load-bulletin'
import { followsFigures } from '@/server/bulletins/scope'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { visibleTasksSql } from '@/server/tasks/scope'

const PAGE = 50

type Row = {
  id: string
  task_no: number
  title: string
  unit: string | null
  unit_en: string | null
  light: string | null
  due_on: Date | null
  counted: boolean
}

/**
 * The rows behind a figure, fifty a page by task number: of a frozen one as they were kept, of a live one over cases as they are now (a
 * live one over tasks leads to the ledger). For those who read all tasks. Throws not_found.
 */
export async function listFigureRows(ctx: Ctx, no: number, figureId: string, after: string | null) {
  if (!followsFigures(ctx.actor)) return failNotFound()
  const bulletin = await findReadableBulletin(ctx, no)
  const figure = bulletin.content.figures.find((one) => one.id === figureId)
  if (!figure) return failNotFound()
  const frozen = bulletin.frozenVersion !== null
  const source = frozen
    ? keptSql(bulletin.id, bulletin.frozenVersion ?? 0, figure.id)
    : isCaseFigure(figure.name)
      ? liveSql(ctx, figure)
      : null
  const base = { no: bulletin.no, title: bulletin.title, language: bulletin.language, figure, frozen }
  if (!source) return { ...base, live: true, total: 0, counted: null, rows: [], next: null }
  const [afterNo, afterId] = cursorOf(after)
  const [counts] = await ctx.tx.$queryRaw<{ total: number; counted: number }[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE k.counted)::int AS counted FROM (${source}) k`
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT k.id, k.task_no, k.title, u.short_name AS unit, u.short_name_en AS unit_en, k.light, k.due_on, k.counted
    FROM (${source}) k LEFT JOIN units u ON u.id = k.unit_id
    WHERE (k.task_no, k.id) > (${afterNo}::int, ${afterId}::uuid) ORDER BY k.task_no, k.id LIMIT ${PAGE + 1}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    ...base,
    live: false,
    total: counts?.total ?? 0,
    counted: hasDenominator(figure.name) ? (counts?.counted ?? 0) : null,
    rows: shown.map(({ due_on, unit, unit_en, ...row }) => ({
      ...row,
      unit: unit ? { name: unit, nameEn: unit_en ?? unit } : null,
      dueOn: toLocalDateOrNull(due_on),
    })),
    next: rows.length > PAGE && last ? `${last.task_no}~${last.id}` : null,
  }
}

export type FigureRows = Awaited<ReturnType<typeof listFigureRows>>

const NIL = '00000000-0000-0000-0000-000000000000'

function cursorOf(after: string | null): [number, string] {
  const [no = '0', id = NIL] = after?.split('~') ?? []
  return [Number(no), id]
}

function keptSql(bulletinId: string, version: number, figure: string): Prisma.Sql {
  return Prisma.sql`SELECT r.id, r.task_no, r.title, r.unit_id, r.light, r.due_on, ${figure} = ANY(r.counted) AS counted
    FROM bulletin_rows r WHERE r.bulletin_id = ${bulletinId}::uuid AND r.version = ${version}::int AND ${figure} = ANY(r.figures)`
}

function liveSql(ctx: Ctx, figure: Figure): Prisma.Sql {
  return Prisma.sql`SELECT c.id, t.no AS task_no, t.title, c.unit_id, t.light::text AS light, t.due_on, c.counted
    FROM (${casesSql(ctx, figure)}) c JOIN tasks t ON t.id = c.task_id AND ${visibleTasksSql(ctx.actor)}`
}
