'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import type { IdentityAnswer } from '@/server/org/confirm-identity'
import { proofSchema } from '@/server/org/two-step/change-own-two-step'
import {
  addRecoveryCodes,
  keepRecoveryCodes,
  keepRecoveryCodesSchema,
} from '@/server/org/two-step/recovery-codes'
import {
  beginTwoStep,
  beginTwoStepSchema,
  setUpTwoStep,
  setUpTwoStepSchema,
} from '@/server/org/two-step/set-up-two-step'
import { turnOffTwoStep } from '@/server/org/two-step/turn-off-two-step'
import { defineAction } from '@/server/web/define-action'
import { identityFailure } from '@/server/web/identity-failure'

const to = (path: string) => ({
  after: (answer: IdentityAnswer) => {
    if (answer.kind === 'confirmed') redirect(path)
  },
})
const toTwoStep = { after: () => redirect('/me/two-step') }

const runBegin = defineAction('set-up-two-step-begin', beginTwoStepSchema, beginTwoStep, to('/me/two-step'))
const runSetUp = defineAction('set-up-two-step', setUpTwoStepSchema, setUpTwoStep, toTwoStep)
const runAdd = defineAction('add-recovery-codes', proofSchema, addRecoveryCodes, to('/me/two-step'))
const runKeep = defineAction('keep-recovery-codes', keepRecoveryCodesSchema, keepRecoveryCodes)
const runOff = defineAction('turn-off-two-step', proofSchema, turnOffTwoStep, to('/me/two-step?done=off'))

type State = ActionState<unknown>

/** Begins to set up the second step, once the password was given again. */
export async function beginTwoStepAction(before: State, form: FormData): Promise<State> {
  return answerOf(await runBegin(before, form))
}

/** Turns the second step on by the first code from the app. */
export async function setUpTwoStepAction(
  before: ActionState<void>,
  form: FormData,
): Promise<ActionState<void>> {
  const state = await runSetUp(before, form)
  return state.status === 'error' ? { ...state, values: {} } : state
}

/** Makes new recovery codes. */
export async function addRecoveryCodesAction(before: State, form: FormData): Promise<State> {
  return answerOf(await runAdd(before, form))
}

/** The codes are kept: shows them no longer. */
export async function keepRecoveryCodesAction(form: FormData): Promise<void> {
  await runKeep({ status: 'idle' }, form)
  redirect('/me/two-step?done=kept')
}

/** Turns the second step off. */
export async function turnOffTwoStepAction(before: State, form: FormData): Promise<State> {
  return answerOf(await runOff(before, form))
}

/** A wrong password or code is an answer of the command, so that it is counted; here it is an error of its field. It never goes back to the page. */
function answerOf(state: ActionState<IdentityAnswer>): State {
  if (state.status === 'error') return { ...state, values: {} }
  if (state.status === 'idle' || state.result.kind === 'confirmed') return state
  const { result, at } = state
  return { status: 'error', failure: identityFailure(result, 'password'), values: {}, at }
}
