import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import type { ReportValue } from '@/server/indicators/report-values'
import { useFigures } from './use-figures'

/** The figures that a report carries, for who signs and reviews it; nothing where there are none. */
export function ReportValues({ values }: { values: readonly ReportValue[] }) {
  const t = useTranslations('indicators')
  const figure = useFigures()
  if (values.length === 0) return null
  return (
    <section aria-label={t('report')}>
      <h3 className="text-ui">{t('report')}</h3>
      <ul>
        {values.map((one) => (
          <li key={one.id} className="flex flex-wrap gap-x-3">
            <span>{one.name}</span>
            <b>{t('now', { value: figure(one.value), measure: one.measure })}</b>
            <span className="text-muted">{t.rich('asOf', { on: () => <DateText on={one.on} /> })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
