import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { DataTable, type Column } from '@/components/shared/data-table'
import { Section } from '@/components/shared/section'
import { weekday, type LocalDate } from '@/domain/calendar/local-date'

type NamedDay = { on: LocalDate; isWorking: boolean; name: string }

/** Days off and make-up workdays as a list, each with its weekday and name. */
export function CalendarDays({ days, caption }: { days: readonly NamedDay[]; caption?: string }) {
  const t = useTranslations('calendar')
  const columns: Column<NamedDay>[] = [
    { key: 'on', label: t('day'), width: '130px', rowHeader: true, cell: ({ on }) => <DateText on={on} /> },
    {
      key: 'weekday',
      label: t('weekday'),
      width: '110px',
      cell: ({ on }) => t(`weekdayLong.${weekday(on)}`),
    },
    {
      key: 'kind',
      label: t('kind'),
      width: '150px',
      cell: ({ isWorking }) => t(`kinds.${isWorking ? 'working' : 'off'}`),
    },
    { key: 'name', label: t('name'), cell: ({ name }) => name },
  ]
  const table = (
    <div className="max-w-[680px]">
      <DataTable caption={caption ?? t('list')} columns={columns} rows={days} rowKey={({ on }) => on} />
    </div>
  )
  if (caption) return table
  return (
    <Section id="days" title={t('list')} note={days.length} look="page">
      {days.length === 0 ? <p className="text-muted">{t('listEmpty')}</p> : table}
    </Section>
  )
}
