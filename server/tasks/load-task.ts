import type { AssignmentFacts, TaskFacts } from '@/domain/permissions/policy'
import { reachOf } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { homeUnitIds } from '@/server/tasks/scope'

type Options = {
  /** Locks the task's row until the commit: for commands whose guard counts assignments, reports or child tasks. */
  lock?: boolean
  /**
   * Of a task that was handed down to hundreds only what is near: its own parts (lead, supporting), those of the units at
   * which the actor sits, and this one. What must count all of them asks the database (`count-below.ts`).
   */
  near?: { assignmentId?: string }
}

/** The assignments that `near` leaves, as a `where`. */
function nearTo(ctx: Ctx, { assignmentId }: { assignmentId?: string }): Prisma.AssignmentWhereInput {
  const mine = homeUnitIds(ctx.actor)
  return {
    OR: [
      { parentAssignmentId: null },
      ...(mine.length > 0 ? [{ unitId: { in: mine } }] : []),
      ...(assignmentId ? [{ id: assignmentId }] : []),
    ],
  }
}

/** The units that read these tasks, by task, as far as they bear on this actor; all of them without `near`. */
async function readReaderUnits(
  ctx: Ctx,
  taskIds: readonly string[],
  near: boolean,
): Promise<ReadonlyMap<string, string[]>> {
  const reach = Prisma.sql`unit_id = ANY(${reachOf(ctx.actor)}::uuid[])`
  const rows = await ctx.tx.$queryRaw<{ task_id: string; unit_id: string }[]>`
    SELECT DISTINCT task_id, unit_id FROM assignment_readers WHERE task_id = ANY(${[...taskIds]}::uuid[]) AND ${near ? reach : Prisma.sql`TRUE`}`
  const units = new Map<string, string[]>()
  for (const { task_id, unit_id } of rows) {
    const list = units.get(task_id)
    if (list) list.push(unit_id)
    else units.set(task_id, [unit_id])
  }
  return units
}

/** What is read of a task: its directive, and of its assignments those of the `where`. */
const loadedOf = (where?: Prisma.AssignmentWhereInput) =>
  ({
    directive: {
      select: { id: true, no: true, title: true, urgency: true, status: true, kind: true, version: true },
    },
    assignments: {
      where,
      orderBy: [{ part: 'asc' }, { dispatchedAt: 'asc' }, { id: 'asc' }],
      include: {
        unit: { select: { id: true, code: true, name: true, nameEn: true, kind: true, sort: true } },
        responsiblePerson: { select: { id: true, name: true, nameEn: true } },
        readers: { select: { unitId: true } },
        parentAssignment: { select: { unitId: true } },
      },
    },
  }) satisfies Prisma.TaskInclude

/** A task with its directive, its assignments, and the facts that the policy asks for. Throws not_found. */
export async function loadTask(ctx: Ctx, taskId: string, { lock = false, near }: Options = {}) {
  if (lock) await ctx.tx.$queryRaw`SELECT id FROM tasks WHERE id = ${taskId}::uuid FOR NO KEY UPDATE`
  const row = await ctx.tx.task.findUnique({
    where: { id: taskId },
    include: loadedOf(near && nearTo(ctx, near)),
  })
  if (!row) return failNotFound()
  const readers = await readReaderUnits(ctx, [taskId], near !== undefined)
  return withFacts(ctx, row, readers.get(taskId) ?? [])
}

/**
 * As `loadTask` for many, in the order of their ids, with their own parts and, of what was handed down, these assignments alone; tasks
 * that do not exist are left out. With `lock`, their rows are locked in that order too.
 */
export async function loadTasks(
  ctx: Ctx,
  taskIds: readonly string[],
  { lock = false, assignmentIds = [] }: { lock?: boolean; assignmentIds?: readonly string[] } = {},
): Promise<LoadedTask[]> {
  const ids = [...new Set(taskIds)].sort()
  if (lock)
    await ctx.tx.$queryRaw`SELECT id FROM tasks WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const rows = await ctx.tx.task.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    include: loadedOf({ OR: [{ parentAssignmentId: null }, { id: { in: [...assignmentIds] } }] }),
  })
  const readers = await readReaderUnits(ctx, ids, true)
  return rows.map((row) => withFacts(ctx, row, readers.get(row.id) ?? []))
}

function withFacts(
  ctx: Ctx,
  row: Prisma.TaskGetPayload<{ include: ReturnType<typeof loadedOf> }>,
  readerUnitIds: readonly string[],
) {
  const facts = taskFacts(row, readerUnitIds)
  const leadUnitId = row.assignments.find((a) => a.part === 'lead' && a.status !== 'replaced')?.unitId ?? null
  const assignments = row.assignments.map(({ readers, ...assignment }) => ({
    ...assignment,
    facts: {
      unitId: assignment.unitId,
      part: assignment.part,
      external: assignment.unit.kind === 'external',
      leadUnitId,
      lineageUnitIds: [
        assignment.unitId,
        ...readers.map((reader) => reader.unitId).filter((id) => id !== assignment.unitId),
      ],
      task: facts,
    } satisfies AssignmentFacts,
  }))
  return { ...row, assignments, facts, leadUnitId, mayRead: can(ctx.actor, 'task.read', facts) }
}

export type LoadedTask = Awaited<ReturnType<typeof loadTask>>
export type LoadedAssignment = LoadedTask['assignments'][number]

/** The unit that an assignment answers to: the one that handed it down, else the task's owner. */
export function overseerOf(
  task: Pick<LoadedTask, 'ownerUnitId'>,
  { parentAssignment }: Pick<LoadedAssignment, 'parentAssignment'>,
): string {
  return parentAssignment?.unitId ?? task.ownerUnitId
}

/** One assignment with what is near of its task. Throws not_found. */
export async function loadAssignment(ctx: Ctx, assignmentId: string, { lock }: { lock?: boolean } = {}) {
  const found = await ctx.tx.assignment.findUnique({ where: { id: assignmentId }, select: { taskId: true } })
  if (!found) return failNotFound()
  const task = await loadTask(ctx, found.taskId, { lock, near: { assignmentId } })
  const assignment = task.assignments.find((one) => one.id === assignmentId)
  return assignment ? { assignment, task } : failNotFound()
}

type FactRow = {
  id: string
  status: TaskFacts['status']
  ownerUnitId: string
  officeOwned: boolean
  submittedAt: Date | null
  dispatchedAt: Date | null
}

/** What `taskFacts` asks for. */
export const taskFactsSelect = {
  id: true,
  status: true,
  ownerUnitId: true,
  officeOwned: true,
  submittedAt: true,
  dispatchedAt: true,
  readers: { select: { unitId: true } },
} satisfies Prisma.TaskSelect

/** The policy's facts of a task row and the units of its readers. */
export function taskFacts(row: FactRow, readerUnitIds: readonly string[]): TaskFacts {
  return {
    id: row.id,
    status: row.status,
    ownerUnitId: row.ownerUnitId,
    officeOwned: row.officeOwned,
    readerUnitIds: [...new Set(readerUnitIds)],
    submitted: row.submittedAt !== null,
    dispatched: row.dispatchedAt !== null,
  }
}
