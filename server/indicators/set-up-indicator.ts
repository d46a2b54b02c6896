import { z } from 'zod'
import {
  INDICATOR_LIMITS,
  indicatorSchema,
  REGISTER_MEASURES,
  typedFigureSchema,
  pathSchema,
} from '@/domain/indicators/indicator'
import { inOrder, type PathPoint } from '@/domain/indicators/target-path'
import { readColumns } from '@/domain/registers/columns'
import { readDay } from '@/domain/registers/read-row'
import { fieldsOfZod, invalid } from '@/domain/errors'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { assertOpen } from '@/server/registers/assert-running'
import { loadTask } from '@/server/tasks/load-task'
import { assertVersion, assertWritten } from '@/server/versions'

const tick = z
  .string()
  .default('')
  .transform((value) => value !== '')
const empty = (value: unknown) => (value === '' ? undefined : value)
/** An indicator as its form holds it: figures and the path as typed. */
const fields = {
  name: indicatorSchema.shape.name,
  measure: indicatorSchema.shape.measure,
  baseline: typedFigureSchema.default(null),
  target: typedFigureSchema.default(null),
  path: z.string().max(4000).default(''),
  cycle: z.preprocess(empty, indicatorSchema.shape.cycle),
  aggregation: z.preprocess(empty, indicatorSchema.shape.aggregation),
  direction: z.preprocess(empty, indicatorSchema.shape.direction),
  splitByUnit: tick,
  registerId: z.preprocess(empty, z.uuid({ error: 'indicator.no_such_register' }).optional()),
  registerMeasure: z.preprocess(empty, z.enum(REGISTER_MEASURES).default('rows')),
  registerColumn: z.string().max(40).default(''),
}

/** A new indicator of a task. */
export const setUpIndicatorSchema = z.object({ taskId: z.uuid(), ...fields })
/** Another version of an indicator. */
export const editIndicatorSchema = z.object({
  indicatorId: z.uuid(),
  version: z.coerce.number().int(),
  ...fields,
})
/** An indicator that is no longer wanted, and why. */
export const dropIndicatorSchema = z.object({
  indicatorId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'indicator.reason_missing').max(500, 'indicator.name_too_long'),
})

type Fields = Omit<z.output<typeof setUpIndicatorSchema>, 'taskId'>

/** A path as typed, one point a line: a day and a figure. Throws invalid on `path`. */
function readPath(ctx: Ctx, typed: string): PathPoint[] {
  const lines = typed.split('\n').map((line) => line.trim())
  const points = lines.flatMap((line, i) => {
    if (line === '') return []
    const [, day = '', figure = ''] = /^(\S+)[\s:：]+(\S+)$/.exec(line) ?? []
    const on = readDay(day, ctx.today)
    const value = typedFigureSchema.safeParse(figure)
    if (!on || !value.success || value.data === null)
      throw invalid([{ path: 'path', code: 'indicator.point_unreadable', params: { line: i + 1 } }])
    return [{ on, value: value.data }]
  })
  const read = pathSchema.safeParse(points)
  if (!read.success) throw invalid(fieldsOfZod(read.error).map((one) => ({ ...one, path: 'path' })))
  return inOrder(read.data)
}

/** What is stored: the path read, the register one of the task's, its column one of numbers. */
async function dataOf(ctx: Ctx, taskId: string, input: Fields) {
  const { registerId, registerMeasure, registerColumn, path, ...plain } = input
  const base = { ...plain, path: readPath(ctx, path) }
  if (!registerId) return { ...base, registerId: null, registerMeasure: null, registerColumn: null }
  const register = await ctx.tx.register.findFirst({
    where: { id: registerId, taskId },
    select: { columns: true },
  })
  if (!register) throw invalid([{ path: 'registerId', code: 'indicator.no_such_register' }])
  const column = readColumns(register.columns).find((one) => one.key === registerColumn)
  if (registerColumn !== '' && column?.type !== 'number')
    throw invalid([{ path: 'registerColumn', code: 'indicator.no_such_column' }])
  return { ...base, splitByUnit: true, registerId, registerMeasure, registerColumn: registerColumn || null }
}

