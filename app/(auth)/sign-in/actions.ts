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

type Attempt = { failure: Omit<Failure, 'tag'> } | { failure: null }

/** Signs in by what the form says; what stands against it, or null. */
async function enter(form: FormData): Promise<Attempt> {
  const account = textOf(form, 'account').trim()
  const password = textOf(form, 'password')
  const fields: FieldFailure[] = []
  if (!account) fields.push({ path: 'account', code: 'signin.account_missing' })
  if (!password) fields.push({ path: 'password', code: 'signin.password_missing' })
  if (fields.length > 0) return { failure: { kind: 'invalid', code: 'form.invalid', fields } }
  const outcome = await enterWithPassword(account, password)
  switch (outcome.kind) {
    case 'signed_in':
      return { failure: null }
    case 'wrong':
      return { failure: { kind: 'refused', code: 'signin.wrong', params: { left: outcome.triesLeft } } }
    case 'locked':
      return {
        failure: { kind: 'refused', code: 'signin.locked', params: { until: outcome.until.toISOString() } },
      }
    case 'busy':
      return { failure: { kind: 'refused', code: 'signin.busy' } }
  }
}

/** Hands back the account name with what is wrong, never the password. */
const keep = (form: FormData, failure: Omit<Failure, 'tag'>): ActionState<never> => ({
  status: 'error',
  failure: { tag: 'failure', ...failure },
  values: { account: textOf(form, 'account').trim() },
  at: Date.now(),
})

/** Signs in and goes where the person wanted to. */
export async function signInAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const { failure } = await enter(form)
  return failure ? keep(form, failure) : redirect(whereTo(form))
}

/** Signs in again over an open page, which stays as it is. */
export async function signInAgainAction(
  _before: ActionState<null>,
  form: FormData,
): Promise<ActionState<null>> {
  const { failure } = await enter(form)
  return failure ? keep(form, failure) : { status: 'ok', result: null, at: Date.now() }
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
