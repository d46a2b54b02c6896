'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'

/** A page that could not be drawn: what happened to the work, a number for those who look after it, and another try. */
export function FailurePage({ reference, retry }: { reference?: string; retry: () => void }) {
  const t = useTranslations('shell.failure')
  const home = useTranslations('shell.notFound')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="grid max-w-[640px] gap-4 py-6">
      <h1 ref={heading} tabIndex={-1} className="text-page">
        {t('title')}
      </h1>
      <p className="text-prose">{t('text')}</p>
      {reference ? <p className="text-muted">{t('ref', { ref: reference })}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {t('retry')}
        </Button>
        <ButtonLink href="/" variant="quiet">
          {home('home')}
        </ButtonLink>
      </div>
    </div>
  )
}
