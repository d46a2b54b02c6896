'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { CurrentDraft } from '@/server/reports/read-current-draft'

type DraftConflictProps = {
  by: string | null
  theirs: CurrentDraft | null
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people wrote in one draft: the other's text stands beside, and the person says which goes on. Nothing is merged unasked. */
export function DraftConflict({ by, theirs, onKeepMine, onTakeTheirs }: DraftConflictProps) {
  const t = useTranslations('reports.conflict')
  const content = useTranslations('reports.content')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const rows = theirs
    ? [
        [content('claimed'), `${theirs.claimedProgress}%`],
        [content('done'), theirs.done],
        [content('nextStep'), theirs.nextStep],
        [content('difficulty'), theirs.difficulty],
      ]
    : []
  return (
    <div ref={box} role="alert" tabIndex={-1} className="my-4 grid gap-3 border-2 border-risk-edge p-4">
      <h2 className="text-[16px] leading-6">{t('title')}</h2>
      <p>{by ? t('who', { who: by }) : t('nobody')}</p>
      {theirs ? (
        <>
          <div className="border-s-3 border-edge ps-3">
            <p className="font-semibold">{t('theirs')}</p>
            <dl className="grid gap-1">
              {rows.map(([label, text]) => (
                <div key={label}>
                  <dt className="text-note text-muted">{label}</dt>
                  <dd className="whitespace-pre-wrap">{text || t('empty')}</dd>
                </div>
              ))}
            </dl>
          </div>
          <div className="flex flex-wrap gap-2">
            <Button onClick={onKeepMine}>{t('keepMine')}</Button>
            <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
          </div>
        </>
      ) : (
        <p>{t('gone')}</p>
      )}
    </div>
  )
}
