import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'

type PagerProps = {
  /** Numbers of the first and last row shown, from 1, where known. */
  from?: number
  to?: number
  total: number
  prevHref?: string | null
  nextHref?: string | null
}

/** Keyset pages: backwards and forwards, with the total. No endless scroll. */
export function Pager({ from, to, total, prevHref, nextHref }: PagerProps) {
  const t = useTranslations('common')
  return (
    <nav aria-label={t('pages')} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="text-muted">
        {from === undefined || to === undefined
          ? t('total', { total })
          : t('rangeOfTotal', { from, to, total })}
      </span>
      {prevHref || nextHref ? (
        <span className="ms-auto flex gap-2">
          {prevHref ? (
            <ButtonLink href={prevHref} rel="prev">
              {t('previousPage')}
            </ButtonLink>
          ) : null}
          {nextHref ? (
            <ButtonLink href={nextHref} rel="next">
              {t('nextPage')}
            </ButtonLink>
          ) : null}
        </span>
      ) : null}
    </nav>
  )
}
