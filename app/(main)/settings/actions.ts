'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { forgetRules } from '@/server/load-rules'
import { changeSettings, changeSettingsSchema } from '@/server/org/change-settings'
import { defineAction } from '@/server/web/define-action'

type State = ActionState<{ changed: number }>

const runChange = defineAction('change-settings', changeSettingsSchema, changeSettings, {
  after: () => {
    forgetRules()
    redirect('/settings?done=1')
  },
})

/** Saves the settings; the next request reckons by them. */
export async function changeSettingsAction(before: State, form: FormData): Promise<State> {
  return runChange(before, form)
}
