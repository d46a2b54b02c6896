import { can } from '@/domain/permissions/policy'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { obstacleToHandDown } from '@/domain/tasks/hand-down'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { findReadableTask } from '@/server/tasks/get-task'
import { listHandDownReceivers } from '@/server/tasks/hand-down-receivers'
import type { LoadedAssignment, LoadedTask } from '@/server/tasks/load-task'
import { readLevels, readRollUps } from '@/server/tasks/roll-up'
import { readsReportsOf } from '@/server/tasks/task-reports'

/**
 * 下级承办 of a task for this person: for each part that they read in full what its unit handed down and how that stands, one
 * level and all below; whether the own unit may hand down now; and who handed it down to the own unit, with what words.
 */
export async function getTaskBelow(ctx: Ctx, no: number) {
  const task = await findReadableTask(ctx, no)
  const parts = task.assignments.filter((one) => isActiveAssignment(one.status) && readsReportsOf(ctx, one))
  const direct = await readRollUps(
    ctx,
    parts.map((one) => one.id),
  )
  const [nodes, mine, given, childTasks] = await Promise.all([
    Promise.all(parts.filter((one) => direct.has(one.id)).map((one) => toNode(ctx, one, direct.get(one.id)))),
    readHandDown(ctx, task),
    readGiven(ctx, parts),
    readChildTasks(ctx, parts),
  ])
  return { no: task.no, nodes, mine, given, childTasks }
}

export type TaskBelow = Awaited<ReturnType<typeof getTaskBelow>>

async function toNode(ctx: Ctx, part: LoadedAssignment, direct: RollUps) {
  const levels = await readLevels(ctx, part.id)
  const deeper = levels.reduce((sum, level) => sum + level.total, 0) > (direct?.total ?? 0)
  return {
    assignmentId: part.id,
    unit: { name: part.unit.name, nameEn: part.unit.nameEn },
    own: { claimed: part.claimedProgress, verified: part.verifiedProgress },
    direct,
    /** Only where there is more than the one level. */
    levels: deeper ? levels : [],
  }
}
type RollUps = ReturnType<Awaited<ReturnType<typeof readRollUps>>['get']>

/** The own assignment that may be handed down, or why not now; null where the person's unit has nothing below it, or no part in the task. */
async function readHandDown(ctx: Ctx, task: LoadedTask) {
  const mayDraft = (unitId: string) =>
    can(ctx.actor, 'task.draft', { ...task.facts, officeOwned: false, ownerUnitId: unitId, status: 'draft' })
  const own = task.assignments.find(
    (one) =>
      isActiveAssignment(one.status) &&
      can(ctx.actor, 'report.write', one.facts) &&
      (can(ctx.actor, 'assignment.hand_down', one.facts) || mayDraft(one.unitId)),
  )
  if (!own || (await listHandDownReceivers(ctx, own.unitId)).length === 0) return null
  return {
    assignmentId: own.id,
    obstacle: obstacleToHandDown(task.status, own.status),
    /** A liaison drafts child tasks; to hand down whole is the head's. */
    whole: can(ctx.actor, 'assignment.hand_down', own.facts),
  }
}

async function readGiven(ctx: Ctx, parts: readonly LoadedAssignment[]) {
  const own = parts.find((one) => one.parentAssignment !== null)
  if (!own?.parentAssignment) return null
  const from = await ctx.tx.unit.findUniqueOrThrow({
    where: { id: own.parentAssignment.unitId },
    select: { name: true, nameEn: true },
  })
  return { from, note: own.note }
}

/** Tasks into which the readable parts were broken down; drafts only for who drafts them (`task.read`). At most fifty. */
async function readChildTasks(ctx: Ctx, parts: readonly LoadedAssignment[]) {
  const rows = await ctx.tx.task.findMany({
    where: { parentAssignmentId: { in: parts.map((one) => one.id) }, status: { not: 'draft' } },
    orderBy: { no: 'asc' },
    take: 50,
    select: {
      no: true,
      title: true,
      status: true,
      dueOn: true,
      verifiedProgress: true,
      claimedProgress: true,
    },
  })
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: toLocalDateOrNull(dueOn) }))
}
