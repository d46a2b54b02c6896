'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import type { Choice } from '@/components/ui/use-choices'
import { grantRole, grantRoleSchema } from '@/server/org/grant-role'
import { findPeopleToGrant, findUnitsToGrant } from '@/server/org/list-grants'
import { withdrawRole, withdrawRoleSchema } from '@/server/org/withdraw-role'
import { requireCtx } from '@/server/web/ctx'
import { defineAction } from '@/server/web/define-action'

type Result = { account: string }
type State = ActionState<Result>
const to = (done: string) => ({
  after: ({ account }: Result) => redirect(`/admin/roles?q=${account}&done=${done}`),
})

const runGrant = defineAction('grant-role', grantRoleSchema, grantRole, to('granted'))
const runWithdraw = defineAction('withdraw-role', withdrawRoleSchema, withdrawRole, to('withdrawn'))

/** Grants a role and shows what the person holds now. */
export async function grantRoleAction(before: State, form: FormData): Promise<State> {
  return runGrant(before, form)
}

/** Withdraws a role and shows what the person holds now. */
export async function withdrawRoleAction(before: State, form: FormData): Promise<State> {
  return runWithdraw(before, form)
}

/** People for the picker. */
export async function searchPeopleAction(query: string): Promise<Choice[]> {
  const ctx = await requireCtx()
  const english = ctx.locale === 'en'
  const people = await findPeopleToGrant(ctx, String(query).slice(0, 100))
  return people.map(({ id, account, name, nameEn, title, titleEn }) => ({
    id,
    label: `${english ? nameEn || name : name} ${account}`,
    description: english ? titleEn || title : title,
  }))
}

/** Units for the picker. */
export async function searchUnitsAction(query: string): Promise<Choice[]> {
  const ctx = await requireCtx()
  const english = ctx.locale === 'en'
  const units = await findUnitsToGrant(ctx, String(query).slice(0, 100))
  return units.map(({ id, name, nameEn, parent }) => ({
    id,
    label: english ? nameEn : name,
    description: english ? parent?.nameEn : parent?.name,
  }))
}