const told = ({ path, ...data }: Awaited<ReturnType<typeof dataOf>>): AuditValues => ({
  ...data,
  path: path.map((one) => `${one.on} ${one.value}`),
})

/** Sets up an indicator by who owns the task, drafted or under way. Refused on a closed task, beyond twenty. */
export async function setUpIndicator(ctx: Ctx, input: z.output<typeof setUpIndicatorSchema>) {
  const { taskId, ...rest } = input
  const task = await loadTask(ctx, taskId, { lock: true })
  const as = assertCan(ctx.actor, 'task.plan', task.facts, task.mayRead)
  assertOpen(task)
  const data = await dataOf(ctx, taskId, rest)
  const before = await ctx.tx.indicator.count({ where: { taskId, droppedReason: null } })
  if (before >= INDICATOR_LIMITS.indicators)
    failRefused('indicator.too_many', { most: INDICATOR_LIMITS.indicators })
  const { id } = await ctx.tx.indicator.create({
    data: { ...data, taskId, sort: before + 1 },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'indicator.added',
    as,
    entity: 'indicator',
    entityId: id,
    taskId,
    directiveId: task.directiveId,
    after: told(data),
  })
  return { taskNo: task.no }
}

async function openIndicator(ctx: Ctx, input: { indicatorId: string; version: number }) {
  const found = await ctx.tx.indicator.findUnique({
    where: { id: input.indicatorId },
    select: { taskId: true },
  })
  if (!found) return failNotFound()
  const task = await loadTask(ctx, found.taskId, { lock: true })
  const as = assertCan(ctx.actor, 'task.plan', task.facts, task.mayRead)
  const row = await ctx.tx.indicator.findUniqueOrThrow({ where: { id: input.indicatorId } })
  await assertVersion(ctx, { entityId: row.id, actual: row.version, expected: input.version })
  assertOpen(task)
  if (row.droppedReason !== null) failRefused('indicator.dropped', { name: row.name })
  return { row, task, as }
}

/** Changes an indicator. Once it has values its unit of measure and its source stay: figures of two kinds make no series. */
export async function editIndicator(ctx: Ctx, input: z.output<typeof editIndicatorSchema>) {
  const { indicatorId, version, ...rest } = input
  const { row, task, as } = await openIndicator(ctx, { indicatorId, version })
  const data = await dataOf(ctx, task.id, rest)
  const values = await ctx.tx.indicatorValue.count({ where: { indicatorId } })
  if (values > 0 && (data.measure !== row.measure || data.registerId !== row.registerId))
    failRefused('indicator.has_values', { name: row.name })
  const written = await ctx.tx.indicator.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...data, version: { increment: 1 } },
  })
  await assertWritten(ctx, row.id, written)
  await recordAudit(ctx, {
    event: 'indicator.edited',
    as,
    entity: 'indicator',
    entityId: row.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { name: row.name, target: row.target, baseline: row.baseline },
    after: told(data),
  })
  return { taskNo: task.no }
}

/** Drops an indicator: it is asked for no more; its values stay. */
export async function dropIndicator(ctx: Ctx, input: z.output<typeof dropIndicatorSchema>) {
  const { row, task, as } = await openIndicator(ctx, input)
  const written = await ctx.tx.indicator.updateMany({
    where: { id: row.id, version: row.version },
    data: { droppedReason: input.reason, version: { increment: 1 } },
  })
  await assertWritten(ctx, row.id, written)
  await recordAudit(ctx, {
    event: 'indicator.dropped',
    as,
    entity: 'indicator',
    entityId: row.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { dropped: false },
    after: { dropped: true, name: row.name, reason: input.reason },
  })
  return { taskNo: task.no }
}
