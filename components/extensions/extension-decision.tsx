'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { ConflictNotice } from '@/components/shared/conflict-notice'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useFailureText } from '@/components/shared/failure-text'
import { PhraseField } from '@/components/shared/phrase-field'
import { useDraftKeeper } from '@/components/shared/use-draft-keeper'
import { useProblems } from '@/components/shared/use-problems'
import { useFormAction } from '@/components/shared/use-form-action'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionState } from '@/domain/action-state'
import { localParts } from '@/lib/format-date'
import type { ExtensionView } from '@/server/extensions/list-extensions'

type Decided = { taskNo: number; decision: string }
export type DecideAction = (state: ActionState<Decided>, payload: FormData) => Promise<ActionState<Decided>>
type OnTask = { taskNo: number }
export type WithdrawAction = (state: ActionState<OnTask>, payload: FormData) => Promise<ActionState<OnTask>>

type Props = {
  extension: Pick<ExtensionView, 'id' | 'version' | 'events' | 'blockedBy' | 'requestedDueOn' | 'status'>
  zone: string
  idempotencyKey: string
  decide: DecideAction
  withdraw?: WithdrawAction
}

const STEPS = ['sign', 'endorse', 'grant'] as const

/** The step on a request that is this person's, in place: a line of text and the buttons; nothing where it is nobody's here. */
export function ExtensionDecision({ extension, zone, idempotencyKey, decide, withdraw }: Props) {
  const t = useTranslations('extensions')
  const say = useFailureText()
  const { events, blockedBy } = extension
  const signs = events.includes('sign') || events.includes('sign_down')
  const step = STEPS.find((one) => (one === 'sign' ? signs : events.includes(one)))
  const decides = extension.status !== 'draft' && (step !== undefined || events.includes('refuse'))
  if (!decides && !events.includes('withdraw')) return null
  return (
    <div className="print:hidden">
      {blockedBy ? (
        <p className="text-note text-risk">
          {t('decide.blocked', { why: say(blockedBy.code, blockedBy.params) })}
        </p>
      ) : null}
      {decides ? <DecisionForm {...{ extension, zone, idempotencyKey, decide, step }} /> : null}
      {withdraw && events.includes('withdraw') ? (
        <WithdrawForm extension={extension} idempotencyKey={`${idempotencyKey}-w`} withdraw={withdraw} />
      ) : null}
    </div>
  )
}

function DecisionForm({
  extension,
  zone,
  idempotencyKey,
  decide,
  step,
}: Props & { step?: (typeof STEPS)[number] }) {
  const t = useTranslations('extensions')
  const common = useTranslations('common')
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useFormAction(decide)
  useDraftKeeper({ form, record: `decide-extension:${extension.id}`, done: state.status === 'ok' })
  const { problems, conflict, errorOf, kept } = useProblems(state)
  const id = (field: string) => `${field}-${extension.id}`
  const linked = problems.map((one) => ({ ...one, field: one.field && id(one.field) }))
  const at = conflict?.params?.at
  const when = typeof at === 'string' ? localParts(new Date(at), zone) : null
  const { events } = extension
  return (
    <form
      ref={form}
      action={submit}
      noValidate
      className="mt-2 grid max-w-[640px] gap-2 border-s-3 border-edge ps-4"
    >
      {conflict ? (
        <ConflictNotice
          who={conflict.params?.by === undefined ? undefined : String(conflict.params.by)}
          when={when ? `${when.on} ${when.time}` : undefined}
          yours={kept('note')}
          resubmit={
            // What was pressed goes along: this button is none of those that decide.
            <SubmitButton name="decision" value={kept('decision')} variant="default">
              {common('conflict.resubmit')}
            </SubmitButton>
          }
        />
      ) : problems.length > 0 ? (
        <ErrorSummary problems={linked} />
      ) : null}
      <input type="hidden" name="extensionId" value={extension.id} />
      <input type="hidden" name="version" value={conflict?.params?.version ?? extension.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {step === 'grant' ? (
        <TextField
          name="grantedDueOn"
          id={id('grantedDueOn')}
          label={t('decide.date')}
          hint={t('decide.dateHint')}
          defaultValue={kept('grantedDueOn') ?? extension.requestedDueOn ?? ''}
          error={errorOf('grantedDueOn')}
          inputClassName="max-w-48"
        />
      ) : null}
      <PhraseField
        name="note"
        id={id('note')}
        label={t('decide.note')}
        hint={step === 'sign' ? t('decide.signHint') : undefined}
        rows={2}
        phrases={step === 'sign' ? [] : [t('phrases.agree'), t('phrases.agreeOnce'), t('phrases.keep')]}
        defaultValue={kept('note')}
        error={errorOf('note')}
      />
      <div className="flex flex-wrap gap-2">
        {step ? (
          <SubmitButton name="decision" value={step}>
            {t(`decide.${step}`)}
          </SubmitButton>
        ) : null}
        {events.includes('send_back') ? (
          <SubmitButton name="decision" value="send_back" variant="default">
            {t('decide.send_back')}
          </SubmitButton>
        ) : null}
        {events.includes('refuse') ? (
          <SubmitButton name="decision" value="refuse" variant="default">
            {t('decide.refuse')}
          </SubmitButton>
        ) : null}
      </div>
    </form>
  )
}

function WithdrawForm({
  extension,
  idempotencyKey,
  withdraw,
}: Pick<Props, 'extension' | 'idempotencyKey'> & { withdraw: WithdrawAction }) {
  const t = useTranslations('extensions.decide')
  const [state, submit] = useFormAction(withdraw)
  const { problems } = useProblems(state)
  return (
    <form action={submit} className="mt-2 grid gap-2">
      {problems.length > 0 ? <ErrorSummary problems={problems} /> : null}
      <input type="hidden" name="extensionId" value={extension.id} />
      <input type="hidden" name="version" value={extension.version} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SubmitButton variant="quiet" size="s" className="justify-self-start">
        {t('withdraw')}
      </SubmitButton>
    </form>
  )
}
