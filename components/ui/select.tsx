import type { ComponentProps } from 'react'
import { cx } from '@/lib/cx'
import { CONTROL, Field, fieldAria, type FieldProps } from './field'

export type Option = { value: string; label: string; disabled?: boolean }

type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps> & {
    options: readonly Option[]
    /** First, empty choice; leave out where one must always be chosen. */
    emptyLabel?: string
  }

/** The browser's own select: on a phone it opens the system's picker. */
export function Select({
  label,
  name,
  id,
  hint,
  error,
  note,
  hideLabel,
  className,
  options,
  emptyLabel,
  ...rest
}: SelectProps) {
  return (
    <Field {...{ label, name, id, hint, error, note, hideLabel, className }}>
      <select {...rest} {...fieldAria({ id, name, hint, error })} className={cx(CONTROL, 'pe-8')}>
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
