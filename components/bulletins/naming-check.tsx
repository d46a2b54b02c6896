'use client'

import Link from 'next/link'
import { Megaphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DateText, TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea } from '@/components/ui/text-area'
import { isSettled, isToTell } from '@/domain/bulletins/naming-check'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import { ActForm } from './act-form'
import type { BulletinActions } from './bulletin-actions'

type Props = { bulletin: BulletinPage; today: string; idempotencyKey: string; actions: BulletinActions }

/** 点名检查: each unit named, what is said of it, the tasks meant, whether it was told, what it answered. Publishing waits for all of them. */
export function NamingCheck({ bulletin, today, idempotencyKey, actions }: Props) {
  const t = useTranslations('bulletins.naming')
  const { namings, may } = bulletin
  const toTell = namings.filter((one) => isToTell(one.state)).length
  const settled = namings.filter((one) => isSettled(one.state)).length
  return (
    <Section
      id="namings"
      title={t('title')}
      note={namings.length > 0 ? t('count', { named: namings.length, settled }) : null}
    >
      {namings.length === 0 ? (
        <p className="text-muted">{bulletin.frozenAt === null ? t('before') : t('none')}</p>
      ) : null}
      {may.tell && toTell > 0 ? (
        <ActForm
          bulletin={bulletin}
          idempotencyKey={idempotencyKey}
          action={actions.tell}
          icon={<Megaphone aria-hidden className="size-4" />}
          label={t('tell', { count: toTell })}
        >
          {() => <p className="text-note text-muted">{t('tellNote')}</p>}
        </ActForm>
      ) : null}
      <ul>
        {namings.map((one) => (
          <Naming key={one.id} naming={one} {...{ bulletin, today, idempotencyKey, actions }} />
        ))}
      </ul>
    </Section>
  )
}

function Naming({
  naming,
  bulletin,
  today,
  idempotencyKey,
  actions,
}: Props & { naming: BulletinPage['namings'][number] }) {
  const t = useTranslations('bulletins.naming')
  const { nameOf } = useTaskWords()
  const { unit, passage, taskNos, state, toldAt, answerByOn, answer, answeredBy, waiveReason } = naming
  return (
    <li className="grid gap-1 border-t py-2 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-2">
        <b>{nameOf(unit)}</b>
        <StatusTag>{t(`states.${state}`)}</StatusTag>
        {taskNos.map((no) => (
          <Link key={no} href={`/tasks/T${no}`} className="inline-flex min-h-6 items-center">{`T${no}`}</Link>
        ))}
      </div>
      <Disclosure summary={t('fact')}>
        <p lang={bulletin.language} className="border-s-3 border-edge ps-3 text-note whitespace-pre-line">
          {passage}
        </p>
      </Disclosure>
      {toldAt ? (
        <p className="text-note text-muted">
          {t.rich('toldAt', { at: () => <TimeText at={toldAt} today={today} /> })}
          {state === 'awaiting' && answerByOn ? (
            <>
              {' · '}
              {t.rich('byOn', { on: () => <DateText on={answerByOn} today={today} /> })}
            </>
          ) : null}
        </p>
      ) : null}
      {answer ? (
        <p className="border-s-3 border-brand ps-3 whitespace-pre-line">
          {answer}
          {answeredBy ? <span className="block text-note text-muted">{nameOf(answeredBy)}</span> : null}
        </p>
      ) : null}
      {waiveReason ? <p className="text-note text-muted">{t('reason', { reason: waiveReason })}</p> : null}
      {bulletin.may.waive && !isSettled(state) ? (
        <Disclosure summary={t('waive')}>
          <ActForm
            bulletin={bulletin}
            idempotencyKey={idempotencyKey}
            action={actions.waive}
            hidden={{ namingId: naming.id }}
            label={t('waiveSubmit')}
          >
            {(errorOf) => (
              <TextArea
                name="reason"
                id={`reason-${naming.id}`}
                label={t('waiveTitle', { unit: nameOf(unit) })}
                hint={t('waiveHint')}
                rows={2}
                error={errorOf('reason')}
              />
            )}
          </ActForm>
        </Disclosure>
      ) : null}
    </li>
  )
}
