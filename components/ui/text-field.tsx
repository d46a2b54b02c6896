import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { CONTROL, Field, fieldAria, type FieldProps } from './field'

type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'size'> & {
    /** Unit of measure or sign behind the input. */
    suffix?: ReactNode
    /** `l` on sign-in and on phone forms. */
    size?: 'm' | 'l'
    inputClassName?: string
  }

export function TextField({
  label,
  name,
  id,
  hint,
  error,
  note,
  hideLabel,
  className,
  suffix,
  size,
  inputClassName,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const input = (
    <input
      {...rest}
      {...fieldAria({ id, name, hint, error })}
      type={type}
      className={cx(CONTROL, size === 'l' && 'min-h-12 text-prose', inputClassName)}
    />
  )
  return (
    <Field {...{ label, name, id, hint, error, note, hideLabel, className }}>
      {suffix ? (
        <span className="flex items-center gap-2">
          {input}
          <span className="whitespace-nowrap text-muted">{suffix}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  )
}
