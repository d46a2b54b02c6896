import { plannedOnCard } from '@/domain/directives/draft/plan'
import { isOpenTask, UNDISPATCHED_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { failRefused } from '@/server/errors'
import type { LoadedTask } from '@/server/tasks/load-task'

/** Registers, indicators and later milestones are of tasks that went out and are still open. Refused otherwise. */
export function assertRunning(task: Pick<LoadedTask, 'status'>): void {
  if (UNDISPATCHED_TASK_STATUSES.includes(task.status)) failRefused('register.not_dispatched')
  if (!isOpenTask(task.status)) failRefused('register.task_not_open')
}

/** Indicators are also set up before the task goes out; of a draft of the office on its card in the workspace. Refused once it is closed. */
export function assertOpen(task: Pick<LoadedTask, 'status' | 'officeOwned'>): void {
  if (plannedOnCard(task)) failRefused('indicator.in_workspace')
  if (!isOpenTask(task.status)) failRefused('register.task_not_open')
}
