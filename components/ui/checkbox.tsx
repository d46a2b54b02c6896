import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/lib/cx'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode
  hint?: ReactNode
  /** For tables: the name is read out, only the box is drawn. */
  hideLabel?: boolean
}

/** A tick box; the whole label is the target, at least 24 px high (44 on a phone). */
export function Checkbox({ label, hint, hideLabel, className, ...rest }: CheckboxProps) {
  return (
    <label
      className={cx(
        'inline-flex min-h-6 items-start gap-2 max-md:min-h-11 max-md:items-center',
        hideLabel && 'min-w-6 max-md:min-w-11',
        className,
      )}
    >
      <input type="checkbox" {...rest} className="ck mt-[3px] size-4 shrink-0 max-md:mt-0 max-md:size-5" />
      <span className={hideLabel ? 'sr-only' : undefined}>
        {label}
        {hint ? <span className="block text-note text-muted">{hint}</span> : null}
      </span>
    </label>
  )
}
