import type { ReactNode } from 'react'

/** A key. Decoration beside a visible button, so it is not read out; hidden on phones. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="inline-block min-w-5 rounded-sm border border-line bg-surface px-1 text-center font-sans text-[12px] leading-[18px] whitespace-nowrap text-muted max-md:hidden print:hidden in-[.bg-brand]:border-current in-[.bg-brand]:bg-transparent in-[.bg-brand]:text-current"
    >
      {children}
    </kbd>
  )
}
