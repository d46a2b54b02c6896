import { useTranslations } from 'next-intl'
import { DataTable, type Column } from '@/components/shared/data-table'
import { Section } from '@/components/shared/section'
import type { UrgeFormData } from '@/server/urges/get-urge-form'
import { useUrgeWords } from './use-urge-words'

type Row = UrgeFormData['units'][number] & { on: boolean }

/** What the office is about to add, before it sends: requests to each unit this month, so far and after, beside its open tasks. */
export function BurdenTable({ units, data }: { units: readonly Row[]; data: UrgeFormData }) {
  const t = useTranslations('urges.burden')
  const { nameOf, day } = useUrgeWords()
  const columns: Column<Row>[] = [
    { key: 'unit', label: t('unit'), rowHeader: true, cell: ({ unit }) => nameOf(unit) },
    {
      key: 'before',
      label: t('before'),
      numeric: true,
      cell: ({ burden }) => (
        <>
          {burden.total}
          <span className="block text-note text-muted">{t('parts', burden)}</span>
        </>
      ),
    },
    { key: 'adds', label: t('adds'), numeric: true, cell: ({ burden, on }) => `+${on ? burden.adds : 0}` },
    {
      key: 'after',
      label: t('after'),
      numeric: true,
      cell: ({ burden, on }) => <b>{burden.total + (on ? burden.adds : 0)}</b>,
    },
    { key: 'open', label: t('open'), numeric: true, cell: ({ burden }) => burden.openAssignments },
  ]
  const { requests, units: all } = data.average
  return (
    <Section
      id="burden"
      title={t('title')}
      note={t('note', { from: day(data.month.fromOn), to: day(data.month.toOn) })}
    >
      <DataTable caption={t('caption')} columns={columns} rows={units} rowKey={({ unit }) => unit.id} />
      <p className="pt-2 text-note text-muted">
        {t('average', { value: all === 0 ? '—' : (requests / all).toFixed(1), requests, units: all })}
      </p>
    </Section>
  )
}
