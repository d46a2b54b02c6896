'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { handOverDuties, handOverDutiesSchema } from '@/server/org/handover/hand-over-duties'
import { defineAction } from '@/server/web/define-action'

type State = ActionState<{ count: number }>
const runHandOver = defineAction('hand-over-duties', handOverDutiesSchema, handOverDuties, {
  after: ({ count }) => redirect(`/me/deputies?done=handed&count=${count}`),
})

/** Hands a person's duties over and says how many. */
export async function handOverDutiesAction(before: State, form: FormData): Promise<State> {
  return runHandOver(before, form)
}
