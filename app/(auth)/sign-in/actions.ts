'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import type { Failure, FieldFailure } from '@/domain/errors'
import { enterDemo, enterWithPassword, leave } from '@/server/web/auth-entry'
import { orNotFound } from '@/server/web/or-not-found'
import { safeNext } from '@/server/web/way-back'

const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const whereTo = (form: FormData) => safeNext(textOf(form, 'next')) ?? '/'

/** Signs in and goes where the person wanted to; otherwise hands back the account name, never the password. */
export async function signInAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const account = textOf(form, 'account').trim()
  const password = textOf(form, 'password')
  const keep = (failure: Omit<Failure, 'tag'>): ActionState<never> => ({
    status: 'error',
    failure: { tag: 'failure', ...failure },
    values: { account },
    at: Date.now(),
  })
  const fields: FieldFailure[] = []
  if (!account) fields.push({ path: 'account', code: 'signin.account_missing' })
  if (!password) fields.push({ path: 'password', code: 'signin.password_missing' })
  if (fields.length > 0) return keep({ kind: 'invalid', code: 'form.invalid', fields })
  const outcome = await enterWithPassword(account, password)
  switch (outcome.kind) {
    case 'signed_in':
      return redirect(whereTo(form))
    case 'wrong':
      return keep({ kind: 'refused', code: 'signin.wrong', params: { left: outcome.triesLeft } })
    case 'locked':
      return keep({ kind: 'refused', code: 'signin.locked', params: { until: outcome.until.toISOString() } })
    case 'busy':
      return keep({ kind: 'refused', code: 'signin.busy' })
  }
}

/** A button of the demo: signs in as that role. In a production it answers not found. */
export async function demoSignInAction(form: FormData): Promise<void> {
  await orNotFound(enterDemo(textOf(form, 'role')))
  redirect(whereTo(form))
}

/** 退出 */
export async function signOutAction(): Promise<void> {
  await leave()
  redirect('/sign-in')
}
