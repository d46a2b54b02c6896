import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type RadioGroupProps = {
  legend: ReactNode
  name: string
  /** Defaults to the name. */
  id?: string
  options: readonly RadioOption[]
  defaultValue?: string
  /** Use with `onValueChange` for a controlled group. */
  value?: string
  onValueChange?: (value: string) => void
  hint?: ReactNode
  error?: string | null
  /** `segmented` draws one row of joined buttons, for two to five short words. */
  look?: 'list' | 'inline' | 'segmented'
  hideLegend?: boolean
  className?: string
}

const GROUP = {
  list: 'grid gap-1',
  inline: 'flex flex-wrap gap-x-6 gap-y-1',
  segmented: 'inline-flex flex-wrap rounded border border-edge',
}
const ITEM = {
  list: 'flex min-h-6 items-start gap-2 max-md:min-h-11 max-md:items-center',
  inline: 'inline-flex min-h-6 items-start gap-2 max-md:min-h-11 max-md:items-center',
  segmented:
    'inline-flex min-h-[30px] items-center px-3 not-first:border-s has-checked:bg-brand-tint has-checked:font-semibold has-checked:text-brand ' +
    'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus max-md:min-h-11',
}

/** One of several, as native radio buttons: arrows move, the form carries the value. The first one has the group's id. */
export function RadioGroup({
  legend,
  name,
  id = name,
  options,
  defaultValue,
  value,
  onValueChange,
  hint,
  error,
  look = 'list',
  hideLegend,
  className,
}: RadioGroupProps) {
  return (
    <fieldset
      className={cx('grid gap-1', error && 'border-s-4 border-danger ps-3', className)}
      aria-describedby={cx(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined}
    >
      <legend className={cx('mb-1 font-semibold', hideLegend && 'sr-only')}>{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-note text-muted">
          {hint}
        </p>
      ) : null}
      <div className={cx(GROUP[look], 'justify-self-start')}>
        {options.map((option, index) => (
          <label key={option.value} className={ITEM[look]}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={name}
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value, onChange: () => onValueChange?.(option.value) })}
              className={
                look === 'segmented' ? 'sr-only' : 'ck mt-[3px] size-4 shrink-0 max-md:mt-0 max-md:size-5'
              }
            />
            <span>
              {option.label}
              {option.hint ? (
                <span className="block text-note font-normal text-muted">{option.hint}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
