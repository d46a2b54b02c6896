import Link from 'next/link'
import type { ReactNode } from 'react'

/** A choice that stands in the address (view, scale, compare date): links, the current one marked. */
export function SegmentedLinks({
  label,
  items,
}: {
  label: string
  items: readonly { href: string; label: ReactNode; current?: boolean }[]
}) {
  return (
    <span
      role="group"
      aria-label={label}
      className="inline-flex flex-wrap rounded border border-edge text-ui print:hidden"
    >
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          scroll={false}
          aria-current={item.current ? 'true' : undefined}
          className="inline-flex min-h-[30px] items-center gap-1.5 px-3 text-text not-first:border-s hover:bg-surface hover:no-underline aria-[current]:bg-brand-tint aria-[current]:font-semibold aria-[current]:text-brand max-md:min-h-11"
        >
          {item.label}
        </Link>
      ))}
    </span>
  )
}
