import { X } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/lib/cx'

const CHIP =
  'inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-ui max-md:min-h-11 max-md:px-4 print:hidden'
const OFF = 'border-line bg-bg text-text hover:bg-surface'
const ON = 'border-brand bg-brand-tint font-semibold text-brand'

/** A filter or quick choice that is a link; `current` marks the one in force. */
export function ChipLink({
  current,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & { current?: boolean }) {
  return (
    <Link
      {...rest}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={cx(CHIP, current ? ON : OFF, 'hover:no-underline', className)}
    >
      {children}
    </Link>
  )
}

/** A quick choice that is a button; `pressed` for a switch. */
export function ChipButton({
  pressed,
  className,
  children,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { pressed?: boolean }) {
  return (
    <button {...rest} type={type} aria-pressed={pressed} className={cx(CHIP, pressed ? ON : OFF, className)}>
      {children}
    </button>
  )
}

/** A chosen filter; following the link takes it away. `removeLabel` is what the link does, in full. */
export function FilterChip({
  href,
  removeLabel,
  children,
}: {
  href: string
  removeLabel: string
  children: ReactNode
}) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-label={removeLabel}
      title={removeLabel}
      className={cx(CHIP, OFF, 'pe-1.5! hover:no-underline')}
    >
      {children}
      <X aria-hidden className="size-4 text-muted" />
    </Link>
  )
}
