'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { revokeSession, revokeSessionSchema } from '@/server/org/revoke-session'
import { defineAction } from '@/server/web/define-action'

type State = ActionState<{ account: string; ended: number }>

const runRevoke = defineAction('revoke-session', revokeSessionSchema, revokeSession, {
  after: () => redirect('/admin/sessions?done=1'),
})

/** Ends one session of a person or all of them. */
export async function revokeSessionAction(before: State, form: FormData): Promise<State> {
  return runRevoke(before, form)
}
