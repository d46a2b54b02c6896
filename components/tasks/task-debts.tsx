import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import type { TaskPart } from '@/server/tasks/task-parts'
import { NoData } from './no-data'
import { useTaskWords } from './use-task-words'

type TaskDebtsProps = {
  parts: readonly TaskPart[]
  today: string
  /** Links and forms of the acts that this person may do on a part; null for none. */
  actsOf: (part: TaskPart) => ReactNode
}

/** 谁欠什么: each unit's debt has its own line: what, by when, how many working days. */
export function TaskDebts({ parts, today, actsOf }: TaskDebtsProps) {
  const t = useTranslations('tasks')
  const words = useTaskWords()
  const open = parts.filter((part) => part.next).length
  const columns: Column<TaskPart>[] = [
    {
      key: 'unit',
      label: t('debts.unit'),
      rowHeader: true,
      width: '22%',
      cell: (part) => (
        <>
          {words.nameOf(part.unit)}{' '}
          <span className="text-note text-muted max-md:text-ui">{t(`part.${part.part}`)}</span>
          {part.person ? (
            <span className="block text-note text-muted">
              {t('debts.person', { name: words.nameOf(part.person) })}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'status',
      label: t('debts.status'),
      width: '96px',
      cell: (part) => (part.status ? <StatusTag>{t(`partStatus.${part.status}`)}</StatusTag> : <NoData />),
    },
    {
      key: 'progress',
      label: t('debts.progress'),
      width: '112px',
      nowrap: true,
      cell: (part) =>
        part.claimed === null || part.verified === null ? <NoData /> : `${part.claimed}% / ${part.verified}%`,
    },
    { key: 'next', label: t('debts.next'), cell: (part) => <Next part={part} /> },
    {
      key: 'on',
      label: t('debts.on'),
      width: '116px',
      cell: (part) =>
        part.next?.on ? (
          <b>
            <DateText on={part.next.on} today={today} />
            {part.next.unpublished ? (
              <span className="block text-note font-normal text-risk">
                {t('debts.unpublished', { year: String(part.next.unpublished) })}
              </span>
            ) : null}
          </b>
        ) : (
          <NoData />
        ),
    },
    {
      key: 'days',
      label: t('debts.days'),
      numeric: true,
      width: '84px',
      nowrap: true,
      cell: (part) => <Days part={part} />,
    },
  ]
  const acting = parts.flatMap((part) => {
    const acts = actsOf(part)
    return acts ? [{ part, acts }] : []
  })
  return (
    <Section id="debts" title={t('page.debts')} note={t('debts.note', { units: parts.length, open })}>
      <DataTable caption={t('page.debts')} columns={columns} rows={parts} rowKey={(part) => part.id} />
      {acting.map(({ part, acts }) => (
        <div key={part.id} className="flex flex-wrap items-center gap-2 border-b py-2 print:hidden">
          <span className="me-2 text-muted">{words.nameOf(part.unit)}</span>
          {acts}
        </div>
      ))}
    </Section>
  )
}

function Next({ part }: { part: TaskPart }) {
  const t = useTranslations('tasks.debts')
  const act = part.next?.act
  const known = ['acknowledge', 'rule', 'report', 'sign_off', 'review'] as const
  const next = known.find((one) => one === act)
  return (
    <>
      {part.status === null ? <NoData /> : next ? <b>{t(`acts_next.${next}`)}</b> : t('none')}
      {part.refusalReason ? (
        <span className="block text-note text-muted">{t('refusal', { reason: part.refusalReason })}</span>
      ) : null}
      {part.status === 'waived' && part.closeReason ? (
        <span className="block text-note text-muted">{t('waived', { reason: part.closeReason })}</span>
      ) : null}
    </>
  )
}

function Days({ part }: { part: TaskPart }) {
  const t = useTranslations('tasks.debts')
  const { next } = part
  if (!next) return <NoData />
  if (next.on === null) return t('waited', { days: next.days })
  if (next.late) return <span className="font-semibold text-off">{t('late', { days: next.days })}</span>
  return next.days === 0 ? (
    <span className="font-semibold text-risk">{t('today')}</span>
  ) : (
    t('left', { days: next.days })
  )
}
