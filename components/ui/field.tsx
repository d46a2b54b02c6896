import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

/** What every field shares. The id defaults to the name, so that an error summary can link to `#name`. */
export type FieldProps = {
  label: ReactNode
  name: string
  id?: string
  hint?: ReactNode
  /** What is wrong and what to write instead; from the server, after submitting. */
  error?: string | null
  /** Small word behind the label, such as “optional”. */
  note?: ReactNode
  hideLabel?: boolean
  className?: string
}

/** The id of a field: its name, without the `[]` that makes a list of it, so that an error's path finds it. */
export function idOf({ id, name }: Pick<FieldProps, 'id' | 'name'>): string {
  return id ?? name.replace(/\[\]$/, '')
}

/** Ids and aria attributes that tie a control to its label, hint and error. */
export function fieldAria({ id, name, hint, error }: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>) {
  const base = idOf({ id, name })
  const describedBy = cx(hint ? `${base}-hint` : null, error ? `${base}-error` : null)
  return {
    id: base,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
}

/** Border, height and type of a text control; 16 px on a phone so that browsers do not zoom in. */
export const CONTROL =
  'w-full min-h-8 rounded border border-edge bg-bg px-2.5 py-1 text-ui text-text max-md:min-h-11 max-md:text-prose ' +
  'aria-invalid:border-2 aria-invalid:border-danger disabled:bg-surface [&[readonly]]:bg-surface'

/** Label above, hint, the control, error below. */
export function Field({
  label,
  name,
  id,
  hint,
  error,
  note,
  hideLabel,
  className,
  children,
}: FieldProps & { children: ReactNode }) {
  const base = idOf({ id, name })
  return (
    <div className={cx('grid gap-1', error && 'border-s-4 border-danger ps-3', className)}>
      <label htmlFor={base} className={cx('font-semibold', hideLabel && 'sr-only')}>
        {label}
        {note ? <span className="ms-2 font-normal text-muted">{note}</span> : null}
      </label>
      {hint ? (
        <p id={`${base}-hint`} className="text-note text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${base}-error`} className="font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </div>
  )
}
