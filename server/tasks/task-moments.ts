import type { AvailableEvent, Obstacle } from '@/domain/permissions/available-events'
import { can } from '@/domain/permissions/policy'
import { missingForReopening, missingForResuming, missingForReturning } from '@/domain/tasks/closing-guards'
import { isOpenTask, TASK_TABLE, UNDISPATCHED_TASK_STATUSES, type TaskEvent } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { countBelow, readAbove } from '@/server/tasks/handed-down'
import type { LoadedTask } from '@/server/tasks/load-task'
import { findWaitingSeq } from '@/server/tasks/return-task'

/** Acts on a whole task that have no place of their own on its page, in the order in which they stand. */
export const MOMENTS = [
  'send_back',
  'decline',
  'return',
  'resume',
  'strike_off',
  'archive',
  'change_due',
  'name_people',
  'suspend',
  'reopen',
  'terminate',
] as const
/** One of `MOMENTS`. */
export type MomentAct = (typeof MOMENTS)[number]

/** An act that the person's role holds: possible now, or why not. */
export type Moment = { act: MomentAct; possible: boolean; reason: Obstacle | null }

const BEFORE_DISPATCH: readonly MomentAct[] = ['send_back', 'decline']

/** What stands against the acts of `MOMENTS` besides the status; asked only where the status allows them. */
export async function momentObstacles(ctx: Ctx, task: LoadedTask) {
  const next = TASK_TABLE[task.status]
  const parent = next.resume || next.reopen ? await readAbove(ctx, task.parentAssignmentId) : null
  return {
    resume: next.resume ? missingForResuming({ parent }) : [],
    reopen: next.reopen ? missingForReopening({ parent, directive: task.directive.status }) : [],
    return: next.return ? missingForReturning({ waitingSeq: await findWaitingSeq(ctx, task) }) : [],
  }
}

/**
 * The acts on the whole task for this person: what is possible now, and of the rest why not yet. What is over for good is not named: a task that
 * went out is not sent back, a terminated one not reopened.
 */
export function momentsOf(
  ctx: Ctx,
  task: LoadedTask,
  events: readonly AvailableEvent<TaskEvent>[],
): Moment[] {
  const { status } = task
  const drafting = UNDISPATCHED_TASK_STATUSES.includes(status)
  return MOMENTS.flatMap((act): Moment[] => {
    if (act === 'change_due' || act === 'name_people') return settled(ctx, task, act)
    const found = events.find((one) => one.event === act)
    if (!found) return []
    if (found.possible) return [{ act, possible: true, reason: null }]
    const ahead = drafting ? BEFORE_DISPATCH.includes(act) && isOpenTask(status) : mayStillCome(task, act)
    if (!ahead) return []
    const reason =
      found.blockedBy === 'status' ? { code: `task.cannot_${act}`, params: { status } } : found.reason
    return [{ act, possible: false, reason }]
  })
}

function settled(ctx: Ctx, task: LoadedTask, act: 'change_due' | 'name_people'): Moment[] {
  if (!can(ctx.actor, `task.${act}`, task.facts)) return []
  const drafting = UNDISPATCHED_TASK_STATUSES.includes(task.status)
  const possible = isOpenTask(task.status) && !drafting && (act === 'name_people' || task.kind !== 'ongoing')
  return possible ? [{ act, possible, reason: null }] : []
}

/** Whether the moment of an act lies ahead of a task that went out: a closed one is struck off and archived, an open one closed first. */
function mayStillCome(task: LoadedTask, act: MomentAct): boolean {
  if (BEFORE_DISPATCH.includes(act) || act === 'resume') return false
  if (isOpenTask(task.status)) return act !== 'archive' && act !== 'reopen'
  return task.status === 'completed' ? act === 'archive' : act === 'reopen' && task.status === 'struck_off'
}

/** How many open tasks were handed down from the task: what rests or ends together with it. */
export async function readBelow(ctx: Ctx, task: LoadedTask, moments: readonly Moment[]): Promise<number> {
  const asked = moments.some((one) => one.possible && (one.act === 'suspend' || one.act === 'terminate'))
  return asked ? countBelow(ctx, task.id) : 0
}
