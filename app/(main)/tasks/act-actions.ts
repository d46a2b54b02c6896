import type { TaskAct } from '@/components/tasks/task-acts'
import type { ActionState } from '@/domain/action-state'
import {
  acknowledgeAssignmentAction,
  completeTaskAction,
  concludeTaskAction,
  reassignTaskAction,
  refuseAssignmentAction,
  ruleOnRefusalAction,
  strikeOffTaskAction,
  waiveAssignmentAction,
} from './actions'

import {
  archiveTaskAction,
  changeDueDateAction,
  declineTaskAction,
  namePeopleAction,
  namePersonAction,
  reopenTaskAction,
  resumeTaskAction,
  returnTaskAction,
  sendBackTaskAction,
  suspendTaskAction,
  terminateTaskAction,
} from './closing-actions'
import { linkRequirementsAction, unlinkRequirementAction } from './requirement-actions'

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
  name_person: namePersonAction,
  send_back: sendBackTaskAction,
  decline: declineTaskAction,
  return: returnTaskAction,
  resume: resumeTaskAction,
  archive: archiveTaskAction,
  change_due: changeDueDateAction,
  name_people: namePeopleAction,
  suspend: suspendTaskAction,
  reopen: reopenTaskAction,
  terminate: terminateTaskAction,
}

/** All that a task's page does. */
export const TASK_PAGE_ACTIONS = {
  acknowledge: acknowledgeAssignmentAction,
  acts: TASK_ACT_ACTIONS,
  alike: { link: linkRequirementsAction, unlink: unlinkRequirementAction },
}
