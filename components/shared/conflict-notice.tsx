'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'

type ConflictNoticeProps = {
  /** Who changed it, and when (as read). */
  who?: string
  when?: string
  /** What they changed, where known: field in words, old and new value. */
  field?: string
  before?: string
  after?: string
  /** What this person wrote: shown, kept, copyable. */
  yours?: string
  differenceHref?: string
  /** Submits the same input against the new version; a SubmitButton or an action. */
  resubmit?: ReactNode
  discardHref?: string
}

/** Someone else was first. Stands inside the form, never behind it; nothing that was typed is lost. */
export function ConflictNotice({
  who,
  when,
  field,
  before,
  after,
  yours,
  differenceHref,
  resubmit,
  discardHref,
}: ConflictNoticeProps) {
  const t = useTranslations('common.conflict')
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => box.current?.focus(), [])

  return (
    <div ref={box} role="alert" tabIndex={-1} className="grid gap-2 border-2 border-risk-edge p-4">
      <h2 className="text-[16px] leading-6">{t('title')}</h2>
      <p>
        {who && field ? (
          before !== undefined && after !== undefined ? (
            <>{t('changed', { who, when: when ?? '', field, before, after })} </>
          ) : (
            <>{t('changedOnly', { who, when: when ?? '', field })} </>
          )
        ) : who ? (
          <>{t('changedBy', { who, when: when ?? '' })} </>
        ) : null}
        {t('kept')}
      </p>
      {yours ? (
        <details>
          <summary className="min-h-6 text-link">{t('yours')}</summary>
          <p className="mt-1 border-s-3 border-edge ps-3 whitespace-pre-wrap">{yours}</p>
        </details>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {resubmit}
        {differenceHref ? <ButtonLink href={differenceHref}>{t('seeDifference')}</ButtonLink> : null}
        {yours ? (
          <Button
            onClick={() =>
              navigator.clipboard?.writeText(yours).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            {t(copied ? 'copied' : 'copy')}
          </Button>
        ) : null}
        {discardHref ? (
          <ButtonLink href={discardHref} variant="quiet">
            {t('discard')}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  )
}
