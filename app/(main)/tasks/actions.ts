'use server'

import type { ActionState } from '@/domain/action-state'
import {
  acknowledgeAssignment,
  acknowledgeAssignments,
  acknowledgeAssignmentSchema,
  acknowledgeAssignmentsSchema,
} from '@/server/tasks/acknowledge-assignment'
import { completeTask, completeTaskSchema } from '@/server/tasks/complete-task'
import { concludeTask, concludeTaskSchema } from '@/server/tasks/conclude-task'
import { reassignTask, reassignTaskSchema } from '@/server/tasks/reassign-task'
import { refuseAssignment, refuseAssignmentSchema } from '@/server/tasks/refuse-assignment'
import { ruleOnRefusal, ruleOnRefusalSchema } from '@/server/tasks/rule-on-refusal'
import { strikeOffTask, strikeOffTaskSchema } from '@/server/tasks/strike-off-task'
import { waiveAssignment, waiveAssignmentSchema } from '@/server/tasks/waive-assignment'
import { defineAction } from '@/server/web/define-action'
import { redirectToTask } from './redirect-to-task'

const back = { after: redirectToTask }
const acknowledge = defineAction('acknowledge-assignment', acknowledgeAssignmentSchema, acknowledgeAssignment)
const acknowledgeMany = defineAction(
  'acknowledge-assignments',
  acknowledgeAssignmentsSchema,
  acknowledgeAssignments,
)
const refuse = defineAction('refuse-assignment', refuseAssignmentSchema, refuseAssignment, back)
const rule = defineAction('rule-on-refusal', ruleOnRefusalSchema, ruleOnRefusal, back)
const reassign = defineAction('reassign-task', reassignTaskSchema, reassignTask, back)
const waive = defineAction('waive-assignment', waiveAssignmentSchema, waiveAssignment, back)
const conclude = defineAction('conclude-task', concludeTaskSchema, concludeTask, back)
const complete = defineAction('complete-task', completeTaskSchema, completeTask, back)
const strikeOff = defineAction('strike-off-task', strikeOffTaskSchema, strikeOffTask, back)

type Of<R> = ActionState<R>
type OnTask = Of<{ taskNo: number }>

export async function acknowledgeAssignmentAction(state: OnTask, payload: FormData) {
  return acknowledge(state, payload)
}
export async function acknowledgeAssignmentsAction(
  state: Of<Awaited<ReturnType<typeof acknowledgeAssignments>>>,
  payload: FormData | object,
) {
  return acknowledgeMany(state, payload)
}
export async function refuseAssignmentAction(state: OnTask, payload: FormData) {
  return refuse(state, payload)
}
export async function ruleOnRefusalAction(state: OnTask, payload: FormData) {
  return rule(state, payload)
}
export async function reassignTaskAction(state: OnTask, payload: FormData) {
  return reassign(state, payload)
}
export async function waiveAssignmentAction(state: OnTask, payload: FormData) {
  return waive(state, payload)
}
export async function concludeTaskAction(state: OnTask, payload: FormData) {
  return conclude(state, payload)
}
export async function completeTaskAction(state: OnTask, payload: FormData) {
  return complete(state, payload)
}
export async function strikeOffTaskAction(state: OnTask, payload: FormData) {
  return strikeOff(state, payload)
}
