'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { changePassword, changePasswordSchema, type ChangePasswordResult } from '@/server/org/change-password'
import {
  endAllSessions,
  endAllSessionsSchema,
  endOneSession,
  endOwnSessionSchema,
} from '@/server/org/own-sessions'
import { setOwnMail, setOwnMailSchema } from '@/server/org/set-own-mail'
import { leave } from '@/server/web/auth-entry'
import { defineAction } from '@/server/web/define-action'

const runEndOne = defineAction('end-one-session', endOwnSessionSchema, endOneSession, { revalidate: ['/me'] })
const runEndAll = defineAction('end-all-sessions', endAllSessionsSchema, endAllSessions)
const runChange = defineAction('change-password', changePasswordSchema, changePassword, {
  revalidate: ['/me'],
})

const runMail = defineAction('set-own-mail', setOwnMailSchema, setOwnMail, { revalidate: ['/me'] })

/** Changes the own mail address and switch. */
export async function setOwnMailAction(
  before: ActionState<void>,
  form: FormData,
): Promise<ActionState<void>> {
  return runMail(before, form)
}

/** Ends one of the person's own sessions. */
export async function endOneSessionAction(
  before: ActionState<unknown>,
  form: FormData,
): Promise<ActionState<unknown>> {
  return runEndOne(before as ActionState<void>, form)
}

/** Ends all of them, this one too, and asks to sign in. */
export async function endAllSessionsAction(): Promise<void> {
  await runEndAll({ status: 'idle' }, {})
  await leave()
  redirect('/sign-in?done=everywhere')
}

/** Changes the own password. What was typed is not handed back: passwords stay out of pages. */
export async function changePasswordAction(
  before: ActionState<ChangePasswordResult>,
  form: FormData,
): Promise<ActionState<ChangePasswordResult>> {
  const state = await runChange(before, form)
  return state.status === 'error' ? { ...state, values: {} } : state
}
