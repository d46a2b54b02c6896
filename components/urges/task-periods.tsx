import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { TaskPeriods } from '@/server/tasks/list-periods'

type Row = TaskPeriods['parts'][number]['periods'][number]

const DAY_OF = { weekly: 'week', fortnightly: 'fortnight', monthly: 'month', quarterly: 'quarter' } as const
const MARK = { served: '●', missed: '◆', due: '○', ahead: '○', excused: '‖' } as const
const TONE = {
  served: 'text-ok',
  missed: 'text-off',
  due: '',
  ahead: 'text-muted',
  excused: 'text-muted',
} as const

/** 报告周期: by unit each period with its due day, and whether it was reported. */
export function TaskPeriodsSection({ data, today }: { data: TaskPeriods; today: string }) {
  const t = useTranslations('urges.periods')
  const tasks = useTranslations('tasks')
  const days = useTranslations('urges.days')
  const { nameOf } = useTaskWords()
  const columns: Column<Row>[] = [
    {
      key: 'period',
      label: t('period'),
      rowHeader: true,
      cell: ({ n, startOn, endOn }) => (
        <>
          {t('n', { n })}{' '}
          <span className="text-muted">
            <DateText on={startOn} look="table" /> — <DateText on={endOn} look="table" />
          </span>
        </>
      ),
    },
    {
      key: 'due',
      label: t('due'),
      width: '140px',
      cell: ({ dueOn, state }) => <DateText on={dueOn} today={state === 'due' ? today : undefined} />,
    },
    {
      key: 'state',
      label: t('state'),
      width: '180px',
      cell: ({ state, servedOn }) => (
        <span className={TONE[state]}>
          <span aria-hidden>{MARK[state]} </span>
          {t(`states.${state}`)}
          {servedOn ? (
            <span className="ps-2 text-note text-muted">
              {t.rich('servedOn', { on: () => <DateText on={servedOn} /> })}
            </span>
          ) : null}
        </span>
      ),
    },
  ]
  return (
    <Section
      id="periods"
      title={t('title')}
      note={data.day === null ? tasks(`cycle.${data.cycle}`) : days(DAY_OF[data.cycle], { day: data.day })}
    >
      {data.parts.map((part) => (
        <div key={part.id} className="pb-3">
          <p className="pb-1">
            <b>{nameOf(part.unit)}</b>{' '}
            <span className="text-muted">
              {tasks(`part.${part.part}`)} · {t('note', { served: part.served, total: part.total })}
            </span>
          </p>
          <DataTable
            caption={t('caption')}
            columns={columns}
            rows={part.periods}
            rowKey={(row) => String(row.n)}
          />
        </div>
      ))}
    </Section>
  )
}
