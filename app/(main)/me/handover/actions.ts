'use server'

import { redirect } from 'next/navigation'
import type { Choice } from '@/components/ui/use-choices'
import type { ActionState } from '@/domain/action-state'
import { findPostsToStandIn } from '@/server/org/deputies/list-deputies'
import { handOverDuties, handOverDutiesSchema } from '@/server/org/handover/hand-over-duties'
import { requireCtx } from '@/server/web/ctx'
import { defineAction } from '@/server/web/define-action'
import { personChoices } from '../post-choice'

type State = ActionState<{ count: number }>
const runHandOver = defineAction('hand-over-duties', handOverDutiesSchema, handOverDuties, {
  after: ({ count }) => redirect(`/me/deputies?done=handed&count=${count}`),
})

/** Hands a person's duties over and says how many. */
export async function handOverDutiesAction(before: State, form: FormData): Promise<State> {
  return runHandOver(before, form)
}

/** People whose work the actor may hand over, for the picker; without words the actor. */
export async function searchHandingOverAction(query: string): Promise<Choice[]> {
  const people = await findPostsToStandIn(await requireCtx(), String(query).trim().slice(0, 100))
  return personChoices(people.map(({ posts: [post], ...person }) => ({ ...person, post })))
}
