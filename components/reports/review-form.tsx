'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { keepTyped } from '@/components/shared/form-values'
import { tellSent } from '@/components/shared/sent-event'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { idle, type ActionState } from '@/domain/action-state'
import {
  RETURN_KINDS,
  VERIFICATION_BASES,
  type ReturnKind,
  type VerificationBasis,
} from '@/domain/reports/report'
import type { ReviewColleague } from '@/server/reports/list-review-colleagues'
import type { ReportView } from '@/server/reports/read-report-view'
import { ReturnFields } from './return-fields'
import { isRedirect, type ReviewActions, type ReviewResult } from './review-actions'
import { ReviewActBar } from './review-act-bar'
import { ReviewConflict } from './review-conflict'
import { useReviewKeys } from './use-review-keys'
import { useSetAside } from './use-set-aside'
import { VerifyFields } from './verify-fields'

/** What deciding on a report needs from the queue around it. */
export type Decide = {
  actions: ReviewActions
  /** The report after this one, '' where it is the last. */
  nextId: string
  nextHref: string
  previousHref: string | null
  /** A decision on another report is still on its way. */
  busy: boolean
  /** The decision goes out: the next report may be shown. */
  onStart: () => void
  /** It is done; without `undo` it can be taken back as a review. */
  onDone: (message: string, undo?: () => Promise<boolean | string | void>) => void
  onFail: () => void
  /** On to the next without a decision. */
  onNext: () => void
}

type ReviewFormProps = {
  report: ReportView
  decide: Decide
  active: boolean
  colleagues: readonly ReviewColleague[]
  idempotencyKey: string
  zone: string
  unopened: number
  /** The report itself, between the figures and the acts. */
  children: ReactNode
}

/** 采纳, 退回, 稍后, 转同事: the decision on one report, by button or by key; the answer is the next report. */
export function ReviewForm(props: ReviewFormProps) {
  const { report, decide, active, colleagues, idempotencyKey, zone, unopened, children } = props
  const { actions, nextId, nextHref, previousHref, busy } = decide
  const t = useTranslations('review')
  const { no } = report.task
  const form = useRef<HTMLFormElement>(null)
  const [returning, setReturning] = useState(false)
  const [verified, setVerified] = useState('')
  const [basis, setBasis] = useState<VerificationBasis | null>(null)
  const [kind, setKind] = useState<ReturnKind | null>(null)
  const [reason, setReason] = useState('')
  const [done, setDone] = useState(false)
  const [armed, setArmed] = useState(false)
  const [state, submit] = useActionState<ActionState<ReviewResult>, FormData>(async (before, payload) => {
    const points = String(payload.get('verifiedProgress') ?? '')
    const said = payload.get('decision') === 'accept' ? t('accepted', { no, points }) : t('returned', { no })
    try {
      const answer = await actions.decide(before, payload)
      keepTyped(payload)
      decide.onFail()
      return answer
    } catch (error) {
      if (isRedirect(error)) {
        setDone(true)
        tellSent(payload)
        decide.onDone(said)
        throw error
      }
      keepTyped(payload)
      decide.onFail()
      const failure = { tag: 'failure', kind: 'refused', code: 'review.not_sent' } as const
      return { status: 'error', failure, values: {}, at: Date.now() }
    }
  }, idle)
  const { problems, conflict, errorOf } = useProblems(state)
  useDraftKeeper({ form, record: `review:${report.id}`, done })
  /** Nothing is missing as far as the page can tell: what the server will say is known. */
  const complete = returning ? kind !== null && reason.trim() !== '' : verified !== '' && basis !== null
  const send = () => {
    if (busy) setArmed(true)
    else form.current?.requestSubmit()
  }
  useEffect(() => {
    if (!armed || busy) return
    const timer = setTimeout(() => {
      setArmed(false)
      form.current?.requestSubmit()
    }, 0)
    return () => clearTimeout(timer)
  }, [armed, busy])
  const focusOn = (selector: string) =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(selector)?.focus())
  /** The kind of fault first, by 1 to 5, then the words. */
  const openReturn = () => {
    setReturning(true)
    focusOn(kind === null ? '[name=returnKind]' : 'textarea')
  }
  const pick = (number: number) => {
    if (returning) {
      setKind(RETURN_KINDS[number - 1] ?? kind)
      focusOn('textarea')
    } else setBasis(VERIFICATION_BASES[number - 1] ?? basis)
  }
  const aside = useSetAside({ report, decide })
  useReviewKeys({
    active,
    nextHref,
    previousHref,
    onNext: decide.onNext,
    accept: () => !returning && send(),
    giveBack: openReturn,
    later: aside.snooze,
    verifyAsClaimed: () => setVerified(String(report.claimed)),
    choose: pick,
    quote: (words) => {
      setReason((text) => `${text}${text ? '\n' : ''}“${words}”`)
      openReturn()
    },
    send,
    leave: () => setReturning(false),
  })
  /** Only what is in sight bears the name of its field as id: an error leads there. */
  const idOf = (name: string) => (active ? name : `${name}-${report.id}`)

  return (
    <form
      ref={form}
      action={submit}
      onSubmit={(event) => {
        if (busy) {
          event.preventDefault()
          setArmed(true)
        } else if (complete && navigator.onLine) decide.onStart()
      }}
      noValidate
      className="flex min-h-full flex-col"
    >
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
          idOf={idOf}
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
          idOf={idOf}
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
        <ReviewActBar
          no={no}
          returning={returning}
          verified={verified}
          waiting={armed}
          onReturn={openReturn}
          onCancel={() => setReturning(false)}
          onLater={aside.snooze}
          colleagues={colleagues}
          onHandOver={aside.handOver}
          evidence={
            report.evidence.length === 0
              ? t('noEvidenceShort')
              : unopened > 0
                ? t('unopened', { count: unopened })
                : t('allOpened')
          }
        />
      </div>
    </form>
  )
}
