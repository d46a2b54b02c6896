import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

type SectionProps = {
  /** Anchor of the section; its heading gets `<id>-title`. */
  id: string
  title: ReactNode
  /** Count or note behind the title, muted. */
  note?: ReactNode
  /** Link or switch at the end of the heading line. */
  end?: ReactNode
  /** `page`: 20 px over a strong rule (desk); `record`: 16 px, rule under the section (task page). */
  look?: 'page' | 'record'
  level?: 2 | 3
  className?: string
  children: ReactNode
}

/** A named part of a page: a heading and a rule, no box. */
export function Section({
  id,
  title,
  note,
  end,
  look = 'record',
  level = 2,
  className,
  children,
}: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const page = look === 'page'
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={cx(page ? 'mt-2' : 'border-b py-3 pb-4 last:border-b-0', className)}
    >
      <div
        className={cx(
          'flex flex-wrap items-baseline gap-x-2',
          page ? 'border-b border-edge pt-3 pb-2' : 'mb-2',
        )}
      >
        <Heading id={`${id}-title`} className={page ? 'text-section' : 'text-[16px] leading-6'}>
          {title}
        </Heading>
        {note === undefined || note === null ? null : (
          <span className={cx('text-muted', page ? 'text-section' : 'text-note')}>{note}</span>
        )}
        {end ? (
          <div className="ms-auto text-ui [&>a]:inline-flex [&>a]:min-h-6 [&>a]:items-center max-md:[&>a]:min-h-11">
            {end}
          </div>
        ) : null}
      </div>
      {children}
    </section>
  )
}
