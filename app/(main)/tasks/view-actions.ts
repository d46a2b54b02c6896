'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { changeView, changeViewSchema } from '@/server/tasks/change-view'
import { removeView, removeViewSchema } from '@/server/tasks/remove-view'
import { saveView, saveViewSchema } from '@/server/tasks/save-view'
import { defineAction } from '@/server/web/define-action'

// The address of the view is the screen that was kept.
const toView = { after: ({ href }: { href: string }) => redirect(href) }
const save = defineAction('create-view', saveViewSchema, saveView, toView)
const change = defineAction('change-view', changeViewSchema, changeView, toView)
const remove = defineAction('remove-view', removeViewSchema, removeView, toView)

type OnView = ActionState<{ href: string }>

export async function saveViewAction(state: OnView, payload: FormData) {
  return save(state, payload)
}
export async function changeViewAction(state: OnView, payload: FormData) {
  return change(state, payload)
}
export async function removeViewAction(state: OnView, payload: FormData) {
  return remove(state, payload)
}
