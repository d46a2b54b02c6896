import { isMean, type UnitFigure } from '@/domain/org/unit-figures'
import type { LocalDate } from '@/domain/calendar/local-date'
import { workingDaysBetween } from '@/domain/calendar/working-days'
import { can } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { figureSql, sourceSql, type CaseSource } from '@/server/org/metric-sql'

/** Rows on a page of cases. */
export const CASES_PAGE = 50

/** Which cases: those that a figure is about, or only those that it counts; of what days; after which one. */
export type CasesAsked = {
  figure: UnitFigure
  counted: boolean
  fromOn: LocalDate
  toOn: LocalDate
  /** The last one seen: its day and id. */
  after: { on: LocalDate; id: string } | null
}

type Row = {
  id: string
  month_on: Date
  task_no: number | null
  task_title: string | null
  slip_no: number | null
  kind: string | null
  due_on: Date | null
  done_on: Date | null
  amount: number | null
  decision: string | null
  basis: string | null
  seq: number | null
}

/** What a source's rows say besides their task: the limit, what was done when, an amount, a decision. */
const COLUMNS: Readonly<Record<CaseSource, (figure: UnitFigure) => Prisma.Sql>> = {
  parts: (figure) =>
    figure === 'acknowledged_on_time'
      ? columns({ due: 's.acknowledge_due_on', done: 's.acknowledged_on' })
      : columns({ due: 's.due_on', done: 's.completed_on', amount: 's.extensions' }),
  reports: () => columns({ done: 's.submitted_on', decision: 's.decision', basis: 's.basis', seq: 's.seq' }),
  periods: () => columns({ due: 's.due_on', done: 's.submitted_on' }),
  requests: () => columns({ slip: 's.slip_no', kind: 's.kind' }),
  sent_reports: () => columns({ done: 's.submitted_on', amount: 's.serves' }),
}

type Named = Partial<
  Record<'slip' | 'kind' | 'due' | 'done' | 'amount' | 'decision' | 'basis' | 'seq', string>
>

function columns({ slip, kind, due, done, amount, decision, basis, seq }: Named): Prisma.Sql {
  return Prisma.raw(
    `${slip ?? 'NULL::int'} AS slip_no, ${kind ?? 'NULL::text'} AS kind, ${due ?? 'NULL::date'} AS due_on, ${done ?? 'NULL::date'} AS done_on,
     ${amount ? `(${amount})::int` : 'NULL::int'} AS amount, ${decision ?? 'NULL::text'} AS decision, ${basis ?? 'NULL::text'} AS basis, ${seq ?? 'NULL::int'} AS seq`,
  )
}

/** The cases that a unit's figure adds up, newest first, with their number: the list behind every number of 单位情况. Fifty rows. */
export async function listUnitCases(ctx: Ctx, code: string, asked: CasesAsked) {
  const unit = await ctx.tx.unit.findUnique({
    where: { code },
    select: { id: true, code: true, name: true, nameEn: true },
  })
  if (!unit || !can(ctx.actor, 'unit.read_figures', { unitId: unit.id })) return failNotFound()
  const { source, of, counts } = figureSql(asked.figure, ctx.today)
  const from = sourceSql(ctx, source, { ...asked, unitIds: [unit.id] })
  const which = asked.counted ? Prisma.sql`(${of}) AND (${counts})` : Prisma.sql`(${of})`
  const cases = Prisma.sql`(SELECT s.* FROM (${from}) s WHERE ${which}) s`
  const beyond = asked.after
    ? Prisma.sql`(s.month_on, s.id) < (${asked.after.on}::date, ${asked.after.id}::uuid)`
    : Prisma.sql`TRUE`
  const [total] = await ctx.tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${cases}`
  const rows = await ctx.tx.$queryRaw<Row[]>`
    SELECT s.id, s.month_on, t.no AS task_no, t.title AS task_title, ${COLUMNS[source](asked.figure)}
    FROM ${cases} LEFT JOIN tasks t ON t.id = s.task_id WHERE ${beyond} ORDER BY s.month_on DESC, s.id DESC LIMIT ${CASES_PAGE + 1}`
  const shown = rows.slice(0, CASES_PAGE)
  const last = shown.at(-1)
  return {
    unit,
    source,
    total: total?.total ?? 0,
    next: rows.length > CASES_PAGE && last ? { on: toLocalDateOrNull(last.month_on), id: last.id } : null,
    rows: shown.map((row) => toCase(ctx, row, asked.figure)),
  }
}

export type UnitCases = Awaited<ReturnType<typeof listUnitCases>>
export type UnitCase = UnitCases['rows'][number]

function toCase(ctx: Ctx, { month_on, due_on, done_on, ...row }: Row, figure: UnitFigure) {
  const [on, doneOn] = [toLocalDateOrNull(month_on), toLocalDateOrNull(done_on)]
  const days = figure === 'working_days_to_complete' && on && doneOn
  return {
    ...row,
    on,
    dueOn: toLocalDateOrNull(due_on),
    doneOn,
    /** What the numerator adds up where it is a sum: extensions, working days; of a report the tasks that it served. */
    amount: days
      ? workingDaysBetween(on, doneOn, ctx.calendar)
      : isMean(figure) || figure === 'shared_reports'
        ? row.amount
        : null,
  }
}
