import { can } from '@/domain/permissions/policy'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { obstacleToHandDown } from '@/domain/tasks/hand-down'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { findReadableTask } from '@/server/tasks/get-task'
import { childFacts } from './open-breakdown'

/** Of task T`no` the part that the actor's unit may break down, with what stands against it now. Throws not_found. */
export async function findOwnPart(ctx: Ctx, no: number) {
  const task = await findReadableTask(ctx, no)
  const assignment = task.assignments.find(
    (one) =>
      isActiveAssignment(one.status) &&
      can(ctx.actor, 'report.write', one.facts) &&
      can(ctx.actor, 'task.draft', childFacts(task, one.unitId)),
  )
  if (!assignment) return failNotFound()
  return {
    task,
    assignment,
    obstacle: obstacleToHandDown(task.status, assignment.status),
    mayDispatch: can(ctx.actor, 'task.dispatch', childFacts(task, assignment.unitId)),
  }
}
