'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { forgetRules } from '@/server/load-rules'
import { changeUrgeRules, changeUrgeRulesSchema } from '@/server/org/change-urge-rules'
import { defineAction } from '@/server/web/define-action'

const run = defineAction('change-urge-rules', changeUrgeRulesSchema, changeUrgeRules, {
  after: () => {
    forgetRules()
    redirect('/settings/urging?done=1')
  },
})

/** Saves the rules of urging; the next run of the job goes by them. */
export async function changeUrgeRulesAction(before: ActionState<{ changed: number }>, form: FormData) {
  return run(before, form)
}
