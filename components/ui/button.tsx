import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/lib/cx'

export type ButtonVariant = 'default' | 'primary' | 'quiet' | 'danger'
export type ButtonSize = 's' | 'm' | 'l'

const BASE =
  'inline-flex items-center justify-center gap-1.5 rounded border text-center transition-colors hover:no-underline ' +
  'aria-disabled:cursor-default aria-disabled:opacity-60 disabled:opacity-60 print:hidden'

const VARIANT: Record<ButtonVariant, string> = {
  default: 'border-edge bg-bg text-text hover:bg-surface',
  primary: 'border-brand bg-brand font-semibold text-on-brand hover:opacity-90',
  quiet: 'border-transparent bg-transparent px-2! text-link hover:bg-surface',
  danger: 'border-danger bg-bg text-danger hover:bg-danger-tint',
}

const SIZE: Record<ButtonSize, string> = {
  s: 'min-h-7 px-2 py-0.5 text-ui max-md:min-h-11 max-md:px-3',
  m: 'min-h-8 px-3 py-1 text-ui max-md:min-h-11 max-md:px-4 max-md:text-prose',
  l: 'min-h-12 px-6 py-2 text-prose font-semibold',
}

/** The look of a button, for elements that are not one (a file input's label). */
export function buttonClass(variant: ButtonVariant = 'default', size: ButtonSize = 'm', className?: string) {
  return cx(BASE, VARIANT[variant], SIZE[size], className)
}

export type ButtonProps = ComponentProps<'button'> & {
  /** `primary` once a screen, labelled verb + object + number. */
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** Work is under way: announced as busy and inert, but focus stays. */
  pending?: boolean
}

export function Button({
  variant,
  size,
  icon,
  pending,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={buttonClass(variant, size, className)}
      {...rest}
    >
      {icon}
      {children}
    </button>
  )
}

export type ButtonLinkProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
}

/** A link that looks like a button: for going somewhere, never for acting. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link className={buttonClass(variant, size, className)} {...rest}>
      {icon}
      {children}
    </Link>
  )
}
