import type { ComponentProps } from 'react'
import { cx } from '@/lib/cx'
import { CONTROL, Field, fieldAria, type FieldProps } from './field'

type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps> & { inputClassName?: string }

export function TextArea({
  label,
  name,
  id,
  hint,
  error,
  note,
  hideLabel,
  className,
  inputClassName,
  rows = 4,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, name, id, hint, error, note, hideLabel, className }}>
      <textarea
        {...rest}
        {...fieldAria({ id, name, hint, error })}
        rows={rows}
        className={cx(CONTROL, 'block resize-y text-prose', inputClassName)}
      />
    </Field>
  )
}
