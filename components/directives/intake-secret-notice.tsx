'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

/** A state-secret mark in the head: nothing was stored, and what to do now. Takes focus when it appears. */
export function IntakeSecretNotice({ level, onClear }: { level: string; onClear: () => void }) {
  const t = useTranslations('directives.intake.secret')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="grid gap-3 border-2 border-danger p-4">
      <h2 className="text-[16px] leading-6 text-danger">{t('title', { level })}</h2>
      <p>{t('nothingKept')}</p>
      <ul className="grid list-disc gap-1 ps-6">
        <li>{t('remove')}</li>
        <li>{t('channel')}</li>
        <li>{t('officer')}</li>
        <li>{t('mistaken')}</li>
      </ul>
      <Button className="justify-self-start" onClick={onClear}>
        {t('clear')}
      </Button>
    </div>
  )
}
