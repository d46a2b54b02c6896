'use server'

import { redirect } from 'next/navigation'
import type { Choice } from '@/components/ui/use-choices'
import type { ActionState } from '@/domain/action-state'
import { createPerson, createPersonSchema } from '@/server/org/create-person'
import { editPerson, editPersonSchema } from '@/server/org/edit-person'
import { markPersonLeft, markPersonLeftSchema } from '@/server/org/mark-person-left'
import { listAdminPeople } from '@/server/org/list-admin-people'
import { requireCtx } from '@/server/web/ctx'
import { defineAction } from '@/server/web/define-action'

type Result = { account: string }
type State = ActionState<Result>
const to = (done: string) => ({
  after: ({ account }: Result) => redirect(`/admin/users/${account}?done=${done}`),
})

const runCreate = defineAction('create-person', createPersonSchema, createPerson, to('created'))
const runEdit = defineAction('edit-person', editPersonSchema, editPerson, to('edited'))
const runLeft = defineAction('mark-person-left', markPersonLeftSchema, markPersonLeft, to('left'))

/** Adds a person and shows them. */
export async function createPersonAction(before: State, form: FormData): Promise<State> {
  return runCreate(before, form)
}

/** Changes a person and shows them. */
export async function editPersonAction(before: State, form: FormData): Promise<State> {
  return runEdit(before, form)
}

/** Marks a person as left and shows them. */
export async function markPersonLeftAction(before: State, form: FormData): Promise<State> {
  return runLeft(before, form)
}

/** People who may take over, for the picker. */
export async function searchSuccessorsAction(query: string): Promise<Choice[]> {
  const ctx = await requireCtx()
  const words = String(query).trim().slice(0, 100)
  const { rows } = await listAdminPeople(ctx, { words, status: 'active' })
  return rows.map(({ id, name, nameEn, account }) => ({
    id,
    label: ctx.locale === 'en' ? nameEn || name : name,
    description: account,
  }))
}
