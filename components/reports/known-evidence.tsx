'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { DateText } from '@/components/shared/date-text'
import { Button } from '@/components/ui/button'
import { CONTROL } from '@/components/ui/field'
import { idle, type ActionState } from '@/domain/action-state'
import { localParts } from '@/lib/format-date'
import type { KnownEvidence } from '@/server/reports/list-known-evidence'
import { EvidenceIcon } from './evidence-row'
import { fileSize } from './file-size'

export type KnownAction = (
  state: ActionState<KnownEvidence[]>,
  payload: object,
) => Promise<ActionState<KnownEvidence[]>>

type KnownEvidenceListProps = {
  assignmentId: string
  find: KnownAction
  used: readonly string[]
  onUse: (evidenceId: string) => void
}

/** 用已有材料: what the unit gave before, newest first, found by name; for which task it was used. */
export function KnownEvidenceList({ assignmentId, find, used, onUse }: KnownEvidenceListProps) {
  const t = useTranslations('reports.evidence')
  const zone = useTimeZone() ?? 'Asia/Shanghai'
  const [words, setWords] = useState('')
  const [found, setFound] = useState<KnownEvidence[] | null>(null)
  useEffect(() => {
    let current = true
    const ask = async () => {
      const answer = await find(idle, { assignmentId, words }).catch(() => null)
      if (current) setFound(answer?.status === 'ok' ? answer.result : [])
    }
    const timer = setTimeout(() => void ask(), words ? 250 : 0)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [assignmentId, find, words])

  return (
    <div data-aside className="grid gap-2 border bg-surface p-3">
      <h3 className="font-semibold">{t('knownTitle')}</h3>
      <input
        type="search"
        aria-label={t('knownSearch')}
        placeholder={t('knownSearch')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        className={CONTROL}
      />
      <div aria-live="polite">
        {found === null ? (
          <p className="text-muted">{t('loading')}</p>
        ) : found.length === 0 ? (
          <p className="text-muted">{t('knownNone')}</p>
        ) : null}
      </div>
      <ul className="max-h-72 overflow-y-auto">
        {found?.map((piece) => (
          <li key={piece.id} className="flex items-start gap-3 border-b py-2 last:border-b-0">
            <EvidenceIcon mime={piece.mime} kind={piece.kind} />
            <div className="min-w-0 flex-1">
              <p>{piece.name}</p>
              <p className="text-note text-muted">
                {piece.size === null ? t('isReference') : fileSize(piece.size)}
                {' · '}
                <DateText on={localParts(new Date(piece.createdAt), zone).on} />
                {piece.usedFor ? ` · ${t('knownFor', piece.usedFor)}` : null}
              </p>
            </div>
            {used.includes(piece.id) ? (
              <span className="text-muted">{t('used')}</span>
            ) : (
              <Button onClick={() => onUse(piece.id)} aria-label={`${t('use')}: ${piece.name}`}>
                {t('use')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
