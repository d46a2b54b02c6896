'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { createRegister, createRegisterSchema } from '@/server/registers/create-register'
import { editRegister, editRegisterSchema } from '@/server/registers/edit-register'
import { putRowRight, putRowRightSchema, withdrawRow, withdrawRowSchema } from '@/server/registers/end-row'
import { addRow, addRowSchema, changeRow, changeRowSchema } from '@/server/registers/fill-row'
import { defineAction } from '@/server/web/define-action'

type State = ActionState<unknown>
const home = ({ taskNo, no }: { taskNo: number; no: number }) => `/tasks/T${taskNo}/registers/${no}`
const toRegister = { after: (result: { taskNo: number; no: number }) => redirect(home(result)) }
const toRow = {
  after: (result: { taskNo: number; no: number; row: number }) =>
    redirect(`${home(result)}/rows/${result.row}`),
}
const create = defineAction('create-register', createRegisterSchema, createRegister, toRegister)
const edit = defineAction('edit-register', editRegisterSchema, editRegister, toRegister)
const add = defineAction('add-row', addRowSchema, addRow, toRegister)
const change = defineAction('change-row', changeRowSchema, changeRow, toRow)
const right = defineAction('put-row-right', putRowRightSchema, putRowRight, toRow)
const withdraw = defineAction('withdraw-row', withdrawRowSchema, withdrawRow, toRow)

export async function createRegisterAction(state: State, payload: FormData): Promise<State> {
  return create(state, payload)
}
export async function editRegisterAction(state: State, payload: FormData): Promise<State> {
  return edit(state, payload)
}
export async function addRowAction(state: State, payload: FormData): Promise<State> {
  return add(state, payload)
}
export async function changeRowAction(state: State, payload: FormData): Promise<State> {
  return change(state, payload)
}
export async function putRowRightAction(state: State, payload: FormData): Promise<State> {
  return right(state, payload)
}
export async function withdrawRowAction(state: State, payload: FormData): Promise<State> {
  return withdraw(state, payload)
}
