import { useTranslations } from 'next-intl'
import { cx } from '@/lib/cx'

type ProgressPairProps = {
  /** Claimed by the unit, 0 to 100 points; null: nothing claimed yet. */
  claimed: number | null
  /** Verified by the office, 0 to 100 points; null: nothing verified yet. */
  verified: number | null
  /** Time-proportional progress, drawn as a tick. */
  expected?: number | null
  numbers?: boolean
  className?: string
}

/** Claimed is always hollow, verified always solid: one over the other, two numbers under it. */
export function ProgressPair({ claimed, verified, expected, numbers = true, className }: ProgressPairProps) {
  const t = useTranslations('common')
  const say = (value: number | null) =>
    value === null ? (
      <span>
        {'—'}
        <span className="sr-only">{t('noData')}</span>
      </span>
    ) : (
      `${value}%`
    )
  return (
    <span className={cx('grid gap-1', className)}>
      <span aria-hidden data-bar className="relative block h-2.5 border-b border-line">
        <span
          className="absolute inset-y-0 start-0 border border-brand bg-bg"
          style={{ width: `${claimed ?? 0}%` }}
          hidden={!claimed}
        />
        <span className="absolute inset-y-0 start-0 bg-brand" style={{ width: `${verified ?? 0}%` }} />
        {expected == null ? null : (
          <span
            className="absolute -inset-y-0.5 border-s-2 border-text"
            style={{ insetInlineStart: `${expected}%` }}
          />
        )}
      </span>
      {numbers ? (
        <span className="flex flex-wrap gap-x-3 text-note text-muted">
          <span className="whitespace-nowrap">
            {t('claimed')} <b className="text-text">{say(claimed)}</b>
          </span>
          <span className="whitespace-nowrap">
            {t('verified')} <b className="text-text">{say(verified)}</b>
          </span>
        </span>
      ) : null}
    </span>
  )
}
