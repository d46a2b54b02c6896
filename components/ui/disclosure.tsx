import { ChevronRight } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/lib/cx'

/** Native details: folds without script, opens in print when `open`. */
export function Disclosure({
  summary,
  children,
  className,
  ...rest
}: Omit<ComponentProps<'details'>, 'summary'> & { summary: ReactNode }) {
  return (
    <details {...rest} className={cx('group', className)}>
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 text-link hover:underline max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}
