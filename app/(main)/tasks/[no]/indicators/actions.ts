'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import {
  dropIndicator,
  dropIndicatorSchema,
  editIndicator,
  editIndicatorSchema,
  setUpIndicator,
  setUpIndicatorSchema,
} from '@/server/indicators/set-up-indicator'
import { defineAction } from '@/server/web/define-action'

type State = ActionState<unknown>
const back = { after: ({ taskNo }: { taskNo: number }) => redirect(`/tasks/T${taskNo}#indicators`) }
const setUp = defineAction('set-up-indicator', setUpIndicatorSchema, setUpIndicator, back)
const edit = defineAction('edit-indicator', editIndicatorSchema, editIndicator, back)
const drop = defineAction('drop-indicator', dropIndicatorSchema, dropIndicator, back)

export async function setUpIndicatorAction(state: State, payload: FormData): Promise<State> {
  return setUp(state, payload)
}
export async function editIndicatorAction(state: State, payload: FormData): Promise<State> {
  return edit(state, payload)
}
export async function dropIndicatorAction(state: State, payload: FormData): Promise<State> {
  return drop(state, payload)
}
