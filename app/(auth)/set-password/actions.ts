'use server'

import { redirect, unstable_rethrow } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { fieldsOfZod, invalid, isFailure, type Failure } from '@/domain/errors'
import { setPasswordSchema } from '@/server/org/set-password'
import { choosePassword } from '@/server/web/auth-entry'

/** Sets the password, then asks to sign in with it (by link) or goes on (where a first password was replaced). */
export async function setPasswordAction(
  _before: ActionState<never>,
  form: FormData,
): Promise<ActionState<never>> {
  const keep = (failure: Failure): ActionState<never> => ({
    status: 'error',
    failure,
    values: {},
    at: Date.now(),
  })
  const parsed = setPasswordSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return keep(invalid(fieldsOfZod(parsed.error)).failure)
  try {
    await choosePassword(parsed.data)
  } catch (error) {
    unstable_rethrow(error)
    if (isFailure(error)) return keep(error.failure)
    throw error
  }
  return redirect(parsed.data.link ? '/sign-in?done=password' : '/')
}
