'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import type { Failure, FieldFailure } from '@/domain/errors'
import type { SignedInAgain } from '@/components/org/sign-in-again'
import type { SignInOutcome } from '@/server/org/sign-in'
import type { CodeOutcome } from '@/server/org/sign-in-by-code'
import { sealStep, writeStepCookie } from '@/server/web/auth-cookie'
import { enterDemo, enterWithCode, enterWithPassword, leave } from '@/server/web/auth-entry'
import { orNotFound } from '@/server/web/or-not-found'
import { codeAddress, safeNext } from '@/server/web/way-back'

const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const whereTo = (form: FormData) => safeNext(textOf(form, 'next')) ?? '/'

type Attempt = { failure: Omit<Failure, 'tag'> } | { failure: null; stepId: string | null }
type Refusal = Exclude<SignInOutcome | CodeOutcome, { kind: 'signed_in' } | { kind: 'code_needed' }>

const missing = (...fields: FieldFailure[]): Attempt => ({
  failure: { kind: 'invalid', code: 'form.invalid', fields },
})

/** Signs in by what the form says; what stands against it, or the step that waits for a code; none where it is done. */
async function enter(form: FormData): Promise<Attempt> {
  const account = textOf(form, 'account').trim()
  const password = textOf(form, 'password')
  const fields: FieldFailure[] = []
  if (!account) fields.push({ path: 'account', code: 'signin.account_missing' })
  if (!password) fields.push({ path: 'password', code: 'signin.password_missing' })
  if (fields.length > 0) return missing(...fields)
  const outcome = await enterWithPassword(account, password)
  if (outcome.kind === 'signed_in') return { failure: null, stepId: null }
  if (outcome.kind === 'code_needed') return { failure: null, stepId: outcome.stepId }
  return refusalOf(outcome, 'signin.wrong')
}

/** The second step: the code. */
async function enterCode(form: FormData): Promise<Attempt> {
  const code = textOf(form, 'code').trim()
  if (!code) return missing({ path: 'code', code: 'signin.code_missing' })
  const outcome = await enterWithCode(code, textOf(form, 'step') || null)
  return outcome.kind === 'signed_in'
    ? { failure: null, stepId: null }
    : refusalOf(outcome, 'signin.code_wrong')
}

function refusalOf(outcome: Refusal, wrong: string): Attempt {
  switch (outcome.kind) {
    case 'wrong':
      return { failure: { kind: 'refused', code: wrong, params: { left: outcome.triesLeft } } }
    case 'locked':
      return {
        failure: { kind: 'refused', code: 'signin.locked', params: { until: outcome.until.toISOString() } },
      }
    case 'busy':
      return { failure: { kind: 'refused', code: 'signin.busy' } }
    case 'over':
      return { failure: { kind: 'refused', code: 'signin.code_over' } }
  }
}

/** Hands back the account name with what is wrong, never the password or the code; and the step, until it is over. */
const keep = (form: FormData, failure: Omit<Failure, 'tag'>): ActionState<never> => ({
  status: 'error',
  failure: { tag: 'failure', ...failure },
  values: {
    account: textOf(form, 'account').trim(),
    step: failure.code === 'signin.code_over' ? '' : textOf(form, 'step'),
  },
  at: Date.now(),
})

/** Signs in and goes where the person wanted to; by way of the page that asks for the code, where there is one to give. */
export async function signInAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const attempt = await enter(form)
  if (attempt.failure) return keep(form, attempt.failure)
  if (!attempt.stepId) return redirect(whereTo(form))
  await writeStepCookie(attempt.stepId)
  return redirect(codeAddress(safeNext(textOf(form, 'next'))))
}

/** The code of the second step; where the step is over, the way begins again at the password. */
export async function signInByCodeAction(
  _before: ActionState<never>,
  form: FormData,
): Promise<ActionState<never>> {
  const { failure } = await enterCode(form)
  if (failure?.code === 'signin.code_over') {
    const next = safeNext(textOf(form, 'next'))
    redirect(`/sign-in?${new URLSearchParams({ done: 'code_over', ...(next ? { next } : {}) })}`)
  }
  return failure ? keep(form, failure) : redirect(whereTo(form))
}

/**
 * Signs in again over an open page, which stays as it is; by password first, then by code where one is needed. The form holds the step: a cookie
 * would have the page drawn anew, and nobody is signed in yet.
 */
export async function signInAgainAction(
  _before: ActionState<SignedInAgain>,
  form: FormData,
): Promise<ActionState<SignedInAgain>> {
  const attempt = await (form.has('code') ? enterCode(form) : enter(form))
  if (attempt.failure) return keep(form, attempt.failure)
  const step = attempt.stepId ? await sealStep(attempt.stepId) : null
  return { status: 'ok', result: { step }, at: Date.now() }
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
