'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFailureText } from '@/components/shared/failure-text'
import { Section } from '@/components/shared/section'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { ButtonLink } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DateField } from '@/components/ui/date-field'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { ActionState } from '@/domain/action-state'
import type { UrgeFormData } from '@/server/urges/get-urge-form'
import type { SentUrges } from '@/server/urges/send-urges'
import { BurdenTable } from './burden-table'
import { SlipPreview } from './slip-preview'
import { LeftOut, UrgesSent } from './urges-sent'
import { useUrgeWords } from './use-urge-words'

type UrgeFormProps = {
  data: UrgeFormData
  action: (state: ActionState<SentUrges>, payload: FormData) => Promise<ActionState<SentUrges>>
  idempotencyKey: string
  backHref: string
}

/** 催办 before it goes out: whom, what each owes, what it adds to their month, the slip as it will arrive, one button. */
export function UrgeForm({ data, action, idempotencyKey, backHref }: UrgeFormProps) {
  const t = useTranslations('urges')
  const say = useFailureText()
  const words = useUrgeWords()
  const [state, submit] = useFormAction(action)
  const { problems, errorOf, kept } = useProblems(state)
  const items = data.units.flatMap((one) => one.items)
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState<{ text: string | null; answerBy: string; level: number }>({
    text: null,
    answerBy: data.answerByOn,
    level: data.level,
  })
  if (state.status === 'ok') return <UrgesSent result={state.result} backHref={backHref} />
  if (items.length === 0)
    return (
      <>
        <EmptyState action={<ButtonLink href={backHref}>{t('cancel')}</ButtonLink>}>{t('none')}</EmptyState>
        <LeftOut left={data.left} say={say} />
      </>
    )
  const [only] = items
  const template =
    items.length === 1 && only
      ? t('template.one', { no: only.no, title: only.title, fact: words.owed(only.owed) })
      : t('template.many', { fact: t('template.owing') })
  const text = typed.text ?? kept('text') ?? template
  const units = data.units.map((one) => ({
    ...one,
    on: one.items.some((item) => !off.has(item.assignmentId)),
  }))
  const count = items.filter((item) => !off.has(item.assignmentId)).length
  const receiving = units.filter((one) => one.on)
  const toggle = (id: string, on: boolean) =>
    setOff((before) => new Set(on ? [...before].filter((one) => one !== id) : [...before, id]))
  return (
    <form action={submit} noValidate className="max-w-[880px] pb-6">
      <ErrorSummary problems={problems} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <p className="border-t-4 border-double border-brand pt-3 text-prose" role="status">
        {t('consequence', {
          units: receiving.length,
          count,
          on: /^\d{4}-\d\d-\d\d$/.test(typed.answerBy) ? words.day(typed.answerBy) : typed.answerBy,
        })}
      </p>
      <Section id="recipients" title={t('recipients')} note={t('recipientsNote')}>
        <ul className="grid gap-3">
          {data.units.map(({ unit, items: own }) => (
            <li key={unit.id}>
              <p className="font-semibold">{words.nameOf(unit)}</p>
              <ul>
                {own.map((item) => (
                  <li key={item.assignmentId}>
                    <Checkbox
                      name="chosen"
                      value={item.assignmentId}
                      checked={!off.has(item.assignmentId)}
                      onChange={(event) => toggle(item.assignmentId, event.target.checked)}
                      label={`T${item.no} ${item.title}`}
                      hint={words.owed(item.owed)}
                    />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <LeftOut left={data.left} say={say} />
      </Section>
      <BurdenTable units={units} data={data} />
      <div className="grid gap-4 pt-4">
        <RadioGroup
          legend={t('level')}
          name="level"
          look="inline"
          value={String(typed.level)}
          onValueChange={(level) => setTyped((before) => ({ ...before, level: Number(level) }))}
          options={(['1', '2', '3'] as const).map((level) => ({
            value: level,
            label: t(`levels.${level}`),
            hint: t(`levelHint.${level}`),
          }))}
          error={errorOf('level')}
        />
        <DateField
          name="answerBy"
          label={t('answerBy')}
          hint={t('answerByHint', { days: data.answerDays })}
          defaultValue={kept('answerBy') ?? data.answerByOn}
          onValueChange={(answerBy) => setTyped((before) => ({ ...before, answerBy }))}
          error={errorOf('answerBy')}
        />
        <TextArea
          name="text"
          label={t('text')}
          hint={t('textHint')}
          rows={4}
          value={text}
          onChange={(event) => setTyped((before) => ({ ...before, text: event.target.value }))}
          error={errorOf('text')}
        />
        {receiving[0] ? (
          <SlipPreview
            unit={receiving[0].unit}
            items={receiving[0].items.filter((item) => !off.has(item.assignmentId))}
            text={text}
            answerBy={typed.answerBy}
            level={typed.level}
          />
        ) : null}
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t('submit', { count })}</SubmitButton>
          <ButtonLink href={backHref} variant="quiet">
            {t('cancel')}
          </ButtonLink>
        </div>
      </div>
    </form>
  )
}
