import type { Grant } from '@/domain/permissions/actor'
import { recordAudits } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import { refreshTasks } from '@/server/tasks/refresh-task'

type Below = { id: string; unit_id: string; unit: string; status: string; waiting: boolean }

/** Open assignments that descend from this one within its task, however deep. One statement. */
async function openDescendants(ctx: Ctx, assignmentId: string): Promise<Below[]> {
  return ctx.tx.$queryRaw<Below[]>`
    WITH RECURSIVE down AS (
      SELECT id FROM assignments WHERE parent_assignment_id = ${assignmentId}::uuid
      UNION ALL SELECT a.id FROM down JOIN assignments a ON a.parent_assignment_id = down.id
    )
    SELECT a.id, a.unit_id, u.name AS unit, a.status::text AS status,
      EXISTS (SELECT FROM reports r WHERE r.assignment_id = a.id AND r.status = 'submitted') AS waiting
    FROM down JOIN assignments a ON a.id = down.id JOIN units u ON u.id = a.unit_id
    WHERE a.status NOT IN ('accepted', 'waived', 'replaced')`
}

async function countOpenChildTasks(ctx: Ctx, assignmentIds: readonly string[]): Promise<number> {
  return ctx.tx.task.count({
    where: {
      parentAssignmentId: { in: [...assignmentIds] },
      status: { notIn: ['declined', 'completed', 'struck_off', 'terminated', 'archived'] },
    },
  })
}

/**
 * A level is done once what descends from it is: refuses to accept its completion while an assignment or a child task below it is
 * open, and says how many.
 */
export async function assertNothingOpenBelow(ctx: Ctx, assignmentId: string): Promise<void> {
  const open = await openDescendants(ctx, assignmentId)
  if (open.length > 0) failRefused('cascade.children_open', { count: open.length })
  const tasks = await countOpenChildTasks(ctx, [assignmentId])
  if (tasks > 0) failRefused('cascade.child_tasks_open', { count: tasks })
}

type Waiver = { task: LoadedTask; assignment: LoadedAssignment; reason: string; as: Grant | null }

/**
 * Nothing more is asked of a unit: nor of those to whom it handed the task down. Waives what is open below it in one write, each
 * with its entry and notice. Refused while a report from there waits for its review, or a child task is open. Returns their ids.
 */
export async function waiveBelow(ctx: Ctx, { task, assignment, reason, as }: Waiver): Promise<string[]> {
  const open = await openDescendants(ctx, assignment.id)
  const ids = open.map((one) => one.id)
  const waiting = open.filter((one) => one.waiting).length
  if (waiting > 0) failRefused('cascade.below_awaits_review', { count: waiting })
  const tasks = await countOpenChildTasks(ctx, [assignment.id, ...ids])
  if (tasks > 0) failRefused('cascade.child_tasks_open', { count: tasks })
  if (open.length === 0) return []
  await ctx.tx.assignment.updateMany({
    where: { id: { in: ids } },
    data: { status: 'waived', closeReason: reason, version: { increment: 1 } },
  })
  const about = { as, entity: 'assignment', taskId: task.id, directiveId: task.directiveId }
  await recordAudits(
    ctx,
    open.map(({ id, unit_id: unitId, unit, status }) => ({
      ...about,
      event: 'assignment.waived' as const,
      entityId: id,
      unitId,
      before: { status },
      after: { status: 'waived', part: 'local', unit, reason, with: assignment.unit.name },
    })),
  )
  const params = { no: task.no, title: task.title, reason }
  await notify(
    ctx,
    ...open.map((one) => ({ unitId: one.unit_id, event: 'assignment.waived', params, taskId: task.id })),
  )
  return ids
}

type Heir = { id: string; unit: { id: string; name: string } }

/**
 * Another unit takes an assignment over: what was handed down hangs on it from now; child tasks, drafts and closed ones too, are the new
 * unit's, each with its entry.
 */
export async function rehangBelow(
  ctx: Ctx,
  from: Pick<LoadedAssignment, 'id' | 'unit'>,
  to: Heir,
  as: Grant | null,
): Promise<void> {
  await ctx.tx.assignment.updateMany({
    where: { parentAssignmentId: from.id, status: { not: 'replaced' } },
    data: { parentAssignmentId: to.id },
  })
  const children = await ctx.tx.task.updateManyAndReturn({
    where: { parentAssignmentId: from.id },
    data: { parentAssignmentId: to.id, ownerUnitId: to.unit.id },
    select: { id: true, directiveId: true },
  })
  if (children.length === 0) return
  await recordAudits(
    ctx,
    children.map((child) => ({
      event: 'task.owner_changed' as const,
      as,
      entity: 'task',
      entityId: child.id,
      taskId: child.id,
      directiveId: child.directiveId,
      unitId: to.unit.id,
      before: { unit: from.unit.name },
      after: { unit: to.unit.name },
    })),
  )
  // Whose move it is may be the owner's.
  await refreshTasks(
    ctx,
    children.map((child) => child.id),
  )
}
