'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useRef, useState, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { Button, ButtonLink } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { SubmitButton } from '@/components/ui/submit-button'
import { showToast } from '@/components/ui/toast-store'
import { idle, type ActionState } from '@/domain/action-state'
import {
  RETURN_KINDS,
  VERIFICATION_BASES,
  type ReturnKind,
  type VerificationBasis,
} from '@/domain/reports/report'
import type { ReportView } from '@/server/reports/read-report-view'
import { ReturnFields } from './return-fields'
import { ReviewConflict } from './review-conflict'
import { useReviewKeys } from './use-review-keys'
import { VerifyFields } from './verify-fields'

export type ReviewResult = { taskNo: number; seq: number; verifiedProgress: number | null }
export type ReviewAction = (
  state: ActionState<ReviewResult>,
  payload: FormData,
) => Promise<ActionState<ReviewResult>>

type ReviewFormProps = {
  report: ReportView
  action: ReviewAction
  idempotencyKey: string
  zone: string
  /** The report after this one, '' where it is the last. */
  nextId: string
  nextHref: string
  previousHref: string | null
  unopened: number
  /** The report itself, between the figures and the acts. */
  children: ReactNode
}

/** 采纳, 退回, 稍后: the decision on one report, by button or by key; the answer is the next report. */
export function ReviewForm({
  report,
  action,
  idempotencyKey,
  zone,
  nextId,
  nextHref,
  previousHref,
  unopened,
  children,
}: ReviewFormProps) {
  const t = useTranslations('review')
  const { no } = report.task
  const form = useRef<HTMLFormElement>(null)
  const [returning, setReturning] = useState(false)
  const [verified, setVerified] = useState('')
  const [basis, setBasis] = useState<VerificationBasis | null>(null)
  const [kind, setKind] = useState<ReturnKind | null>(null)
  const [reason, setReason] = useState('')
  const [done, setDone] = useState(false)
  const [state, submit] = useActionState<ActionState<ReviewResult>, FormData>(async (before, payload) => {
    const points = String(payload.get('verifiedProgress') ?? '')
    const said = payload.get('decision') === 'accept' ? t('accepted', { no, points }) : t('returned', { no })
    try {
      return await action(before, payload)
    } catch (error) {
      // Going on to the next report is how success looks.
      if (isRedirect(error)) {
        setDone(true)
        showToast(said)
      }
      throw error
    }
  }, idle)
  const { problems, conflict, errorOf } = useProblems(state)
  useDraftKeeper({ form, record: `review:${report.id}`, done })
  const openReturn = () => {
    setReturning(true)
    requestAnimationFrame(() => form.current?.querySelector('textarea')?.focus())
  }
  const pick = (number: number) => {
    if (returning) setKind(RETURN_KINDS[number - 1] ?? kind)
    else setBasis(VERIFICATION_BASES[number - 1] ?? basis)
  }
  useReviewKeys({
    nextHref,
    previousHref,
    accept: () => !returning && form.current?.requestSubmit(),
    giveBack: openReturn,
    verifyAsClaimed: () => setVerified(String(report.claimed)),
    choose: pick,
    quote: (words) => {
      setReason((text) => `${text}${text ? '\n' : ''}“${words}”`)
      openReturn()
    },
    send: () => form.current?.requestSubmit(),
    leave: () => setReturning(false),
  })

  return (
    <form ref={form} action={submit} noValidate className="flex min-h-full flex-col">
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      <input type="hidden" name="decision" value={returning ? 'return' : 'accept'} />
      <input type="hidden" name="next" value={nextId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <div className="grid flex-1 content-start gap-5 px-6 py-4 max-lg:px-0">
        {conflict ? (
          <ReviewConflict params={conflict.params} zone={zone} nextHref={nextHref} />
        ) : (
          <div className="-mb-4 empty:hidden">
            <ErrorSummary problems={problems} />
          </div>
        )}
        <VerifyFields
          report={report}
          verified={verified}
          onVerified={setVerified}
          basis={basis}
          onBasis={setBasis}
          errorOf={errorOf}
        />
        {children}
      </div>
      <div className="sticky bottom-0 z-4 grid gap-3 border-t bg-bg px-6 py-3 max-lg:bottom-[calc(56px+env(safe-area-inset-bottom))] max-lg:-mx-4 max-lg:px-4">
        <ReturnFields
          hidden={!returning}
          no={no}
          seq={report.seq}
          kind={kind}
          onKind={setKind}
          reason={reason}
          onReason={(text) => {
            setReason(text)
            if (text !== '') setReturning(true)
          }}
          errorOf={errorOf}
        />
        <div className="flex flex-wrap items-center gap-2">
          {returning ? (
            <>
              <SubmitButton variant="danger" pendingLabel={t('returning')} className="max-md:flex-1">
                {t('sendReturn', { no })} <Kbd>{'Ctrl ↵'}</Kbd>
              </SubmitButton>
              <Button variant="quiet" onClick={() => setReturning(false)}>
                {t('cancel')}
              </Button>
            </>
          ) : (
            <>
              <SubmitButton pendingLabel={t('accepting')} className="max-md:flex-1">
                {verified === '' ? t('accept', { no }) : t('acceptWith', { no, points: verified })}{' '}
                <Kbd>{'A'}</Kbd>
              </SubmitButton>
              <Button onClick={openReturn} className="max-md:flex-1">
                {t('return')} <Kbd>{'R'}</Kbd>
              </Button>
              <ButtonLink href={nextHref} prefetch className="max-md:hidden">
                {t('later')} <Kbd>{'H'}</Kbd>
              </ButtonLink>
            </>
          )}
          <span className="ms-auto text-note text-muted max-md:order-first max-md:w-full" role="status">
            {report.evidence.length === 0
              ? t('noEvidenceShort')
              : unopened > 0
                ? t('unopened', { count: unopened })
                : t('allOpened')}
          </span>
        </div>
      </div>
    </form>
  )
}

function isRedirect(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'digest' in error &&
    String(error.digest).startsWith('NEXT_REDIRECT')
  )
}
