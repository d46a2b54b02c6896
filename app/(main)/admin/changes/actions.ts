'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import type { Choice } from '@/components/ui/use-choices'
import { findUnitsToChange } from '@/server/org/unit-change/find-units'
import {
  checkUnitChange,
  checkUnitChangeSchema,
  unitChangeFormSchema,
  type UnitChangeCheck,
} from '@/server/org/unit-change/check-unit-change'
import { decideUnitChange, decideUnitChangeSchema } from '@/server/org/unit-change/decide-unit-change'
import { proposeUnitChange } from '@/server/org/unit-change/propose-unit-change'
import { withdrawUnitChange, withdrawUnitChangeSchema } from '@/server/org/unit-change/withdraw-unit-change'
import { requireCtx } from '@/server/web/ctx'
import { defineAction } from '@/server/web/define-action'

type Decided = Awaited<ReturnType<typeof decideUnitChange>>
type Numbered = { no: number }

const to = (done: string) => ({
  after: ({ no }: Numbered) => redirect(`/admin/changes/${no}?done=${done}`),
})
const runCheck = defineAction('check-unit-change', checkUnitChangeSchema, checkUnitChange, { revalidate: [] })
const runPropose = defineAction(
  'propose-unit-change',
  unitChangeFormSchema,
  proposeUnitChange,
  to('proposed'),
)
const runWithdraw = defineAction(
  'withdraw-unit-change',
  withdrawUnitChangeSchema,
  withdrawUnitChange,
  to('withdrawn'),
)
const runDecide = defineAction('decide-unit-change', decideUnitChangeSchema, decideUnitChange, {
  after: ({ no, tasks, status }) =>
    redirect(
      `/admin/changes/${no}?done=${status === 'refused' ? status : tasks === null ? 'confirmed' : 'effected'}`,
    ),
})

/** Shows what a change would hand over. */
export async function checkUnitChangeAction(before: ActionState<UnitChangeCheck>, form: FormData) {
  return runCheck(before, form)
}

/** Proposes a change and shows it. */
export async function proposeUnitChangeAction(before: ActionState<Numbered>, form: FormData) {
  return runPropose(before, form)
}

/** Takes a change back and shows it. */
export async function withdrawUnitChangeAction(before: ActionState<Numbered>, form: FormData) {
  return runWithdraw(before, form)
}

/** Confirms or refuses a change and shows what became of it. */
export async function decideUnitChangeAction(before: ActionState<Decided>, form: FormData) {
  return runDecide(before, form)
}

/** Units for the picker. */
export async function searchUnitsAction(query: string): Promise<Choice[]> {
  const ctx = await requireCtx()
  const english = ctx.locale === 'en'
  const units = await findUnitsToChange(ctx, String(query).slice(0, 100))
  return units.map(({ id, code, name, nameEn }) => ({
    id,
    label: english ? nameEn : name,
    description: code,
  }))
}
