'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { resetAccount, resetAccountSchema } from '@/server/org/reset-account'
import { removeTwoStep, removeTwoStepSchema } from '@/server/org/two-step/turn-off-two-step'
import { unlockAccount, unlockAccountSchema } from '@/server/org/unlock-account'
import { defineAction } from '@/server/web/define-action'

type Result = { account: string }
type State = ActionState<Result>
const to = (done: string) => ({
  after: ({ account }: Result) => redirect(`/admin/accounts/${account}?done=${done}`),
})

const runUnlock = defineAction('unlock-account', unlockAccountSchema, unlockAccount, to('unlocked'))
const runReset = defineAction('reset-account', resetAccountSchema, resetAccount, to('reset'))
const runRemove = defineAction('remove-two-step', removeTwoStepSchema, removeTwoStep, to('two_step_removed'))

/** Lifts the locks of an account. */
export async function unlockAccountAction(before: State, form: FormData): Promise<State> {
  return runUnlock(before, form)
}

/** Voids the password of an account and ends its sessions. */
export async function resetAccountAction(before: State, form: FormData): Promise<State> {
  return runReset(before, form)
}

/** Removes the second step of an account and ends its sessions. */
export async function removeTwoStepAction(before: State, form: FormData): Promise<State> {
  return runRemove(before, form)
}
