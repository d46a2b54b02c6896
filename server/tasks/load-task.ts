import type { AssignmentFacts, TaskFacts } from '@/domain/permissions/policy'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'

type Options = {
  /** Locks the task's row until the commit: for commands whose guard counts assignments, reports or child tasks. */
  lock?: boolean
}

/** A task with its directive, its assignments, and the facts that the policy asks for. Throws not_found. */
export async function loadTask(ctx: Ctx, taskId: string, { lock = false }: Options = {}) {
  if (lock) await ctx.tx.$queryRaw`SELECT id FROM tasks WHERE id = ${taskId}::uuid FOR UPDATE`
  const row = await ctx.tx.task.findUnique({
    where: { id: taskId },
    include: {
      directive: {
        select: { id: true, no: true, title: true, urgency: true, status: true, kind: true, version: true },
      },
      assignments: {
        orderBy: [{ part: 'asc' }, { dispatchedAt: 'asc' }, { id: 'asc' }],
        include: {
          unit: { select: { id: true, code: true, name: true, nameEn: true, kind: true, sort: true } },
        },
      },
      readers: { select: { unitId: true, assignmentId: true } },
    },
  })
  if (!row) return failNotFound()
  const facts = taskFacts(
    row,
    row.readers.map((reader) => reader.unitId),
  )
  const leadUnitId = row.assignments.find((a) => a.part === 'lead' && a.status !== 'replaced')?.unitId ?? null
  const assignments = row.assignments.map((assignment) => ({
    ...assignment,
    facts: {
      unitId: assignment.unitId,
      part: assignment.part,
      external: assignment.unit.kind === 'external',
      leadUnitId,
      lineageUnitIds: [
        assignment.unitId,
        ...row.readers
          .filter((r) => r.assignmentId === assignment.id && r.unitId !== assignment.unitId)
          .map((r) => r.unitId),
      ],
      task: facts,
    } satisfies AssignmentFacts,
  }))
  const { readers: _readers, ...task } = row
  return { ...task, assignments, facts, leadUnitId, mayRead: can(ctx.actor, 'task.read', facts) }
}

export type LoadedTask = Awaited<ReturnType<typeof loadTask>>
export type LoadedAssignment = LoadedTask['assignments'][number]

/** One assignment with its whole task. Throws not_found. */
export async function loadAssignment(ctx: Ctx, assignmentId: string, options: Options = {}) {
  const found = await ctx.tx.assignment.findUnique({ where: { id: assignmentId }, select: { taskId: true } })
  if (!found) return failNotFound()
  const task = await loadTask(ctx, found.taskId, options)
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
