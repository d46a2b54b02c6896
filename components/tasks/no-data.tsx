import { useTranslations } from 'next-intl'

/** A dash, read out as “no data”. */
export function NoData() {
  const t = useTranslations('common')
  return (
    <span className="text-muted">
      <span aria-hidden>{'—'}</span>
      <span className="sr-only">{t('noData')}</span>
    </span>
  )
}
