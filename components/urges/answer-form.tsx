'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { Section } from '@/components/shared/section'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { SlipPage } from '@/server/urges/get-slip'
import { SlipConflict } from './slip-conflict'
import type { SlipAction } from './slip-view'
import { useUrgeWords } from './use-urge-words'

type AnswerFormProps = {
  slip: SlipPage
  zone: string
  idempotencyKey: string
  actions: { draft: SlipAction; sign: SlipAction }
}

/** One answer for the slip with all its tasks: drafted by the liaison, signed by the head. */
export function AnswerForm({ slip, zone, idempotencyKey, actions }: AnswerFormProps) {
  const t = useTranslations('urges.answer')
  const words = useUrgeWords()
  const signs = slip.acts.sign
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(signs ? actions.sign : actions.draft)
  const draft = useDraftKeeper({ form, record: `urge-answer:${slip.id}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  return (
    <Section id="answer-form" title={t('title')}>
      <form ref={form} action={submit} noValidate className="grid gap-3">
        {conflict ? (
          <SlipConflict conflict={conflict} yours={kept('answer')} slipNo={slip.no} zone={zone} />
        ) : (
          <ErrorSummary problems={problems} />
        )}
        <input type="hidden" name="slipId" value={slip.id} />
        <input type="hidden" name="version" value={conflict?.params?.version ?? slip.version} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        {slip.drafted && slip.draftedBy ? (
          <p className="text-muted">{t('drafted', { name: words.nameOf(slip.draftedBy) })}</p>
        ) : null}
        <TextArea
          name="answer"
          label={t('text')}
          hint={t('hint')}
          rows={5}
          defaultValue={kept('answer') ?? slip.answer}
          error={errorOf('answer')}
        />
        <p className="text-muted">
          {t('consequence', { unit: words.nameOf(slip.senderUnit), count: slip.items.length })}
          {slip.late ? <b className="block text-off">{t('lateNote')}</b> : null}
        </p>
        <div>
          <SubmitButton>{signs ? t('sign') : t('draft')}</SubmitButton>
        </div>
        <DraftLine {...draft} />
      </form>
    </Section>
  )
}
