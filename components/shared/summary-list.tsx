import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

export type SummaryRow = {
  key: string
  label: ReactNode
  value: ReactNode
  /** A link or button that changes it. */ action?: ReactNode
}

/** Names and values in two columns; `ruled` draws lines between the rows, for check pages. */
export function SummaryList({
  rows,
  ruled,
  className,
}: {
  rows: readonly SummaryRow[]
  ruled?: boolean
  className?: string
}) {
  return (
    <dl className={cx('grid', ruled ? 'border-t' : 'gap-3', className)}>
      {rows.map((row) => (
        <div
          key={row.key}
          className={cx('grid grid-cols-[88px_minmax(0,1fr)_auto] gap-x-4', ruled && 'border-b py-2')}
        >
          <dt className="text-muted">{row.label}</dt>
          <dd>{row.value}</dd>
          {row.action ? <dd className="print:hidden">{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
