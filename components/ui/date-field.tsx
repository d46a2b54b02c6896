'use client'

import { CalendarDays } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { CONTROL, Field, fieldAria, type FieldProps } from './field'
import { IconButton } from './icon-button'

/** What the server reads in what was typed: the line to show, and the date when there is one. */
export type DateEcho = { text: ReactNode; on?: string; tone?: 'plain' | 'warning' }

type DateFieldProps = FieldProps & {
  /** As typed, or 'YYYY-MM-DD'. */
  defaultValue?: string
  /** Asked 250 ms after typing stops; knows 4-30, 4月底, +10wd and the calendar of working days. */
  echo?: (typed: string) => Promise<DateEcho | null>
  onValueChange?: (typed: string) => void
  min?: string
  max?: string
  autoFocus?: boolean
}

/** A date is typed; the browser's calendar is an extra. What was typed is sent, the server reads it again. */
export function DateField({
  label,
  name,
  id,
  hint,
  error,
  note,
  hideLabel,
  className,
  defaultValue = '',
  echo,
  onValueChange,
  min,
  max,
  autoFocus,
}: DateFieldProps) {
  const t = useTranslations('common')
  const [typed, setTyped] = useState(defaultValue)
  const [answer, setAnswer] = useState<{ typed: string; echo: DateEcho | null } | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const ask = useRef(echo)
  useEffect(() => {
    ask.current = echo
  })

  useEffect(() => {
    if (!ask.current || typed.trim() === '') return
    let current = true
    const timer = setTimeout(() => {
      ask.current?.(typed).then(
        (found) => current && setAnswer({ typed, echo: found }),
        () => current && setAnswer(null),
      )
    }, 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [typed])

  function change(value: string) {
    setTyped(value)
    onValueChange?.(value)
  }
  const shown = answer && answer.typed === typed && typed.trim() !== '' ? answer.echo : null

  return (
    <Field {...{ label, name, id, error, note, hideLabel, className }} hint={hint ?? t('dateHint')}>
      <span className="flex items-center gap-1">
        <input
          {...fieldAria({ id, name, hint: hint ?? true, error })}
          autoFocus={autoFocus}
          autoComplete="off"
          value={typed}
          onChange={(event) => change(event.target.value)}
          className={cx(CONTROL, 'max-w-48')}
        />
        <span className="relative">
          <IconButton
            label={t('pickDate')}
            icon={<CalendarDays />}
            onClick={() => openPicker(picker.current)}
          />
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden
            value={/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : (shown?.on ?? '')}
            min={min}
            max={max}
            onChange={(event) => event.target.value && change(event.target.value)}
            className="pointer-events-none absolute start-0 bottom-0 size-px opacity-0"
          />
        </span>
      </span>
      <output
        htmlFor={id ?? name}
        aria-live="polite"
        className={cx(
          'block min-h-5 text-note',
          shown?.tone === 'warning' ? 'font-semibold text-risk' : 'text-muted',
        )}
      >
        {shown?.text}
      </output>
    </Field>
  )
}

/** Older browsers and embedded frames refuse showPicker: the typed field does the same. */
function openPicker(input: HTMLInputElement | null) {
  try {
    input?.showPicker()
  } catch {
    input?.focus()
  }
}
