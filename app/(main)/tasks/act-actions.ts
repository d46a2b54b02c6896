import type { TaskAct } from '@/components/tasks/task-acts'
import type { ActionState } from '@/domain/action-state'
import {
  completeTaskAction,
  concludeTaskAction,
  reassignTaskAction,
  refuseAssignmentAction,
  ruleOnRefusalAction,
  strikeOffTaskAction,
  waiveAssignmentAction,
} from './actions'

type OnTask = ActionState<{ taskNo: number }>
export type TaskActAction = (state: OnTask, payload: FormData) => Promise<OnTask>

/** The action behind each step of a task's page. */
export const TASK_ACT_ACTIONS: Readonly<Record<TaskAct, TaskActAction>> = {
  refuse: refuseAssignmentAction,
  rule: ruleOnRefusalAction,
  reassign: reassignTaskAction,
  waive: waiveAssignmentAction,
  conclude: concludeTaskAction,
  complete: completeTaskAction,
  strike_off: strikeOffTaskAction,
}
