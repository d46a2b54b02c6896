import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText, TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { SummaryList } from '@/components/shared/summary-list'
import type { ActionState } from '@/domain/action-state'
import type { SlipPage } from '@/server/urges/get-slip'
import { AnswerForm } from './answer-form'
import { EscalateForm } from './escalate-form'
import { useUrgeWords } from './use-urge-words'

type OnSlip = ActionState<{ slipNo: number }>
export type SlipAction = (state: OnSlip, payload: FormData) => Promise<OnSlip>

type SlipViewProps = {
  slip: SlipPage
  today: string
  zone: string
  keys: { answer: string; escalate: string }
  actions: { draft: SlipAction; sign: SlipAction; escalate: SlipAction }
}

/** 催办单: what arrived, about which tasks, and the answer to it. */
export function SlipView({ slip, today, zone, keys, actions }: SlipViewProps) {
  const t = useTranslations('urges')
  const words = useUrgeWords()
  const { acts } = slip
  return (
    <div className="max-w-[880px]">
      <SummaryList
        rows={[
          { key: 'unit', label: t('facts.unit'), value: words.nameOf(slip.unit) },
          {
            key: 'from',
            label: t('facts.from'),
            value: (
              <>
                {words.nameOf(slip.senderUnit)}{' '}
                <span className="text-muted">{slip.sentBy ? words.nameOf(slip.sentBy) : t('bySystem')}</span>
              </>
            ),
          },
          { key: 'at', label: t('facts.at'), value: <TimeText at={slip.sentAt} /> },
          { key: 'by', label: t('facts.answerBy'), value: <DateText on={slip.answerByOn} today={today} /> },
          {
            key: 'status',
            label: t('facts.status'),
            value: (
              <span className="flex flex-wrap gap-2">
                <StatusTag>{t(`status.${slip.status}`)}</StatusTag>
                {slip.late && slip.status !== 'sent' && slip.status !== 'escalated' ? (
                  <span className="font-semibold text-off">
                    {slip.status === 'answered' ? t('late') : null}
                  </span>
                ) : null}
              </span>
            ),
          },
        ]}
      />
      {slip.text ? (
        <p className="mt-4 whitespace-pre-wrap border-s-3 border-brand ps-3 text-prose">{slip.text}</p>
      ) : null}
      <SlipItems slip={slip} />
      {slip.answer && slip.answeredAt ? (
        <Section id="answer" title={t('answer.title')}>
          <p className="whitespace-pre-wrap text-prose">{slip.answer}</p>
          <p className="pt-1 text-note text-muted">
            {slip.answeredBy ? t('answer.answered', { name: words.nameOf(slip.answeredBy) }) : null}{' '}
            <TimeText at={slip.answeredAt} />
          </p>
        </Section>
      ) : null}
      {acts.draft || acts.sign ? (
        <AnswerForm slip={slip} zone={zone} idempotencyKey={keys.answer} actions={actions} />
      ) : null}
      {acts.escalate ? (
        <EscalateForm
          slip={slip}
          next={acts.escalate}
          zone={zone}
          idempotencyKey={keys.escalate}
          action={actions.escalate}
        />
      ) : null}
    </div>
  )
}

function SlipItems({ slip }: { slip: SlipPage }) {
  const t = useTranslations('urges')
  const words = useUrgeWords()
  const columns: Column<SlipPage['items'][number]>[] = [
    {
      key: 'task',
      label: t('taskColumn'),
      rowHeader: true,
      cell: ({ task }) =>
        task ? <Link href={`/tasks/T${task.no}`}>{`T${task.no} ${task.title}`}</Link> : '—',
    },
    { key: 'fact', label: t('fact'), cell: (item) => words.fact(item) },
    {
      key: 'status',
      label: t('itemStatus'),
      width: '160px',
      cell: ({ status, settled }) => <StatusTag>{settled ? t('byDeed') : t(`status.${status}`)}</StatusTag>,
    },
  ]
  return (
    <Section id="items" title={t('items')} note={slip.items.length}>
      <DataTable
        caption={t('itemsCaption', { no: slip.no })}
        columns={columns}
        rows={slip.items}
        rowKey={(item) => item.id}
      />
    </Section>
  )
}
