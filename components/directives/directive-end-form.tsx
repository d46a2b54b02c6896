'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useRef, useState } from 'react'
import { ConfirmPanel } from '@/components/shared/confirm-panel'
import { DraftLine } from '@/components/shared/draft-line'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { idle, type ActionState } from '@/domain/action-state'
import { newId } from '@/lib/new-id'

type DirectiveEndFormProps = {
  how: 'file' | 'discard'
  directiveId: string
  no: number
  version: number
  /** How many draft tasks go with it. */
  drafts: number
  action: (state: ActionState<{ no: number }>, payload: FormData) => Promise<ActionState<{ no: number }>>
}

/** The step before a draft is filed or discarded: what follows, the reason, one button. */
export function DirectiveEndForm({ how, directiveId, no, version, drafts, action }: DirectiveEndFormProps) {
  const t = useTranslations('directives.end')
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const [key] = useState(() => newId())
  const [state, dispatch] = useActionState(action, idle)
  const draft = useDraftKeeper({ form, record: `directive-end:${directiveId}`, done: state.status === 'ok' })
  const { problems, errorOf, kept } = useProblems(state)
  return (
    <form ref={form} action={dispatch} noValidate>
      <ErrorSummary problems={problems} />
      <input type="hidden" name="directiveId" value={directiveId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="idempotencyKey" value={key} />
      <ConfirmPanel
        title={t(`${how}Title`)}
        consequence={t(`${how}Consequence`, { count: drafts })}
        cancelHref={`/directives/D${no}`}
        cancelLabel={common('cancel')}
        submit={<SubmitButton variant="danger">{t(`${how}Submit`)}</SubmitButton>}
      >
        <TextArea
          label={t('reason')}
          name="reason"
          rows={3}
          maxLength={500}
          defaultValue={kept('reason')}
          error={errorOf('reason')}
        />
        <DraftLine {...draft} />
      </ConfirmPanel>
    </form>
  )
}
