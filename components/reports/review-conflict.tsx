'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { localParts } from '@/lib/format-date'

type ReviewConflictProps = {
  params: Record<string, string | number> | undefined
  zone: string
  nextHref: string
}

/** Someone else decided first: who and when, and the way on. What was written stays in the form. */
export function ReviewConflict({ params, zone, nextHref }: ReviewConflictProps) {
  const t = useTranslations('review')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { by, at } = params ?? {}
  return (
    <div ref={box} role="alert" tabIndex={-1} className="grid gap-2 border-2 border-risk-edge p-4">
      <p>
        {typeof by === 'string' && typeof at === 'string'
          ? t('conflict', { who: by, when: localParts(new Date(at), zone).time })
          : t('conflictPlain')}
      </p>
      <ButtonLink href={nextHref} className="justify-self-start">
        {t('next')}
      </ButtonLink>
    </div>
  )
}
