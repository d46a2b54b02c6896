'use client'

import { useTranslations } from 'next-intl'
import { useFailureText } from '@/components/shared/failure-text'
import { ButtonLink } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { BULLETIN_EVENTS_WITH_REASON, type BulletinEvent } from '@/domain/bulletins/lifecycle'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import { ActForm } from './act-form'
import type { BulletinActions } from './bulletin-actions'

type Props = { bulletin: BulletinPage; act: string; idempotencyKey: string; actions: BulletinActions }

/** A draft is given up, what went on is withdrawn: the same step under its own word. */
const wordOf = (event: BulletinEvent, status: BulletinPage['status']) =>
  event === 'withdraw' && status === 'draft' ? 'discard' : event

/** What may be done with the bulletin now; what goes out is confirmed in sight of its consequence. What stands against a step is said in its place. */
export function StepPanel({ bulletin, act, idempotencyKey, actions }: Props) {
  const t = useTranslations('bulletins')
  const common = useTranslations('common')
  const say = useFailureText()
  const { steps, no, status, kind, namings } = bulletin
  const href = `/bulletins/B${no}`
  const open = steps.find((one) => one.event === act && one.obstacles.length === 0)
  if (open) {
    const word = wordOf(open.event, status)
    const asks = BULLETIN_EVENTS_WITH_REASON.includes(open.event)
    const consequence = word === 'publish' && kind === 'special_report' ? 'publishReport' : word
    return (
      <section id="act" className="grid gap-3 border-t-4 border-double border-brand py-4">
        <h2 className="text-section">{t(`stepsOf.${word}`, { no })}</h2>
        <p>{t(`consequence.${consequence}`, { named: namings.length })}</p>
        <ActForm
          bulletin={bulletin}
          idempotencyKey={idempotencyKey}
          action={actions.step}
          hidden={{ event: open.event }}
          variant={open.event === 'withdraw' ? 'danger' : 'primary'}
          label={t(`stepsOf.${word}`, { no })}
        >
          {(errorOf) =>
            asks ? (
              <TextArea
                name="reason"
                label={t('reason')}
                hint={t('reasonHint')}
                rows={3}
                error={errorOf('reason')}
              />
            ) : null
          }
        </ActForm>
        <div>
          <ButtonLink href={href} variant="quiet">
            {common('cancel')}
          </ButtonLink>
        </div>
      </section>
    )
  }
  if (steps.length === 0) return null
  return (
    <div className="grid gap-2 border-b py-3">
      <div className="flex flex-wrap gap-2">
        {steps
          .filter((one) => one.obstacles.length === 0)
          .map(({ event }, at) => (
            <ButtonLink
              key={event}
              href={`${href}?act=${event}#act`}
              variant={at === 0 && isForward(event) && !bulletin.may.edit ? 'primary' : 'default'}
            >
              {t(`steps.${wordOf(event, status)}`)}
            </ButtonLink>
          ))}
      </div>
      {steps
        .filter((one) => one.obstacles.length > 0)
        .map(({ event, obstacles }) => (
          <p key={event} className="text-note text-muted">
            {t('not', {
              step: t(`steps.${wordOf(event, status)}`),
              why: obstacles.map((one) => say(one.code, one.params)).join(t('join')),
            })}
          </p>
        ))}
    </div>
  )
}

const isForward = (event: BulletinEvent) => event !== 'send_back' && event !== 'withdraw'
