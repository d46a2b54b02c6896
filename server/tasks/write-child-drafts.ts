import { parseTypedDate } from '@/domain/calendar/typed-date'
import { invalid, type FieldFailure } from '@/domain/errors'
import { obstacleToDate } from '@/domain/tasks/hand-down'
import { newId } from '@/lib/new-id'
import { recordAudits } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull, toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import type { BreakDownRow } from '@/server/tasks/break-down-schema'
import { listHandDownReceivers } from '@/server/tasks/hand-down-receivers'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import { failStale } from '@/server/versions'

type Drafts = { task: LoadedTask; assignment: LoadedAssignment; rows: readonly BreakDownRow[] }

/**
 * Makes the drafts of an assignment's child tasks equal to the rows: new ones are made, changed ones written, those left out dropped.
 * Throws conflict where a draft was changed or dropped since, invalid for a date that cannot be, refused for a unit that is not below.
 */
export async function writeChildDrafts(ctx: Ctx, { task, assignment, rows }: Drafts): Promise<string[]> {
  const had = await ctx.tx.task.findMany({
    where: { parentAssignmentId: assignment.id, status: 'draft' },
    select: { id: true, version: true },
  })
  for (const row of rows) {
    const now = had.find((one) => one.id === row.id)
    if (row.id !== null && now?.version !== row.version) await failStale(ctx, row.id)
  }
  const dates = datesOf(ctx, assignment, rows)
  await assertBelow(ctx, assignment.unitId, rows)
  const child = {
    ...task.facts,
    officeOwned: false,
    ownerUnitId: assignment.unitId,
    status: 'draft',
  } as const
  const as = assertCan(ctx.actor, 'task.draft', child, task.mayRead)

  const kept = rows.flatMap((row) => row.id ?? [])
  const dropped = had.filter((one) => !kept.includes(one.id)).map((one) => one.id)
  await ctx.tx.task.deleteMany({ where: { id: { in: dropped } } })
  await ctx.tx.taskDraftPart.deleteMany({ where: { taskId: { in: kept } } })
  const ids = rows.map((row) => row.id ?? newId(ctx.now.getTime()))
  const cited = await ctx.tx.taskProvision.findMany({
    where: { taskId: task.id },
    select: { provisionId: true },
  })
  const values = rows.map(({ title, expectedResult, kind, cycle }, sort) => {
    const dueOn = fromLocalDateOrNull(kind === 'ongoing' ? null : (dates[sort] ?? null))
    return { title, expectedResult, kind, cycle: kind === 'ongoing' ? cycle : null, dueOn, sort }
  })
  const fresh = rows.flatMap((row, at) => (row.id === null ? [at] : []))
  await ctx.tx.task.createMany({
    data: fresh.map((at) => ({
      ...values[at],
      title: values[at]?.title ?? '',
      id: ids[at],
      directiveId: task.directiveId,
      ownerUnitId: assignment.unitId,
      parentAssignmentId: assignment.id,
      officeOwned: false,
      draftState: 'manual' as const,
      dueBasis: 'assigned' as const,
      createdById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
    })),
  })
  await ctx.tx.taskProvision.createMany({
    data: fresh.flatMap((at) =>
      cited.map((one) => ({ taskId: ids[at] ?? '', provisionId: one.provisionId })),
    ),
  })
  await updateKept(ctx, rows, values)
  await ctx.tx.taskDraftPart.createMany({ data: rows.flatMap((row, at) => partsOf(row, ids[at] ?? '')) })
  await recordAudits(
    ctx,
    rows.map((row, at) => ({
      event: row.id === null ? ('task.drafted' as const) : ('task.edited' as const),
      as,
      entity: 'task',
      entityId: ids[at] ?? '',
      taskId: ids[at],
      directiveId: task.directiveId,
      unitId: assignment.unitId,
      after: { title: row.title, dueOn: dates[at] ?? null, lead: row.lead, from: task.no },
    })),
  )
  return ids
}

type Values = {
  title: string
  expectedResult: string
  kind: string
  cycle: string | null
  dueOn: Date | null
  sort: number
}

/** The drafts that stay, in one write. */
async function updateKept(ctx: Ctx, rows: readonly BreakDownRow[], values: readonly Values[]): Promise<void> {
  const kept = rows.flatMap((row, at) => (row.id === null ? [] : [{ id: row.id, ...values[at] }]))
  if (kept.length === 0) return
  await ctx.tx.$executeRaw`
    UPDATE tasks t SET title = v.title, expected_result = v."expectedResult", kind = v.kind::"TaskKind", cycle = v.cycle::"ReportingCycle",
      due_on = v."dueOn"::date, sort = v.sort, version = t.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS v(id uuid, title text, "expectedResult" text, kind text, cycle text, "dueOn" timestamptz, sort int)
    WHERE t.id = v.id`
}

function partsOf({ lead, supporting }: BreakDownRow, taskId: string) {
  const part = (unitId: string, kind: 'lead' | 'supporting', sort: number) => {
    return { taskId, unitId, part: kind, source: 'manual' as const, confirmed: true, sort }
  }
  const others = [...new Set(supporting)].filter((id) => id !== lead)
  return [...(lead ? [part(lead, 'lead', 0)] : []), ...others.map((id, at) => part(id, 'supporting', at + 1))]
}

function datesOf(ctx: Ctx, assignment: LoadedAssignment, rows: readonly BreakDownRow[]) {
  const own = toLocalDateOrNull(assignment.dueOn)
  const failures: FieldFailure[] = []
  const dates = rows.map(({ kind, dueOn }, at) => {
    if (kind === 'ongoing') return null
    const read = dueOn === '' ? { date: own } : parseTypedDate(dueOn, ctx.today, ctx.calendar)
    if ('error' in read) {
      failures.push({ path: `rows.${at}.dueOn`, code: read.error })
      return null
    }
    const obstacle = obstacleToDate(read.date, own, ctx.today)
    if (obstacle) failures.push({ path: `rows.${at}.dueOn`, ...obstacle })
    return read.date
  })
  if (failures.length > 0) throw invalid(failures)
  return dates
}

async function assertBelow(ctx: Ctx, unitId: string, rows: readonly BreakDownRow[]): Promise<void> {
  const offered = new Set((await listHandDownReceivers(ctx, unitId)).map((unit) => unit.id))
  const meant = rows.flatMap((row) => [...(row.lead ? [row.lead] : []), ...row.supporting])
  if (meant.some((id) => !offered.has(id))) failRefused('cascade.unit_not_below')
}
