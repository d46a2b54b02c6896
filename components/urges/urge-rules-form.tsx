'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'
import { AUTOMATIC_RULES, type UrgeRules } from '@/domain/urges/rules'

type State = ActionState<{ changed: number }>
type UrgeRulesFormProps = {
  rules: UrgeRules
  version: number
  action: (state: State, payload: FormData) => Promise<State>
  idempotencyKey: string
}

/** Which rules urge by themselves and after how many working days. Nothing typed is lost on an error. */
export function UrgeRulesForm({ rules, version, action, idempotencyKey }: UrgeRulesFormProps) {
  const t = useTranslations('urges.settings')
  const { refresh } = useRouter()
  const [state, submit] = useFormAction(action)
  const { problems, conflict, errorOf, kept } = useProblems(state)
  useEffect(() => {
    if (conflict) refresh()
  }, [conflict, refresh])
  const typed = state.status === 'error' ? [state.values.on ?? []].flat() : null
  return (
    <form
      action={submit}
      noValidate
      className="grid max-w-[680px] gap-4 pb-6"
      key={state.status === 'error' ? state.at : 0}
    >
      <p className="text-muted">{t('note')}</p>
      <ErrorSummary problems={problems} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {AUTOMATIC_RULES.map((rule) => (
        <div key={rule} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-4 border-b pb-3">
          <Checkbox
            name="on"
            value={rule}
            defaultChecked={typed ? typed.includes(rule) : rules[rule].on}
            label={t(`fields.${rule}`)}
            hint={t(`hints.${rule}`)}
          />
          <TextField
            name={rule}
            label={t('daysOf', { rule: t(`fields.${rule}`) })}
            hideLabel
            suffix={t('days')}
            defaultValue={kept(rule) ?? String(rules[rule].workingDays)}
            inputMode="numeric"
            inputClassName="max-w-16"
            maxLength={3}
            autoComplete="off"
            error={errorOf(rule)}
          />
        </div>
      ))}
      <TextArea
        name="reason"
        label={t('reason')}
        rows={2}
        defaultValue={kept('reason')}
        error={errorOf('reason')}
      />
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </form>
  )
}
