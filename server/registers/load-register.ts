import { can } from '@/domain/permissions/policy'
import { readColumns, type Column } from '@/domain/registers/columns'
import type { RowValues } from '@/domain/registers/read-row'
import { isOpenTask } from '@/domain/tasks/lifecycle'
import type { Prisma } from '@/prisma/generated/client'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { loadTask, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'
import { readsReportsOf } from '@/server/tasks/task-reports'

const FILLABLE: readonly string[] = ['acknowledged', 'in_progress', 'reported_done']

/** The rows of a register follow its reports: a person reads those of the assignments whose signed reports they may read. */
export function readableParts(ctx: Ctx, task: LoadedTask): LoadedAssignment[] {
  return task.assignments.filter((one) => readsReportsOf(ctx, one))
}

/** Why no row can be written for the assignment now; null where one can. */
export function fillObstacle(
  task: Pick<LoadedTask, 'status'>,
  assignment: Pick<LoadedAssignment, 'status'>,
  register: { closedAt: Date | null },
): string | null {
  if (register.closedAt) return 'register.closed'
  if (!isOpenTask(task.status) || task.status === 'suspended') return 'register.task_not_open'
  return FILLABLE.includes(assignment.status) ? null : 'register.assignment_not_open'
}

const select = {
  id: true,
  taskId: true,
  no: true,
  title: true,
  template: true,
  columns: true,
  closedAt: true,
  createdAt: true,
  version: true,
} satisfies Prisma.RegisterSelect

/** A register with its task and what of it this person reads and fills. Throws not_found, also for what may not be read. */
export async function loadRegister(ctx: Ctx, key: { id: string } | { taskNo: number; no: number }) {
  const where: Prisma.RegisterWhereInput =
    'id' in key ? key : { no: key.no, task: { no: Math.min(key.taskNo, 2_147_483_647) } }
  const row = await ctx.tx.register.findFirst({ where, select })
  if (!row) return failNotFound()
  const task = await loadTask(ctx, row.taskId)
  const readable = readableParts(ctx, task)
  if (!task.mayRead) return failNotFound()
  const { columns, ...register } = row
  return {
    register,
    columns: readColumns(columns),
    task,
    readable,
    /** Every row of the register is this person's to read. */
    readsAll: readable.length === task.assignments.length,
    fillable: task.assignments.filter(
      (one) => can(ctx.actor, 'register.fill', one.facts) && fillObstacle(task, one, register) === null,
    ),
  }
}

export type LoadedRegister = Awaited<ReturnType<typeof loadRegister>>

/** The part of a task in which the person fills the register now. Throws not_found, forbidden, refused. */
export function openPart(ctx: Ctx, loaded: LoadedRegister, assignmentId: string) {
  const assignment = loaded.task.assignments.find((one) => one.id === assignmentId)
  if (!assignment) return failNotFound()
  const reads = loaded.readable.some((one) => one.id === assignmentId)
  const as = assertCan(ctx.actor, 'register.fill', assignment.facts, reads || loaded.task.mayRead)
  const obstacle = fillObstacle(loaded.task, assignment, loaded.register)
  if (obstacle) failRefused(obstacle)
  return { assignment, as }
}

/** A row to be changed, with its register. A row that may not be read does not exist. Throws as `openPart`; refused where it is withdrawn. */
export async function openRow(ctx: Ctx, rowId: string) {
  const row = await ctx.tx.registerRow.findUnique({ where: { id: rowId } })
  if (!row) return failNotFound()
  const loaded = await loadRegister(ctx, { id: row.registerId })
  if (!loaded.readable.some((one) => one.id === row.assignmentId)) return failNotFound()
  const { assignment, as } = openPart(ctx, loaded, row.assignmentId)
  if (row.state === 'withdrawn') failRefused('register.row_withdrawn', { no: row.no })
  return { row: { ...row, values: row.values as RowValues }, loaded, assignment, as }
}

/** The column whose date says that a row was put right. Refused where the register has none. */
export function putRightColumn(columns: readonly Column[]): Column {
  return columns.find((one) => one.role === 'put_right') ?? failRefused('register.not_tracked')
}
