'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { DateText } from '@/components/shared/date-text'
import { EmptyState } from '@/components/shared/empty-state'
import { ErrorSummary } from '@/components/shared/error-summary'
import { Section } from '@/components/shared/section'
import { DraftLine } from '@/components/shared/draft-line'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { ActionState } from '@/domain/action-state'
import type { ReassignFormData } from '@/server/tasks/get-reassign-form'
import type { BatchResult } from './use-batch'
import { LeftOut, Reassigned } from './reassigned'

type ReassignFormProps = {
  data: ReassignFormData
  action: (state: ActionState<BatchResult>, payload: FormData) => Promise<ActionState<BatchResult>>
  idempotencyKey: string
  backHref: string
}

/** 改派 of several tasks before it goes out: which leads, from whom, to which unit, why; one button. */
export function ReassignForm({ data, action, idempotencyKey, backHref }: ReassignFormProps) {
  const t = useTranslations('ledger.reassign')
  const panels = useTranslations('tasks.panels')
  const english = useLocale() === 'en'
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(action)
  const draft = useDraftKeeper({ form, record: 'reassign:batch', done: state.status === 'ok' })
  const { problems, errorOf, kept } = useProblems(state)
  const [off, setOff] = useState<ReadonlySet<string>>(
    new Set(data.parts.slice(data.most).map((part) => part.ref)),
  )
  if (state.status === 'ok') return <Reassigned result={state.result} backHref={backHref} />
  const back = (
    <ButtonLink href={backHref} variant="quiet">
      {t('cancel')}
    </ButtonLink>
  )
  if (data.parts.length === 0)
    return (
      <>
        <EmptyState action={back}>{t('none')}</EmptyState>
        <LeftOut left={data.left} />
      </>
    )
  const chosen = data.parts.filter((part) => !off.has(part.ref))
  const units = new Set(chosen.map((part) => part.unit.code)).size
  const toggle = (ref: string, on: boolean) =>
    setOff((before) => new Set(on ? [...before].filter((one) => one !== ref) : [...before, ref]))
  return (
    <form ref={form} action={submit} noValidate className="max-w-[880px] pb-6">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <p className="border-t-4 border-double border-brand pt-3 text-prose" role="status">
        {t('consequence', { count: chosen.length, units })}
      </p>
      <Section
        id="parts"
        title={t('parts')}
        note={data.parts.length > data.most ? t('most', { most: data.most }) : null}
      >
        <ul>
          {data.parts.map((part) => (
            <li key={part.ref}>
              <Checkbox
                name="chosen"
                value={part.ref}
                checked={!off.has(part.ref)}
                onChange={(event) => toggle(part.ref, event.target.checked)}
                label={`T${part.no} ${part.title}`}
                hint={
                  <>
                    {t('from', { unit: english ? part.unit.nameEn : part.unit.name })}
                    {part.dueOn ? t.rich('due', { on: () => <DateText on={part.dueOn} /> }) : null}
                  </>
                }
              />
            </li>
          ))}
        </ul>
        <LeftOut left={data.left} />
      </Section>
      <div className="grid max-w-[640px] gap-4 pt-4">
        <Combobox
          name="unitId"
          label={panels('unit')}
          hint={panels('unitHint')}
          items={data.units.map((unit) => ({
            id: unit.id,
            label: english ? unit.nameEn : unit.name,
            description: (english ? unit.noteEn : unit.note) || undefined,
            keywords: unit.keys,
          }))}
          error={errorOf('unitId')}
        />
        <TextArea
          name="reason"
          label={panels('reason')}
          hint={t('reasonHint')}
          rows={4}
          defaultValue={kept('reason')}
          error={errorOf('reason')}
        />
        <DraftLine {...draft} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t('submit', { count: chosen.length })}</SubmitButton>
          {back}
        </div>
      </div>
    </form>
  )
}
