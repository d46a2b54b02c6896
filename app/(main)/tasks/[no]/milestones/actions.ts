'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { addMilestone, addMilestoneSchema } from '@/server/milestones/add-milestone'
import { markMilestone, markMilestoneSchema } from '@/server/milestones/mark-milestone'
import {
  dropMilestone,
  dropMilestoneSchema,
  redateMilestone,
  redateMilestoneSchema,
} from '@/server/milestones/redate-milestone'
import { defineAction } from '@/server/web/define-action'

type State = ActionState<unknown>
const back = { after: ({ taskNo }: { taskNo: number }) => redirect(`/tasks/T${taskNo}/milestones`) }
const add = defineAction('add-milestone', addMilestoneSchema, addMilestone, back)
const mark = defineAction('mark-milestone', markMilestoneSchema, markMilestone, back)
const redate = defineAction('redate-milestone', redateMilestoneSchema, redateMilestone, back)
const drop = defineAction('drop-milestone', dropMilestoneSchema, dropMilestone, back)

export async function addMilestoneAction(state: State, payload: FormData): Promise<State> {
  return add(state, payload)
}
export async function markMilestoneAction(state: State, payload: FormData): Promise<State> {
  return mark(state, payload)
}
export async function redateMilestoneAction(state: State, payload: FormData): Promise<State> {
  return redate(state, payload)
}
export async function dropMilestoneAction(state: State, payload: FormData): Promise<State> {
  return drop(state, payload)
}
