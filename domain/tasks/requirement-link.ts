import { isOpenTask, type TaskStatus } from './lifecycle'

/** What the rule of linking reads of a task. */
export type LinkFacts = { id: string; status: TaskStatus; ownerUnitId: string }

/**
 * Why two tasks cannot be linked as the same requirement, null where they can. Both must be open, and of one owner: a group is never mixed, so
 * that whoever may link one of it may link any.
 */
export function obstacleToLink(a: LinkFacts, b: LinkFacts): 'same_task' | 'not_open' | 'other_owner' | null {
  if (a.id === b.id) return 'same_task'
  if (!isOpenTask(a.status) || !isOpenTask(b.status)) return 'not_open'
  return a.ownerUnitId === b.ownerUnitId ? null : 'other_owner'
}
