'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import type { StatementList } from '@/server/statements/list-statements'

type DrawnUp = { directiveNo: number; added: number }
export type DrawUpAction = (state: ActionState<DrawnUp>, payload: FormData) => Promise<ActionState<DrawnUp>>

type Props = {
  directiveId: string
  choices: StatementList['choices']
  idempotencyKey: string
  action: DrawUpAction
}

/** 起草责任状: for which units; what stands in each is what is assigned now. */
export function DrawUpForm({ directiveId, choices, idempotencyKey, action }: Props) {
  const t = useTranslations('statements.draw')
  const { nameOf } = useTaskWords()
  const [state, submit] = useFormAction(action)
  const { problems } = useProblems(state)
  return (
    <form action={submit} className="grid gap-2 py-2">
      {problems.length > 0 ? <ErrorSummary problems={problems} /> : null}
      <input type="hidden" name="directiveId" value={directiveId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <p className="max-w-[640px] text-note text-muted">{t('note')}</p>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('units')}</legend>
        <div className="grid gap-1 sm:grid-cols-2">
          {choices.map((one) => (
            <Checkbox
              key={one.id}
              name="unitIds[]"
              value={one.id}
              label={t(one.again ? 'again' : 'unit', { unit: nameOf(one), count: one.tasks })}
              defaultChecked
            />
          ))}
        </div>
      </fieldset>
      <SubmitButton className="justify-self-start">{t('submit')}</SubmitButton>
    </form>
  )
}
