import { isPossible, type AvailableEvent } from '@/domain/permissions/available-events'
import { can } from '@/domain/permissions/policy'
import type { TaskEvent } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import type { LoadedTask } from '@/server/tasks/load-task'
import type { TaskPart } from '@/server/tasks/task-parts'
import type { ShownReport } from '@/server/tasks/task-reports'

/** The one act that the page of a task offers first (screens.md §6): by what the person may do now, the own unit's first. */
export type PrimaryAct =
  | { act: 'acknowledge' | 'rule' | 'report'; partId: string }
  | { act: 'sign_off' | 'review'; reportId: string }
  | { act: 'complete' | 'strike_off' | 'decompose' }

type Known = {
  parts: readonly TaskPart[]
  reports: readonly ShownReport[]
  events: readonly AvailableEvent<TaskEvent>[]
  /** A report from below that waits for this person's unit (`findWaitingBelow`). */
  waitingBelow: string | null
}

/** Chooses it; null where nothing waits for this person. */
export function primaryOf(ctx: Ctx, task: LoadedTask, known: Known): PrimaryAct | null {
  const { parts, reports, events, waitingBelow } = known
  const partWith = (act: 'acknowledge' | 'rule' | 'report') => parts.find((one) => one.acts[act])
  const acknowledge = partWith('acknowledge')
  if (acknowledge) return { act: 'acknowledge', partId: acknowledge.id }
  const unsigned = parts.find((one) => one.acts.signOff)?.acts.signOff
  if (unsigned) return { act: 'sign_off', reportId: unsigned }
  const refused = partWith('rule')
  if (refused) return { act: 'rule', partId: refused.id }
  // Oldest first: the one that has waited longest.
  const waiting = [...reports].reverse().find((one) => one.waitsForMyReview)
  if (waiting) return { act: 'review', reportId: waiting.id }
  if (waitingBelow) return { act: 'review', reportId: waitingBelow }
  if (isPossible(events, 'complete')) return { act: 'complete' }
  if (isPossible(events, 'strike_off')) return { act: 'strike_off' }
  const report = partWith('report')
  if (report) return { act: 'report', partId: report.id }
  const workspace = ['draft', 'awaiting_approval', 'approved'].includes(task.status)
  return workspace && can(ctx.actor, 'task.draft', task.facts) ? { act: 'decompose' } : null
}
