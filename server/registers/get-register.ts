import { plannedOnCard } from '@/domain/directives/draft/plan'
import { can } from '@/domain/permissions/policy'
import { asksForPerson, isTracked } from '@/domain/registers/columns'
import type { RowFilter } from '@/domain/registers/row-filter'
import type { RowValues } from '@/domain/registers/read-row'
import { isOpenTask } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { listRows } from '@/server/registers/list-rows'
import { loadRegister, readableParts, type LoadedRegister } from '@/server/registers/load-register'
import { readUnitNames } from '@/server/registers/unit-names'
import { readRowHistory } from '@/server/registers/row-history'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'

export type RowCounts = { rows: number; open: number; overdue: number; put_right: number }

const none: RowCounts = { rows: 0, open: 0, overdue: 0, put_right: 0 }

/** How many rows stand, are open, overdue and put right, by register; of the parts named alone. */
export async function countRows(ctx: Ctx, registerIds: readonly string[], parts: readonly string[] | null) {
  const rows = await ctx.tx.registerRow.groupBy({
    by: ['registerId', 'state'],
    where: {
      registerId: { in: [...registerIds] },
      state: { not: 'withdrawn' },
      ...(parts ? { assignmentId: { in: [...parts] } } : {}),
    },
    _count: true,
  })
  const late = await ctx.tx.registerRow.groupBy({
    by: ['registerId'],
    where: {
      registerId: { in: [...registerIds] },
      state: 'open',
      dueOn: { lt: fromLocalDate(ctx.today) },
      ...(parts ? { assignmentId: { in: [...parts] } } : {}),
    },
    _count: true,
  })
  const of = (id: string): RowCounts => {
    const count = (state: string) => rows.find((r) => r.registerId === id && r.state === state)?._count ?? 0
    const [open, right] = [count('open'), count('put_right')]
    return {
      rows: open + right,
      open,
      put_right: right,
      overdue: late.find((r) => r.registerId === id)?._count ?? 0,
    }
  }
  return new Map(registerIds.map((id) => [id, of(id)]))
}

/** The registers of a task with the counts of what this person reads of them, and whether they may set up another. */
export async function listRegisters(ctx: Ctx, task: LoadedTask) {
  const registers = await ctx.tx.register.findMany({
    where: { taskId: task.id },
    orderBy: { no: 'asc' },
    select: { id: true, no: true, title: true, columns: true, closedAt: true },
  })
  const readable = readableParts(ctx, task)
  const parts = readable.length === task.assignments.length ? null : readable.map((one) => one.id)
  const counts = await countRows(
    ctx,
    registers.map((one) => one.id),
    parts,
  )
  return registers.map(({ id, no, title, columns, closedAt }) => ({
    id,
    no,
    title,
    tracked: isTracked(columns as never),
    closed: closedAt !== null,
    counts: counts.get(id) ?? none,
  }))
}

export type TaskRegister = Awaited<ReturnType<typeof listRegisters>>[number]

/** True where the person may set up indicators and milestones of the task now; registers once it went out. */
export function mayPlan(ctx: Ctx, task: LoadedTask): boolean {
  return isOpenTask(task.status) && !plannedOnCard(task) && can(ctx.actor, 'task.plan', task.facts)
}

/** The page of a register: its columns, a page of its rows, what of it this person may do. Throws not_found. */
export async function getRegister(
  ctx: Ctx,
  key: { taskNo: number; no: number },
  filter: RowFilter,
  language: string,
) {
  const loaded = await loadRegister(ctx, key)
  const { register, columns, task, readable, fillable, readsAll } = loaded
  const parts = readsAll ? null : readable.map((one) => one.id)
  const [page, counts, units] = await Promise.all([
    listRows(ctx, loaded, filter),
    countRows(ctx, [register.id], parts),
    readUnitNames(ctx, language),
  ])
  const named = new Map(
    columns
      .filter((one) => one.type === 'unit')
      .flatMap((one) => page.rows.map((row) => String(row.values[one.key] ?? '')))
      .map((id) => [id, units.nameOf(id)]),
  )
  return {
    ...headOf(loaded),
    columns,
    counts: counts.get(register.id) ?? none,
    page,
    parts: readable.map(partOf),
    mine: fillable.map(partOf),
    unitNames: Object.fromEntries(named),
    unitChoices: columns.some((one) => one.type === 'unit') ? units.choices : [],
    mayPlan: mayPlan(ctx, task),
  }
}

export type RegisterPage = Awaited<ReturnType<typeof getRegister>>

/** What every page of a register begins with. */
export function headOf({ register, columns, task }: LoadedRegister) {
  return {
    id: register.id,
    no: register.no,
    title: register.title,
    version: register.version,
    closed: register.closedAt !== null,
    tracked: isTracked(columns),
    personal: columns.filter(asksForPerson).map(({ name, nameEn }) => ({ name, nameEn })),
    task: { id: task.id, no: task.no, title: task.title },
  }
}

export type RegisterHead = ReturnType<typeof headOf>

export const partOf = ({ id, part, unit }: LoadedAssignment) => ({
  id,
  part,
  unit: { name: unit.name, nameEn: unit.nameEn },
})

/** The page of one row: its cells, its history, what may be done with it. Throws not_found, also for a row of a part that may not be read. */
export async function getRow(ctx: Ctx, key: { taskNo: number; no: number }, rowNo: number, language: string) {
  const loaded = await loadRegister(ctx, key)
  const row = await ctx.tx.registerRow.findUnique({
    where: { registerId_no: { registerId: loaded.register.id, no: Math.min(rowNo, 2_147_483_647) } },
  })
  const assignment = loaded.readable.find((one) => one.id === row?.assignmentId)
  if (!row || !assignment) return failNotFound()
  const units = await readUnitNames(ctx, language)
  return {
    ...headOf(loaded),
    columns: loaded.columns,
    unitChoices: loaded.columns.some((one) => one.type === 'unit') ? units.choices : [],
    row: {
      id: row.id,
      no: row.no,
      values: row.values as RowValues,
      state: row.state,
      withdrawReason: row.withdrawReason,
      version: row.version,
      part: partOf(assignment),
    },
    unitNames: Object.fromEntries(
      units.choices.length > 0 ? unitIds(loaded, row.values as RowValues, units.nameOf) : [],
    ),
    mayFill: row.state !== 'withdrawn' && loaded.fillable.some((one) => one.id === row.assignmentId),
    history: await readRowHistory(ctx, row.id),
  }
}

export type RowView = Awaited<ReturnType<typeof getRow>>

function unitIds({ columns }: LoadedRegister, values: RowValues, nameOf: (id: string) => string) {
  return columns
    .filter((one) => one.type === 'unit' && values[one.key])
    .map((one): [string, string] => [String(values[one.key]), nameOf(String(values[one.key]))])
}
