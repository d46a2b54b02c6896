import type { LocalDate } from '@/domain/calendar/local-date'
import { pathSchema, standingValues } from '@/domain/indicators/indicator'
import { forecastOf, standingOnPath, wholePath, type PathPoint } from '@/domain/indicators/target-path'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { readColumns } from '@/domain/registers/columns'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { INDICATOR_COLUMNS } from '@/server/indicators/indicator-columns'
import { registerFigures } from '@/server/indicators/register-figures'
import { isTop, rollUp } from '@/server/indicators/roll-up'
import { readableParts } from '@/server/registers/load-register'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'

const select = {
  ...INDICATOR_COLUMNS,
  taskId: true,
  registerId: true,
  registerMeasure: true,
  registerColumn: true,
  version: true,
  register: { select: { no: true, title: true, columns: true } },
} satisfies Prisma.IndicatorSelect

type Row = Prisma.IndicatorGetPayload<{ select: typeof select }>

async function readValues(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.tx.indicatorValue.findMany({
    where: { indicatorId: { in: [...ids] } },
    orderBy: [{ asOf: 'asc' }, { createdAt: 'asc' }],
    select: {
      id: true,
      indicatorId: true,
      assignmentId: true,
      asOf: true,
      value: true,
      late: true,
      supersedesId: true,
      report: { select: { seq: true, status: true } },
    },
  })
  return rows.map(({ report, asOf, ...row }) => ({
    ...row,
    asOf: toLocalDate(asOf),
    seq: report.seq,
    reportStatus: report.status as string,
  }))
}
type Value = Awaited<ReturnType<typeof readValues>>[number]

/**
 * 指标 of a task as this person reads them: each part's own figure beside what those below it come to; the whole and its way to the target only
 * for who reads every part that counts.
 */
export async function listIndicators(ctx: Ctx, task: LoadedTask) {
  const { rows, values, fed } = await readIndicators(ctx, { taskId: task.id })
  return showIndicators(ctx, task, { rows, values, fed })
}

/** Indicators with every value and what registers come to, of one task or of many. Three queries, however many. */
export async function readIndicators(ctx: Ctx, where: Prisma.IndicatorWhereInput) {
  const rows = await ctx.tx.indicator.findMany({
    where: { AND: [where, { droppedReason: null }] },
    orderBy: [{ taskId: 'asc' }, { sort: 'asc' }, { id: 'asc' }],
    select,
  })
  if (rows.length === 0) return { rows, values: [], fed: new Map<string, Map<string, number>>() }
  const [values, fed] = await Promise.all([
    readValues(
      ctx,
      rows.map((row) => row.id),
    ),
    registerFigures(ctx, rows),
  ])
  return { rows, values, fed }
}

/** Those of one task, of what was read of many, as this person reads them. */
export function showIndicators(
  ctx: Ctx,
  task: LoadedTask,
  { rows, values, fed }: Awaited<ReturnType<typeof readIndicators>>,
) {
  const active = task.assignments.filter((one) => isActiveAssignment(one.status))
  const readable = readableParts(ctx, task).filter((one) => isActiveAssignment(one.status))
  const parts = new Set(readable.map((one) => one.id))
  return rows
    .filter((row) => row.taskId === task.id)
    .map((row) => {
      const mine = values.filter((one) => one.indicatorId === row.id && parts.has(one.assignmentId))
      const counted = fed.get(row.id) ?? new Map<string, number>()
      return shown(ctx, { task, row, values: mine, counted, active, readable })
    })
}

export type ShownIndicator = Awaited<ReturnType<typeof listIndicators>>[number]

type About = {
  task: LoadedTask
  row: Row
  values: readonly Value[]
  counted: ReadonlyMap<string, number>
  active: readonly LoadedAssignment[]
  readable: readonly LoadedAssignment[]
}

function shown(ctx: Ctx, { task, row, values, counted, active, readable }: About) {
  const { path: stored, register, ...indicator } = row
  const standing = new Map(
    readable.map((one) => [one.id, standingValues(values.filter((v) => v.assignmentId === one.id))]),
  )
  const at = (day: LocalDate) => {
    const own = (id: string) =>
      row.registerId
        ? (counted.get(id) ?? 0)
        : ((standing.get(id) ?? []).filter((v) => v.asOf <= day).at(-1)?.value ?? null)
    return rollUp(row, readable, own)
  }
  // The running period's figure speaks of its last day, which may lie ahead.
  const now = at('9999-12-31')
  const days = [...new Set([...standing.values()].flat().map((v) => v.asOf as LocalDate))].sort()
  const whole = active.filter((one) => isTop(row, one)).every((one) => readable.includes(one))
  const series: PathPoint[] = row.registerId
    ? [{ on: ctx.today, value: now.total.value ?? 0 }]
    : days.flatMap((on) => {
        const { value } = at(on).total
        return value === null ? [] : [{ on, value }]
      })
  const [from, to] = [toLocalDateOrNull(task.dispatchedOn), toLocalDateOrNull(task.dueOn)]
  const path = wholePath(row, pathSchema.parse(stored), from, to)
  const last = series.at(-1)
  return {
    ...indicator,
    register: register && { no: register.no, title: register.title, column: columnOf(row) },
    total: whole ? now.total : null,
    asOf: whole ? (last?.on ?? null) : null,
    path,
    series: whole ? series : [],
    standing: whole && last ? standingOnPath(last.value, last.on, path, row.direction) : null,
    forecast: whole ? forecastOf(row, series, from, to) : null,
    parts: readable
      .filter((one) => isTop(row, one) || row.splitByUnit)
      .map((one) => ({
        id: one.id,
        part: one.part,
        below: now.figures.get(one.id)?.below ?? null,
        own: now.figures.get(one.id)?.own ?? null,
        asOf: row.registerId ? ctx.today : ((standing.get(one.id) ?? []).at(-1)?.asOf ?? null),
        unit: { name: one.unit.name, nameEn: one.unit.nameEn },
        /** Its own values day by day; of a register only what it counts today. */
        series: row.registerId
          ? []
          : (standing.get(one.id) ?? []).map(({ asOf, value }) => ({ on: asOf, value })),
      })),
    values: [...values].reverse().map(({ assignmentId, indicatorId: _id, ...one }) => ({
      ...one,
      unit: unitOf(readable, assignmentId),
      was: values.find((v) => v.id === one.supersedesId)?.value ?? null,
      superseded: values.some((v) => v.supersedesId === one.id),
    })),
  }
}

const unitOf = (parts: readonly LoadedAssignment[], id: string) => {
  const unit = parts.find((one) => one.id === id)?.unit
  return { name: unit?.name ?? '', nameEn: unit?.nameEn ?? '' }
}

function columnOf({ register, registerColumn }: Row) {
  const column = registerColumn && readColumns(register?.columns).find((one) => one.key === registerColumn)
  return column ? { name: column.name, nameEn: column.nameEn } : null
}
