import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

/** A sentence of the directive, as received, with where it stands. `note` draws a returned report's reason: smaller. */
export function Quote({
  children,
  source,
  look = 'directive',
  lang,
}: {
  children: ReactNode
  source?: ReactNode
  look?: 'directive' | 'note'
  lang?: string
}) {
  return (
    <figure className={cx('border-s-3 ps-4', look === 'directive' ? 'border-brand' : 'border-edge')}>
      <blockquote lang={lang} className={look === 'directive' ? 'measure text-directive' : undefined}>
        {children}
      </blockquote>
      {source ? <figcaption className="mt-1 text-note text-muted">{source}</figcaption> : null}
    </figure>
  )
}
