'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { Button, ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { ActionState } from '@/domain/action-state'

type Done = { taskNo: number }
type Act = (state: ActionState<Done>, payload: FormData) => Promise<ActionState<Done>>
export type SignoffActions = { sign: Act; sendBack: Act }

type SignoffFormProps = {
  report: { id: string; version: number; no: number; writer: string }
  /** False where it was signed or sent back meanwhile. */
  waiting: boolean
  own: boolean
  idempotencyKey: string
  actions: SignoffActions
}

/** 审签并报送, or 退回修改 with the reason. Once done it says so, and leads back to what waits. */
export function SignoffForm({ report, waiting, own, idempotencyKey, actions }: SignoffFormProps) {
  const t = useTranslations('reports.signoff')
  const [back, setBack] = useState(false)
  const [reason, setReason] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const [signed, sign] = useFormAction(actions.sign)
  const [sentBack, sendBack] = useFormAction(actions.sendBack)
  const done = signed.status === 'ok' ? 'signed' : sentBack.status === 'ok' ? 'sentBack' : null
  const common = useTranslations('common.conflict')
  const { problems, conflict, errorOf } = useProblems(sentBack.status === 'error' ? sentBack : signed)
  useDraftKeeper({ form, record: `signoff:${report.id}`, done: done !== null })
  const { no } = report
  if (done || !waiting) {
    return (
      <div role="status" className="grid justify-items-start gap-3 border-s-4 border-ok-edge ps-4">
        {done ? (
          <p className="text-section font-semibold">{t(done === 'signed' ? 'signed' : 'sentBack', { no })}</p>
        ) : null}
        <ButtonLink href="/signoff">{t('list')}</ButtonLink>
      </div>
    )
  }
  return (
    <form
      ref={form}
      action={back ? sendBack : sign}
      noValidate
      className="sticky bottom-0 z-4 -mx-4 grid gap-3 border-t bg-bg px-4 py-3 max-lg:bottom-[calc(56px+env(safe-area-inset-bottom))]"
    >
      {conflict ? (
        <ConflictNotice
          who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
          yours={reason || undefined}
          resubmit={<SubmitButton variant="default">{common('resubmit')}</SubmitButton>}
          differenceHref={`/tasks/T${no}#history`}
          discardHref="/signoff"
        />
      ) : (
        <ErrorSummary problems={problems} />
      )}
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? report.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {own ? <p className="text-muted">{t('own')}</p> : null}
      <div hidden={!back}>
        <TextArea
          name="reason"
          label={t('backReason')}
          hint={t('backHint')}
          rows={3}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value)
            if (event.target.value !== '') setBack(true)
          }}
          error={errorOf('reason')}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {back ? (
          <>
            <SubmitButton variant="danger" pendingLabel={t('sendingBack')} className="max-md:flex-1">
              {t('backTitle', { name: report.writer })}
            </SubmitButton>
            <Button variant="quiet" onClick={() => setBack(false)}>
              {t('cancel')}
            </Button>
          </>
        ) : (
          <>
            <SubmitButton pendingLabel={t('signing')} className="max-md:flex-1">
              {t('sign', { no })}
            </SubmitButton>
            <Button
              onClick={() => {
                setBack(true)
                requestAnimationFrame(() => form.current?.querySelector('textarea')?.focus())
              }}
              className="max-md:flex-1"
            >
              {t('back')}
            </Button>
          </>
        )}
      </div>
    </form>
  )
}
