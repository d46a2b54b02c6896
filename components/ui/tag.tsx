import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

const TONE = {
  plain: 'border-line text-muted',
  /** 特急: reversed, never red. */
  urgent: 'border-text bg-text text-bg',
  /** Something is missing that someone must fill in. */
  gap: 'border-risk-edge bg-risk-tint text-risk',
}

export type TagTone = keyof typeof TONE

/** A word that states a fact. It is text: it never looks or acts like a button. */
export function Tag({
  tone = 'plain',
  className,
  children,
}: {
  tone?: TagTone
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={cx(
        'inline-block rounded-sm border px-1.5 text-[12px] leading-[18px] font-normal whitespace-nowrap',
        TONE[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
