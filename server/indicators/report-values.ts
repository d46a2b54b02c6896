import { z } from 'zod'
import { invalid, type FieldFailure } from '@/domain/errors'
import { countsNow, typedFigureSchema } from '@/domain/indicators/indicator'
import { periodDue, periodsOpen } from '@/domain/indicators/periods'
import { localDateSchema } from '@/domain/calendar/date-schema'
import type { LocalDate } from '@/domain/calendar/local-date'
import { can } from '@/domain/permissions/policy'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'

const list = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(one).max(40).optional())

/** The composer's indicators, side by side: which, as of which day, the figure as typed. */
export const typedValuesSchema = {
  indicatorIds: list(z.uuid()),
  indicatorDays: list(localDateSchema),
  indicatorValues: list(z.string().max(40)),
}
type Typed = { indicatorIds?: string[]; indicatorDays?: LocalDate[]; indicatorValues?: string[] }

/** The indicators whose typed figures an assignment gives: of all units where it is split, else of the lead; none that a register feeds. */
export async function findAsked(ctx: Ctx, task: LoadedTask, assignment: LoadedAssignment) {
  if (!can(ctx.actor, 'indicator.fill', assignment.facts)) return []
  return ctx.tx.indicator.findMany({
    where: {
      taskId: task.id,
      droppedReason: null,
      registerId: null,
      ...(assignment.part === 'lead' ? {} : { splitByUnit: true }),
    },
    orderBy: { sort: 'asc' },
    select: { id: true, name: true, measure: true, cycle: true },
  })
}

/** What the composer asks: each indicator with its open days, the last value and what the draft holds. */
export async function readComposerValues(
  ctx: Ctx,
  task: LoadedTask,
  assignment: LoadedAssignment,
  draftId: string | null,
) {
  const asked = await findAsked(ctx, task, assignment)
  if (asked.length === 0) return []
  const ids = asked.map((one) => one.id)
  const [given, drafted] = await Promise.all([
    ctx.tx.indicatorValue.findMany({
      where: { indicatorId: { in: ids }, assignmentId: assignment.id },
      orderBy: [{ asOf: 'desc' }, { createdAt: 'desc' }],
      select: { indicatorId: true, asOf: true, value: true, report: { select: { status: true } } },
    }),
    draftId ? ctx.tx.reportIndicatorValue.findMany({ where: { reportId: draftId } }) : [],
  ])
  const from = toLocalDateOrNull(task.dispatchedOn) ?? ctx.today
  return asked.map(({ cycle, ...one }) => {
    const open = periodsOpen(cycle, from, ctx.today)
    const standing = given.filter((v) => v.indicatorId === one.id && countsNow(v.report.status))
    const draft = drafted.find((v) => v.indicatorId === one.id)
    const days = open.map((on) => ({ on, late: cycle !== null && on < ctx.today }))
    const last = standing[0]
    const due = periodDue(
      open,
      standing.map((v) => toLocalDate(v.asOf)),
    )
    return {
      ...one,
      days,
      day: draft ? toLocalDate(draft.asOf) : due,
      value: draft ? String(draft.value) : '',
      last: last ? { value: last.value, on: toLocalDate(last.asOf) } : null,
    }
  })
}

export type ComposerValue = Awaited<ReturnType<typeof readComposerValues>>[number]

/**
 * Keeps the figures of a draft. While it is being typed what is no figure yet is passed over; `strict`, on sending, it is invalid under
 * `indicator-<id>`. A day of a period that is over or not asked for is refused alike.
 */
export async function saveDraftValues(
  ctx: Ctx,
  reportId: string,
  { task, assignment }: { task: LoadedTask; assignment: LoadedAssignment },
  { indicatorIds = [], indicatorDays = [], indicatorValues = [] }: Typed,
  strict: boolean,
): Promise<void> {
  if (indicatorIds.length === 0) return
  const asked = new Map((await findAsked(ctx, task, assignment)).map((one) => [one.id, one]))
  const from = toLocalDateOrNull(task.dispatchedOn) ?? ctx.today
  const faults: FieldFailure[] = []
  const data = indicatorIds.flatMap((indicatorId, i) => {
    const indicator = asked.get(indicatorId)
    const path = `indicator-${indicatorId}`
    const typed = indicatorValues[i] ?? ''
    if (!indicator) {
      if (typed !== '') faults.push({ path, code: 'indicator.not_yours' })
      return []
    }
    const figure = typedFigureSchema.safeParse(typed)
    if (!figure.success) faults.push({ path, code: 'indicator.not_a_number' })
    if (!figure.success || figure.data === null) return []
    const open = periodsOpen(indicator.cycle, from, ctx.today)
    const day = indicator.cycle === null ? ctx.today : indicatorDays[i]
    if (!day || !open.includes(day)) {
      faults.push({ path, code: 'indicator.no_such_period' })
      return []
    }
    return [{ reportId, indicatorId, asOf: fromLocalDate(day), value: figure.data }]
  })
  if (strict && faults.length > 0) throw invalid(faults)
  await ctx.tx.reportIndicatorValue.deleteMany({ where: { reportId } })
  await ctx.tx.reportIndicatorValue.createMany({ data })
}

