'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type RefObject } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast-store'
import { idle, type ActionState } from '@/domain/action-state'

export type DiscardAction = (
  state: ActionState<{ taskNo: number }>,
  payload: object,
) => Promise<ActionState<{ taskNo: number }>>

type DiscardDraftProps = {
  reportId: string
  form: RefObject<HTMLFormElement | null>
  action: DiscardAction
  onDone: () => void
}

/** Throws the draft away, asked twice; what it said stays in the record. */
export function DiscardDraft({ reportId, form, action, onDone }: DiscardDraftProps) {
  const t = useTranslations('reports.compose')
  const common = useTranslations('common')
  const say = useFailureText()
  const router = useRouter()
  const [sure, setSure] = useState(false)
  const [pending, setPending] = useState(false)

  async function discard() {
    const version = form.current?.elements.namedItem('version')
    setPending(true)
    const seen = version instanceof HTMLInputElement ? version.value : '0'
    const answer = await action(idle, {
      reportId,
      version: seen,
      idempotencyKey: `${reportId}:${seen}`,
    }).catch(() => null)
    setPending(false)
    if (answer?.status === 'ok') {
      onDone()
      router.push(`/tasks/T${answer.result.taskNo}`)
      return
    }
    const failure = answer?.status === 'error' ? answer.failure : null
    showToast(failure ? say(failure.code, failure.params, failure.kind) : say('report.not_sent'))
  }

  return sure ? (
    <p className="flex flex-wrap items-center gap-2">
      {t('discardSure')}
      <Button variant="danger" pending={pending} onClick={() => void discard()}>
        {t(pending ? 'discarding' : 'discard')}
      </Button>
      <Button variant="quiet" onClick={() => setSure(false)}>
        {common('cancel')}
      </Button>
    </p>
  ) : (
    <Button variant="quiet" className="justify-self-start" onClick={() => setSure(true)}>
      {t('discard')}
    </Button>
  )
}
