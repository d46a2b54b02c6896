'use server'

import type { ActionState } from '@/domain/action-state'
import { archiveTask, archiveTaskSchema } from '@/server/tasks/archive-task'
import { changeDueDate, changeDueDateSchema } from '@/server/tasks/change-due-date'
import { decideCompletion, decideCompletionSchema } from '@/server/tasks/decide-completion'
import {
  declineTask,
  declineTaskSchema,
  sendBackTask,
  sendBackTaskSchema,
} from '@/server/tasks/give-up-draft'
import { namePeople, namePeopleSchema } from '@/server/tasks/name-people'
import { namePerson, namePersonSchema } from '@/server/tasks/name-person'
import type { BatchResult } from '@/server/tasks/one-by-one'
import { reopenTask, reopenTaskSchema } from '@/server/tasks/reopen-task'
import { resumeTask, resumeTaskSchema } from '@/server/tasks/resume-task'
import { returnTask, returnTaskSchema } from '@/server/tasks/return-task'
import {
  archiveTasks,
  archiveTasksSchema,
  strikeOffTasks,
  strikeOffTasksSchema,
} from '@/server/tasks/strike-off-tasks'
import { suspendTask, suspendTaskSchema } from '@/server/tasks/suspend-task'
import { terminateTask, terminateTaskSchema } from '@/server/tasks/terminate-task'
import { defineAction } from '@/server/web/define-action'
import { redirectToTask } from './redirect-to-task'

const back = { after: redirectToTask }
const sendBack = defineAction('send-back-task', sendBackTaskSchema, sendBackTask, back)
const decline = defineAction('decline-task', declineTaskSchema, declineTask, back)
const giveBack = defineAction('return-task', returnTaskSchema, returnTask, back)
const decideOne = defineAction('decide-completion', decideCompletionSchema, decideCompletion)
const suspend = defineAction('suspend-task', suspendTaskSchema, suspendTask, back)
const resume = defineAction('resume-task', resumeTaskSchema, resumeTask, back)
const archive = defineAction('archive-task', archiveTaskSchema, archiveTask, back)
const reopen = defineAction('reopen-task', reopenTaskSchema, reopenTask, back)
const terminate = defineAction('terminate-task', terminateTaskSchema, terminateTask, back)
const changeDue = defineAction('change-due-date', changeDueDateSchema, changeDueDate, back)
const people = defineAction('name-people', namePeopleSchema, namePeople, back)
const person = defineAction('name-person', namePersonSchema, namePerson, back)
const strikeOffMany = defineAction('strike-off-tasks', strikeOffTasksSchema, strikeOffTasks)
const archiveMany = defineAction('archive-tasks', archiveTasksSchema, archiveTasks)

type OnTask = ActionState<{ taskNo: number }>
type OnMany = ActionState<BatchResult>

export async function sendBackTaskAction(state: OnTask, payload: FormData) {
  return sendBack(state, payload)
}
export async function declineTaskAction(state: OnTask, payload: FormData) {
  return decline(state, payload)
}
export async function returnTaskAction(state: OnTask, payload: FormData) {
  return giveBack(state, payload)
}
export async function decideCompletionAction(state: OnTask, payload: FormData) {
  return decideOne(state, payload)
}
export async function suspendTaskAction(state: OnTask, payload: FormData) {
  return suspend(state, payload)
}
export async function resumeTaskAction(state: OnTask, payload: FormData) {
  return resume(state, payload)
}
export async function archiveTaskAction(state: OnTask, payload: FormData) {
  return archive(state, payload)
}
export async function reopenTaskAction(state: OnTask, payload: FormData) {
  return reopen(state, payload)
}
export async function terminateTaskAction(state: OnTask, payload: FormData) {
  return terminate(state, payload)
}
export async function changeDueDateAction(state: OnTask, payload: FormData) {
  return changeDue(state, payload)
}
export async function namePeopleAction(state: OnTask, payload: FormData) {
  return people(state, payload)
}
export async function namePersonAction(state: OnTask, payload: FormData) {
  return person(state, payload)
}
export async function strikeOffTasksAction(state: OnMany, payload: FormData | object) {
  return strikeOffMany(state, payload)
}
export async function archiveTasksAction(state: OnMany, payload: FormData | object) {
  return archiveMany(state, payload)
}