/**
 * A report that serves another task too gives its figures there as well, where that task asks the unit for the same: name and unit of
 * measure alike, the day of a period that is open. What only the other task asks for is given in a report of its own.
 */
export async function copyDraftValues(
  ctx: Ctx,
  fromReportId: string,
  to: { reportId: string; task: LoadedTask; assignment: LoadedAssignment },
): Promise<number> {
  const given = await ctx.tx.reportIndicatorValue.findMany({
    where: { reportId: fromReportId },
    select: { asOf: true, value: true, indicator: { select: { name: true, measure: true } } },
  })
  if (given.length === 0) return 0
  const from = toLocalDateOrNull(to.task.dispatchedOn) ?? ctx.today
  const data = (await findAsked(ctx, to.task, to.assignment)).flatMap(({ id, name, measure, cycle }) => {
    const same = given.find((one) => one.indicator.name === name && one.indicator.measure === measure)
    const asOf = same && (cycle === null ? ctx.today : toLocalDate(same.asOf))
    if (!same || !asOf || !periodsOpen(cycle, from, ctx.today).includes(asOf)) return []
    return [{ reportId: to.reportId, indicatorId: id, asOf: fromLocalDate(asOf), value: same.value }]
  })
  const indicatorId = { in: data.map((one) => one.indicatorId) }
  await ctx.tx.reportIndicatorValue.deleteMany({ where: { reportId: to.reportId, indicatorId } })
  await ctx.tx.reportIndicatorValue.createMany({ data })
  return data.length
}

type Sent = { report: { id: string; seq: number }; assignment: LoadedAssignment; task: LoadedTask }

/** The figures of a report that goes out become values: new rows, the one that they correct kept beside them; late after their period's end. */
export async function takeValues(
  ctx: Ctx,
  { report, assignment, task }: Sent,
  as: Grant | null,
): Promise<void> {
  const drafted = await ctx.tx.reportIndicatorValue.findMany({
    where: { reportId: report.id, indicator: { droppedReason: null, registerId: null } },
    select: {
      indicatorId: true,
      asOf: true,
      value: true,
      indicator: { select: { name: true, cycle: true } },
    },
  })
  if (drafted.length === 0) return
  const before = await ctx.tx.indicatorValue.findMany({
    where: {
      assignmentId: assignment.id,
      OR: drafted.map(({ indicatorId, asOf }) => ({ indicatorId, asOf })),
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, indicatorId: true, asOf: true, value: true },
  })
  for (const { indicatorId, asOf, value, indicator } of drafted) {
    const on = toLocalDate(asOf)
    const earlier = before.find((v) => v.indicatorId === indicatorId && toLocalDate(v.asOf) === on)
    const late = indicator.cycle !== null && ctx.today > on
    await ctx.tx.indicatorValue.create({
      data: {
        indicatorId,
        assignmentId: assignment.id,
        asOf,
        value,
        reportId: report.id,
        late,
        supersedesId: earlier?.id ?? null,
        createdAt: ctx.now,
      },
      select: { id: true },
    })
    await recordAudit(ctx, {
      event: 'indicator.valued',
      as,
      entity: 'indicator',
      entityId: indicatorId,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: assignment.unitId,
      before: earlier ? { value: earlier.value } : null,
      after: { name: indicator.name, value, asOf: on, late, reportSeq: report.seq },
    })
  }
}

/** The figures that a report carries, for who signs and reviews it. */
export async function readReportValues(ctx: Ctx, reportId: string) {
  const rows = await ctx.tx.reportIndicatorValue.findMany({
    where: { reportId },
    orderBy: { indicator: { sort: 'asc' } },
    select: { asOf: true, value: true, indicator: { select: { id: true, name: true, measure: true } } },
  })
  return rows.map(({ asOf, value, indicator }) => ({ ...indicator, value, on: toLocalDate(asOf) }))
}

export type ReportValue = Awaited<ReturnType<typeof readReportValues>>[number]
