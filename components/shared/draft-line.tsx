'use client'

import { useTranslations } from 'next-intl'
import { TimeText } from './date-text'

/** Under a form: when its draft was kept on this device, or that text of an earlier visit is back, with a way to drop it. */
export function DraftLine({
  savedAt,
  restoredAt,
  discard,
}: {
  savedAt: string | null
  restoredAt: string | null
  discard: () => void
}) {
  const t = useTranslations('common.draft')
  if (!savedAt && !restoredAt) return null
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3 text-note text-muted">
      {savedAt ? <span>{t.rich('savedAt', { time: () => <TimeText at={savedAt} /> })}</span> : null}
      {restoredAt ? (
        <>
          <span>{t.rich('restoredAt', { time: () => <TimeText at={restoredAt} /> })}</span>
          <button
            type="button"
            onClick={discard}
            className="min-h-6 text-link hover:underline max-md:min-h-11"
          >
            {t('discard')}
          </button>
        </>
      ) : null}
    </p>
  )
}
