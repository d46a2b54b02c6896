'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SentenceClass } from '@/domain/directives/draft/model'
import { Button } from '@/components/ui/button'
import { isComposing } from '@/lib/key-match'

const CHOICES = ['keep', 'goal', 'background', 'formality'] as const

/** A task is discarded with its reason, and its sentence stays accounted for: as discarded, or as something else. */
export function DiscardForm({
  classes,
  onDiscard,
  onClose,
}: {
  /** The person may also say what its sentence is. */
  classes: boolean
  onDiscard: (reason: string, to: Exclude<SentenceClass, 'open'> | null) => void
  onClose: () => void
}) {
  const t = useTranslations('workspace')
  const [reason, setReason] = useState('')
  const [to, setTo] = useState<(typeof CHOICES)[number]>('keep')
  const [missing, setMissing] = useState(false)
  return (
    <form
      className="col-start-3 col-end-[-1] max-lg:col-start-1 mt-2 grid gap-2 border-t pt-2"
      onKeyDown={(event) => {
        // Keys of an input method neither close nor send.
        if (isComposing(event.nativeEvent)) return event.key === 'Enter' ? event.preventDefault() : undefined
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') return setMissing(true)
        onDiscard(reason.trim(), to === 'keep' ? null : to)
      }}
    >
      <label className="grid gap-1">
        <span className="font-semibold">{t('discard.reason')}</span>
        {missing ? <span className="font-semibold text-danger">{t('errors.reason_required')}</span> : null}
        <input
          autoFocus
          value={reason}
          maxLength={500}
          aria-invalid={missing || undefined}
          onChange={(event) => setReason(event.target.value)}
          className="min-h-8 rounded border border-edge bg-bg px-2"
        />
      </label>
      {classes ? (
        <fieldset className="flex flex-wrap items-center gap-x-4">
          <legend className="sr-only">{t('discard.sentence')}</legend>
          <span aria-hidden className="text-muted">
            {t('discard.sentence')}
          </span>
          {CHOICES.map((value) => (
            <label key={value} className="inline-flex min-h-7 items-center gap-1.5">
              <input
                type="radio"
                name="to"
                className="accent-brand"
                checked={to === value}
                onChange={() => setTo(value)}
              />
              {value === 'keep' ? t('discard.keep') : t(`classes.${value}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" size="s" variant="danger">
          {t('discard.do')}
        </Button>
        <Button size="s" variant="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
