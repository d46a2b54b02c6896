import type { Act } from '@/domain/directives/draft/acts'
import { forEach } from './build-acts'
import type { DueChoice } from './due-editor'

/** Sets a date, or makes the tasks ongoing with a reporting cycle, as was typed. */
export function dueAct(taskIds: readonly string[], choice: DueChoice): Act {
  if (choice.kind === 'cycle') {
    return forEach(taskIds, (taskId) => ({ type: 'setKind', taskId, kind: 'ongoing', cycle: choice.cycle }))
  }
  const { on, basis, text } = choice
  return forEach(taskIds, (taskId) => ({ type: 'setDue', taskId, dueOn: on, basis, basisText: text }))
}
