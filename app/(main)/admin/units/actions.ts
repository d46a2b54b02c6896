'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { createUnit, createUnitSchema } from '@/server/org/create-unit'
import { editUnit, editUnitSchema } from '@/server/org/edit-unit'
import { setGuidance, setGuidanceSchema } from '@/server/org/set-guidance'
import { defineAction } from '@/server/web/define-action'

type Result = { code: string }
type State = ActionState<Result>
const to = (done: string) => ({
  after: ({ code }: Result) => redirect(`/admin/units/${code}?done=${done}`),
})

const runCreate = defineAction('create-unit', createUnitSchema, createUnit, to('created'))
const runEdit = defineAction('edit-unit', editUnitSchema, editUnit, to('edited'))
const runGuidance = defineAction('set-guidance', setGuidanceSchema, setGuidance, to('guided'))

/** Adds a unit and shows it. */
export async function createUnitAction(before: State, form: FormData): Promise<State> {
  return runCreate(before, form)
}

/** Changes a unit and shows it. */
export async function editUnitAction(before: State, form: FormData): Promise<State> {
  return runEdit(before, form)
}

/** Sets whom a bureau guides and shows it. */
export async function setGuidanceAction(before: State, form: FormData): Promise<State> {
  return runGuidance(before, form)
}
