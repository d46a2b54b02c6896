'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ConfirmPanel } from '@/components/shared/confirm-panel'
import { Kbd } from '@/components/ui/kbd'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { formatDate } from '@/lib/format-date'
import type { CheckPage } from '@/server/directives/workspace/get-check-page'
import { DecisionForm, type DecisionAction } from './decision-form'
import { RecipientTable } from './recipient-table'

export type CheckActions = Record<'submit' | 'approve' | 'decline' | 'sendBack' | 'dispatch', DecisionAction>

type DecisionFormsProps = { page: CheckPage; idempotencyKey: string; actions: CheckActions }

/** The decision under the check page: one primary act by role, the others folded. */
export function DecisionForms({ page, idempotencyKey, actions }: DecisionFormsProps) {
  const t = useTranslations('workspace.decide')
  const language = useLocale() === 'en' ? 'en' : 'zh-CN'
  const { directive, cards, may, recipients, notices } = page
  const refs = (...statuses: string[]) =>
    cards.filter((card) => statuses.length === 0 || statuses.includes(card.status))
  const cancel = { cancelHref: `/directives/D${directive.no}`, cancelLabel: t('cancel') }
  const drafts = refs('draft')
  const awaiting = refs('awaiting_approval')
  const sent = refs('awaiting_approval', 'approved')
  return (
    <div className="grid gap-6 py-6 print:hidden">
      {may.dispatch ? (
        <DecisionForm primary action={actions.dispatch} {...{ idempotencyKey, directive, cards }}>
          <ConfirmPanel
            title={t('dispatch.title', { count: cards.length })}
            consequence={t('dispatch.consequence', {
              units: recipients.length,
              notices,
              due: formatDate(page.acknowledgeDueOn, language),
            })}
            submit={
              <SubmitButton pendingLabel={t('pending')}>
                {t('dispatch.do', { count: cards.length })}
                <Kbd>{'Ctrl ↵'}</Kbd>
              </SubmitButton>
            }
            {...cancel}
          >
            <RecipientTable page={page} />
          </ConfirmPanel>
        </DecisionForm>
      ) : may.submit ? (
        <DecisionForm primary action={actions.submit} {...{ idempotencyKey, directive }} cards={drafts}>
          <ConfirmPanel
            title={t('submit.title', { count: drafts.length })}
            consequence={t('submit.consequence')}
            submit={
              <SubmitButton pendingLabel={t('pending')}>
                {t('submit.do', { count: drafts.length })}
                <Kbd>{'Ctrl ↵'}</Kbd>
              </SubmitButton>
            }
            {...cancel}
          />
        </DecisionForm>
      ) : cards.length > 0 ? (
        <p className="text-muted">{t(may.edit ? 'blocked' : 'waiting')}</p>
      ) : null}
      {may.sendBack ? (
        <Disclosure summary={t('sendBack.title')}>
          <ReasonForm
            action={actions.sendBack}
            kind="sendBack"
            cards={sent}
            {...{ idempotencyKey, directive }}
          />
        </Disclosure>
      ) : null}
      {may.decline ? (
        <Disclosure summary={t('decline.title')}>
          <ReasonForm
            action={actions.decline}
            kind="decline"
            cards={awaiting}
            {...{ idempotencyKey, directive }}
          />
        </Disclosure>
      ) : null}
      {may.approve ? (
        <Disclosure summary={t('approve.title')}>
          <DecisionForm
            action={actions.approve}
            idempotencyKey={`${idempotencyKey}:approve`}
            directive={directive}
            cards={awaiting}
          >
            <p className="mb-3">{t('approve.consequence')}</p>
            <SubmitButton variant="default">{t('approve.do', { count: awaiting.length })}</SubmitButton>
          </DecisionForm>
        </Disclosure>
      ) : null}
    </div>
  )
}

type ReasonFormProps = {
  action: DecisionAction
  idempotencyKey: string
  kind: 'sendBack' | 'decline'
  cards: CheckPage['cards']
  directive: CheckPage['directive']
}

/** Sends back or declines: for each task a tick (all of them at first), and one reason. */
function ReasonForm({ action, idempotencyKey, kind, cards, directive }: ReasonFormProps) {
  const t = useTranslations('workspace.decide')
  return (
    <DecisionForm
      {...{ action, directive, cards }}
      idempotencyKey={`${idempotencyKey}:${kind}`}
      choose={t(`${kind}.which`)}
    >
      {({ errorOf, kept }) => (
        <>
          <TextArea
            name="reason"
            id={`${kind}-reason`}
            label={t(`${kind}.reason`)}
            error={errorOf('reason')}
            defaultValue={kept('reason')}
            maxLength={1000}
            rows={3}
          />
          <SubmitButton variant="danger" className="mt-3" pendingLabel={t('pending')}>
            {t(`${kind}.do`)}
          </SubmitButton>
        </>
      )}
    </DecisionForm>
  )
}
