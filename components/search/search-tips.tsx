import { useTranslations } from 'next-intl'
import { cx } from '@/lib/cx'

const TIPS = ['number', 'words', 'docNumber', 'letters', 'act'] as const

/** What can be typed, with an example each. */
export function SearchTips({ admin, className }: { admin: boolean; className?: string }) {
  const t = useTranslations('search')
  const lines = admin ? [t('adminTips.unit'), t('adminTips.person')] : TIPS.map((tip) => t(`tips.${tip}`))
  return (
    <div className={cx('grid gap-1 text-muted', className)}>
      <p>{t('intro')}</p>
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
