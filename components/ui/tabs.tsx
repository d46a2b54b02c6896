import Link from 'next/link'
import type { ReactNode } from 'react'

export type TabItem = { href: string; label: ReactNode; count?: ReactNode; current?: boolean }

/** Views of one list, as links: the address says which. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="flex gap-6 overflow-x-auto border-b print:hidden">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          className="inline-flex min-h-10 items-center gap-1.5 border-y-3 border-transparent whitespace-nowrap text-text hover:no-underline aria-[current]:border-b-brand aria-[current]:font-semibold aria-[current]:text-brand max-md:min-h-11"
        >
          {item.label}
          {item.count === undefined ? null : (
            <span className="font-normal text-muted in-aria-[current]:text-inherit">{item.count}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}
