import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { logHref, type LogFilter } from '@/domain/audit/log-filter'

/** To the newest entries and to older ones. */
export function LogPages({ filter, next }: { filter: LogFilter; next: string | null }) {
  const t = useTranslations('audit')
  return (
    <nav aria-label={t('pages')} className="flex gap-2 py-4">
      {filter.before ? <ButtonLink href={logHref(filter, { before: null })}>{t('newest')}</ButtonLink> : null}
      {next ? <ButtonLink href={logHref(filter, { before: next })}>{t('older')}</ButtonLink> : null}
    </nav>
  )
}
