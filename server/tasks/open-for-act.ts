import type { Grant } from '@/domain/permissions/actor'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { loadAssignment, loadTask, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'
import { failRefused } from '@/server/errors'
import { assertVersion } from '@/server/versions'

type ActOnAssignment =
  | 'assignment.acknowledge'
  | 'assignment.refuse'
  | 'assignment.rule'
  | 'assignment.waive'
  | 'assignment.name_person'
  | 'assignment.hand_down'
  | 'task.reassign'
type ActOnTask =
  | 'task.conclude'
  | 'task.complete'
  | 'task.strike_off'
  | 'task.archive'
  | 'task.suspend'
  | 'task.resume'
  | 'task.terminate'
  | 'task.reopen'
  | 'task.return'
  | 'task.change_due'
  | 'task.name_people'

/**
 * What every act on an assignment begins with: the task locked, the right asked for, then the version: who may not do it learns
 * nothing of who changed it last. Nothing is done on the parts of a suspended task. Throws not_found, forbidden, conflict, refused.
 */
export async function openAssignment(
  ctx: Ctx,
  input: { assignmentId: string; version: number },
  permission: ActOnAssignment,
): Promise<{ assignment: LoadedAssignment; task: LoadedTask; as: Grant | null }> {
  const { assignment, task } = await loadAssignment(ctx, input.assignmentId, { lock: true })
  const as = assertCan(ctx.actor, permission, assignment.facts, task.mayRead)
  await assertVersion(ctx, { entityId: assignment.id, actual: assignment.version, expected: input.version })
  if (task.status === 'suspended') failRefused('task.rests')
  return { assignment, task, as }
}

/** As `openAssignment`, for an act on a whole task. */
export async function openTask(
  ctx: Ctx,
  input: { taskId: string; version: number },
  permission: ActOnTask,
): Promise<{ task: LoadedTask; as: Grant | null }> {
  const task = await loadTask(ctx, input.taskId, { lock: true })
  const as = assertCan(ctx.actor, permission, task.facts, task.mayRead)
  await assertVersion(ctx, { entityId: task.id, actual: task.version, expected: input.version })
  return { task, as }
}
