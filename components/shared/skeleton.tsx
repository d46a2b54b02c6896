import { useTranslations } from 'next-intl'

/** Grey lines the size of what is coming, drawn only after 300 ms, since most pages are faster. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const t = useTranslations('common')
  return (
    <div role="status" className="skeleton grid py-4">
      <span className="sr-only">{t('loading')}</span>
      <span aria-hidden className="mb-4 h-8 w-48 rounded bg-raised" />
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} aria-hidden className="flex h-14 items-center gap-4 border-b">
          <span className="h-4 w-16 rounded bg-raised" />
          <span className="h-4 flex-1 rounded bg-raised" />
          <span className="h-4 w-24 rounded bg-raised" />
        </span>
      ))}
    </div>
  )
}
