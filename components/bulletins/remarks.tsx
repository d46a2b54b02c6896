'use client'

import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Disclosure } from '@/components/ui/disclosure'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { figuresById, inlinesText } from '@/domain/bulletins/content-text'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import { ActForm } from './act-form'
import type { BulletinActions } from './bulletin-actions'

const SHOWN = 24

type Props = { bulletin: BulletinPage; today: string; idempotencyKey: string; actions: BulletinActions }

/** 意见: remarks at paragraphs, the open ones first; sending it on waits until they are settled. */
export function Remarks({ bulletin, today, idempotencyKey, actions }: Props) {
  const t = useTranslations('bulletins.remarks')
  const { nameOf } = useTaskWords()
  const { remarks, may } = bulletin
  const open = remarks.filter((one) => !one.settled).length
  if (remarks.length === 0 && !may.remark) return null
  return (
    <Section id="remarks" title={t('title')} note={open > 0 ? t('open', { count: open }) : null}>
      {remarks.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul>
        {remarks.map((one) => (
          <li key={one.id} className="grid gap-1 border-t py-2 first:border-t-0">
            {one.quote ? (
              <a href={`#p-${one.paragraphId}`} lang={bulletin.language} className="text-note">
                {[...one.quote].slice(0, SHOWN).join('')}
                {'…'}
              </a>
            ) : null}
            <p className={one.settled ? 'text-muted whitespace-pre-line' : 'whitespace-pre-line'}>
              {one.text}
            </p>
            <p className="text-note text-muted">
              {t('by', { by: nameOf(one.writtenBy) })}
              <TimeText at={one.writtenAt} today={today} />
              {one.settled ? ` · ${t('settled')}` : null}
            </p>
            {may.settle && !one.settled ? (
              <ActForm
                bulletin={bulletin}
                idempotencyKey={idempotencyKey}
                action={actions.settle}
                hidden={{ remarkId: one.id }}
                label={t('settle')}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {may.remark ? (
        <Disclosure summary={t('add')}>
          <RemarkForm {...{ bulletin, idempotencyKey, actions }} />
        </Disclosure>
      ) : null}
    </Section>
  )
}

function RemarkForm({ bulletin, idempotencyKey, actions }: Omit<Props, 'today'>) {
  const t = useTranslations('bulletins')
  const figures = figuresById(bulletin.content.figures)
  const paragraphs = bulletin.content.sections.flatMap(({ key, paragraphs: own }) =>
    own.map(({ id, inlines }) => {
      const text = inlinesText(inlines, figures, bulletin.language)
      return { value: id, label: `${t(`sections.${key}`)} · ${[...text].slice(0, SHOWN).join('')}…` }
    }),
  )
  return (
    <ActForm
      bulletin={bulletin}
      idempotencyKey={idempotencyKey}
      action={actions.remark}
      label={t('remarks.submit')}
    >
      {(errorOf) => (
        <>
          <Select
            name="paragraphId"
            label={t('remarks.where')}
            emptyLabel={t('remarks.whole')}
            options={paragraphs}
          />
          <TextArea name="text" label={t('remarks.text')} rows={3} error={errorOf('text')} />
        </>
      )}
    </ActForm>
  )
}
