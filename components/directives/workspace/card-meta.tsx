'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { leadOf, supportersOf } from '@/domain/directives/draft/apply-units'
import type { DraftPart, DraftTask } from '@/domain/directives/draft/model'
import { formatDate, weekdayOf } from '@/lib/format-date'
import { useWorkspaceFacts } from './workspace-context'
import { cycleWords } from './cycle-day'

/** The facts of a folded card in one line: lead, supporters, date, kind. */
export function CardMeta({ task, proposal }: { task: DraftTask; proposal: DraftPart | null }) {
  const t = useTranslations('workspace')
  const { unitName, localities } = useWorkspaceFacts()
  const language = useLocale() === 'en' ? 'en' : 'zh-CN'
  const lead = leadOf(task)
  const supporters = supportersOf(task)
  const parts = [
    lead
      ? t.rich('card.lead', {
          unit: unitName(lead.unitId),
          b: (words) => <b className="font-normal text-text">{words}</b>,
        })
      : null,
    proposal ? t('card.proposed', { unit: unitName(proposal.unitId) }) : null,
    supporters.length > 0 ? t('card.supporting', { count: supporters.length }) : null,
    task.cascade ? t('card.cascadeTo', { count: localities }) : null,
    task.dueOn ? (
      <b className="font-normal text-text">{`${formatDate(task.dueOn, language)} ${weekdayOf(task.dueOn, language)}`}</b>
    ) : null,
    task.cycle ? cycleWords(t, task) : null,
    task.whole ? t('card.whole') : t(`kinds.${task.kind}`),
  ].filter((part) => part !== null)
  return (
    <span>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? ' · ' : null}
          {part}
        </Fragment>
      ))}
    </span>
  )
}
