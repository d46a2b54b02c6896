'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ConfirmPanel } from '@/components/shared/confirm-panel'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFormAction } from '@/components/shared/use-form-action'
import { useKeys } from '@/components/shared/use-keys'
import { useProblems } from '@/components/shared/use-problems'
import { Kbd } from '@/components/ui/kbd'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ActionState } from '@/domain/action-state'
import { formatDate } from '@/lib/format-date'
import type { BreakdownCheck } from '@/server/tasks/breakdown/get-breakdown-check'

type Done = ActionState<{ taskNo: number; sent: number; units: number }>
export type DispatchAction = (state: Done, payload: FormData) => Promise<Done>

/** 审定并下达: the drafts as they were seen go out in one act; Ctrl+Enter presses the button. */
export function BreakdownDispatch({
  page,
  action,
  idempotencyKey,
}: {
  page: BreakdownCheck
  action: DispatchAction
  idempotencyKey: string
}) {
  const t = useTranslations('workspace.decide')
  const language = useLocale() === 'en' ? 'en' : 'zh-CN'
  const [state, send] = useFormAction(action)
  const { problems, conflict } = useProblems(state)
  const form = useRef<HTMLFormElement>(null)
  useKeys({ 'Mod+Enter': (event) => (event.repeat ? undefined : form.current?.requestSubmit()) })
  const count = page.cards.length
  return (
    <form ref={form} action={send} className="py-6 print:hidden">
      {conflict ? (
        <ConflictNotice
          who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
          discardHref={`/tasks/T${page.task.no}/breakdown/check`}
        />
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="assignmentId" value={page.assignment.id} />
      {page.cards.map((card) => (
        <input key={card.id} type="hidden" name="tasks[]" value={`${card.id}:${card.version}`} />
      ))}
      <ConfirmPanel
        title={t('dispatch.title', { count })}
        consequence={t('dispatch.consequence', {
          units: page.recipients,
          notices: page.notices,
          due: formatDate(page.acknowledgeDueOn, language),
        })}
        submit={
          <SubmitButton pendingLabel={t('pending')}>
            {t('dispatch.do', { count })}
            <Kbd>{'Ctrl ↵'}</Kbd>
          </SubmitButton>
        }
        cancelHref={`/tasks/T${page.task.no}`}
        cancelLabel={t('cancel')}
      />
    </form>
  )
}
