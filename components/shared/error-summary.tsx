'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'

/** `field` is the name (= id) of the field to fix; without it the message stands alone. */
export type FieldProblem = { field?: string; message: string }

type ErrorSummaryProps = {
  /** The problems of the last answer; pass the same array object until the next answer, since a new one takes focus. */
  problems: readonly FieldProblem[]
  /** Defaults to “There are 2 things to fix”. */
  title?: ReactNode
}

/** First in the form: takes focus when it appears, puts “Error:” before the page's title, links each line to its field. */
export function ErrorSummary({ problems, title }: ErrorSummaryProps) {
  const t = useTranslations('common')
  const box = useRef<HTMLDivElement>(null)
  const prefix = t('errorPrefix')
  const shown = problems.length > 0

  useEffect(() => {
    if (!shown) return
    box.current?.focus()
    const before = document.title
    if (!before.startsWith(prefix)) document.title = prefix + before
    return () => {
      document.title = before
    }
  }, [problems, prefix, shown])

  if (!shown) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 border-2 border-danger p-4"
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title" className="text-[16px] leading-6 text-danger">
        {title ?? t('errorSummary', { count: problems.length })}
      </h2>
      <ul className="mt-2 grid gap-1">
        {problems.map(({ field, message }, index) => (
          <li key={`${field ?? ''}${index}`}>
            {field ? (
              <a
                href={`#${field}`}
                className="inline-block min-h-6 font-semibold text-danger underline underline-offset-3"
                onClick={(event) => focusField(event, field)}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Puts focus into the field and its label into view, as a plain `#` link would not. */
function focusField(event: React.MouseEvent, field: string) {
  const target = document.getElementById(field)
  if (!target) return
  event.preventDefault()
  const label =
    target.closest('fieldset')?.querySelector('legend') ??
    document.querySelector(`label[for="${CSS.escape(field)}"]`)
  ;(label ?? target).scrollIntoView({ block: 'start' })
  target.focus({ preventScroll: true })
}
