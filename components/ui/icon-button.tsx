import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/lib/cx'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  label: string
  icon: ReactNode
}

/** An icon with a name that is read out and shown on hover. For toolbars of at most five. */
export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cx(
        'inline-flex size-8 items-center justify-center rounded text-text hover:bg-surface disabled:opacity-60 max-md:size-11 print:hidden',
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  )
}
