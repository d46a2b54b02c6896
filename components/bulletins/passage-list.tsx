'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateText } from '@/components/shared/date-text'
import { ErrorSummary } from '@/components/shared/error-summary'
import { Section } from '@/components/shared/section'
import { useFormAction } from '@/components/shared/use-form-action'
import { useProblems } from '@/components/shared/use-problems'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { isUnderWay } from '@/domain/bulletins/lifecycle'
import type { Passages } from '@/server/bulletins/get-passage'
import type { BulletinAction } from './bulletin-actions'
import { ChangedNotice } from './changed-notice'

type Props = { passages: Passages; today: string; idempotencyKey: string; answer: BulletinAction }

/** What a bulletin says of one's own units, and their answers: all that a unit sees of it before publication. */
export function PassageList({ passages, today, idempotencyKey, answer }: Props) {
  const t = useTranslations('bulletins.passage')
  const { nameOf } = useTaskWords()
  return passages.map((one) => (
    <Section key={one.id} id={`passage-${one.id}`} title={nameOf(one.unit)} className="max-w-[760px]">
      {isUnderWay(one.bulletin.status) ? (
        <p className="text-note text-muted">{t('note', { unit: nameOf(one.unit) })}</p>
      ) : null}
      <blockquote className="my-2 border-s-3 border-brand ps-3 text-prose whitespace-pre-line">
        {one.passage}
      </blockquote>
      {one.answer ? (
        <>
          <h3 className="text-note font-semibold">{t('yours')}</h3>
          <p className="whitespace-pre-line">{one.answer}</p>
          {one.answeredBy ? (
            <p className="text-note text-muted">{t('answered', { by: nameOf(one.answeredBy) })}</p>
          ) : null}
        </>
      ) : one.mayAnswer ? (
        <AnswerForm
          passage={one}
          today={today}
          idempotencyKey={`${idempotencyKey}:${one.id}`}
          action={answer}
        />
      ) : (
        <p className="text-muted">{isUnderWay(one.bulletin.status) ? t('headOnly') : t('closed')}</p>
      )}
    </Section>
  ))
}

type FormProps = { passage: Passages[number]; today: string; idempotencyKey: string; action: BulletinAction }

function AnswerForm({ passage, today, idempotencyKey, action }: FormProps) {
  const t = useTranslations('bulletins.passage')
  const [state, submit] = useFormAction(action)
  const { problems, conflict, errorOf } = useProblems(state)
  const [text, setText] = useState('')
  return (
    <form action={submit} noValidate className="grid gap-3">
      {conflict ? (
        <ChangedNotice params={conflict.params} href={`/bulletins/B${passage.bulletin.no}`} yours={text} />
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="namingId" value={passage.id} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? passage.version} />
      {passage.answerByOn ? (
        <p>{t.rich('by', { on: () => <DateText on={passage.answerByOn} today={today} /> })}</p>
      ) : null}
      <TextArea
        name="answer"
        label={t('answer')}
        hint={t('answerHint')}
        rows={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={errorOf('answer')}
      />
      <div className="flex flex-wrap gap-3">
        {conflict ? null : <SubmitButton>{t('submit')}</SubmitButton>}
        <Button onClick={() => setText(t('noObjection'))}>{t('noObjection')}</Button>
      </div>
    </form>
  )
}
