import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/shared/data-table'
import { DateText } from '@/components/shared/date-text'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Disclosure } from '@/components/ui/disclosure'
import { countsNow } from '@/domain/indicators/indicator'
import type { ShownIndicator } from '@/server/indicators/list-indicators'
import { useFigures } from './use-figures'

/** Every value that was ever given, newest first: late ones, corrected ones and those of returned reports stay in sight. */
export function IndicatorValues({ indicator }: { indicator: ShownIndicator }) {
  const t = useTranslations('indicators')
  const words = useTaskWords()
  const figure = useFigures()
  const notes = (one: ShownIndicator['values'][number]) =>
    [
      one.late ? t('late') : '',
      one.was === null ? '' : t('revised', { was: figure(one.was) }),
      one.superseded ? t('superseded') : '',
      countsNow(one.reportStatus) ? '' : t('notCounting'),
    ]
      .filter((part) => part !== '')
      .join(' · ')
  return (
    <Disclosure summary={t('details')}>
      <DataTable
        caption={t('details')}
        density="s"
        rows={indicator.values}
        rowKey={(one) => one.id}
        columns={[
          { key: 'on', label: t('columns.asOf'), rowHeader: true, cell: (one) => <DateText on={one.asOf} /> },
          { key: 'unit', label: t('columns.unit'), cell: (one) => words.nameOf(one.unit) },
          { key: 'value', label: t('columns.actual'), numeric: true, cell: (one) => figure(one.value) },
          { key: 'report', label: t('columns.report'), numeric: true, cell: (one) => one.seq },
          { key: 'state', label: t('columns.state'), cell: notes },
        ]}
      />
    </Disclosure>
  )
}
