import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

/** The light of progress; `late` is completed late; suspended and terminated stand in place of a light. */
export type LightName = 'idle' | 'ok' | 'risk' | 'off' | 'done' | 'late' | 'suspended' | 'terminated'

const SHAPE: Record<LightName, ReactNode> = {
  idle: <circle cx="7" cy="7" r="5" />,
  ok: <circle cx="7" cy="7" r="5.5" />,
  risk: <path d="M7 1.2 13 12.6H1z" strokeLinejoin="round" />,
  off: <path d="M7 .6 13.4 7 7 13.4.6 7z" strokeLinejoin="round" />,
  done: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="1.5" />
      <path className="shape-tick" d="m3.8 7.2 2.3 2.3 4.2-4.8" />
    </>
  ),
  late: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="1.5" />
      <path className="shape-tick" d="m3.8 7.2 2.3 2.3 4.2-4.8" />
      <path className="shape-late" d="M8.5 0H14v5.5z" />
    </>
  ),
  suspended: <path d="M4.5 2v10M9.5 2v10" />,
  terminated: <path d="m2.5 2.5 9 9m0-9-9 9" />,
}

/** The shape alone: beside a count, or on the timeline, where the word is one focus away. */
export function LightShape({ light, className }: { light: LightName; className?: string }) {
  return (
    <svg className={cx(`shape l-${light}`, className)} viewBox="0 0 14 14" aria-hidden="true">
      {SHAPE[light]}
    </svg>
  )
}

type LightProps = {
  light: LightName
  /** Why: always given where a light stands alone, such as “3 working days overdue”. */
  reason?: ReactNode
  /** Defaults to the light's own word in the reader's language. */
  word?: ReactNode
  /** Reason under the word instead of behind it, for table cells. */
  stacked?: boolean
  className?: string
}

/** Shape + word + reason: never colour alone, and the same everywhere. */
export function Light({ light, reason, word, stacked, className }: LightProps) {
  const t = useTranslations('common')
  return (
    <span className={cx(stacked ? 'light-stack' : 'light', `l-${light}`, className)}>
      <LightShape light={light} />
      <b>{word ?? t(`lights.${light}`)}</b>
      {reason ? (
        <span className="light-why">
          {stacked ? null : <span aria-hidden>{'· '}</span>}
          {reason}
        </span>
      ) : null}
    </span>
  )
}

type LightCountsProps = {
  /** In the order to be shown; zero counts are left out unless `showZero`. */
  counts: readonly { light: LightName; count: number; href?: string }[]
  words?: boolean
  showZero?: boolean
}

/** How many of each light. Every number is a link to the rows behind it (crawled by `data-count`). */
export function LightCounts({ counts, words = true, showZero }: LightCountsProps) {
  const t = useTranslations('common')
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-1">
      {counts
        .filter((entry) => showZero || entry.count > 0)
        .map(({ light, count, href }) => {
          const content = (
            <>
              <LightShape light={light} />
              <span className={words ? undefined : 'sr-only'}>{t(`lights.${light}`)}</span>
              <b>{count}</b>
            </>
          )
          const look = 'inline-flex min-h-6 items-center gap-1 whitespace-nowrap text-text'
          return href ? (
            <Link key={light} href={href} className={`${look} max-md:min-h-11`} data-count={count}>
              {content}
            </Link>
          ) : (
            <span key={light} className={look}>
              {content}
            </span>
          )
        })}
    </span>
  )
}
