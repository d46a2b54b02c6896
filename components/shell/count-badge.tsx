import { useTranslations } from 'next-intl'
import { cx } from '@/lib/cx'

/** How many things wait: nothing at 0, 99+ at the top, with words for those who hear it. */
export function CountBadge({
  count,
  tone = 'brand',
  className,
}: {
  count: number
  tone?: 'brand' | 'plain'
  className?: string
}) {
  const t = useTranslations('shell')
  if (count <= 0) return null
  return (
    <span
      data-bar
      className={cx(
        'inline-block min-w-5 rounded-full px-1.5 text-center text-[12px] leading-5 font-semibold',
        tone === 'brand' ? 'bg-brand text-on-brand' : 'bg-raised text-text',
        className,
      )}
    >
      {count > 99 ? '99+' : count}
      <span className="sr-only"> {t('waiting')}</span>
    </span>
  )
}
