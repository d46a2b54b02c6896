'use client'

import { joined } from '@/domain/documents/words'
import { Check, Download, ExternalLink } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { TimeText } from '@/components/shared/date-text'
import { useKeys } from '@/components/shared/use-keys'
import { Button, buttonClass } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { ViewedEvidence } from '@/server/reports/read-report-evidence'
import { EvidenceIcon } from './evidence-row'
import { EvidenceSheet } from './evidence-sheet'
import { fileSize } from './file-size'

type EvidenceViewerProps = {
  pieces: readonly ViewedEvidence[]
  /** False while its report is not in sight. */
  active?: boolean
  today: string
  opened: readonly string[]
  onOpened: (id: string) => void
}

/** 佐证: the list with a tick for what was opened, one piece at a time below it, ← → to change; nothing counts as seen before it is shown. */
export function EvidenceViewer({ pieces, active = true, today, opened, onOpened }: EvidenceViewerProps) {
  const t = useTranslations('review.evidence')
  const english = useLocale() === 'en'
  const [shown, setShown] = useState<string | null>(null)
  const at = pieces.findIndex((one) => one.id === shown)
  const piece = pieces[at]
  const step = (by: 1 | -1) => {
    const next =
      pieces[at === -1 ? (by === 1 ? 0 : pieces.length - 1) : (at + by + pieces.length) % pieces.length]
    if (next) setShown(next.id)
  }
  useKeys(
    { ArrowRight: () => step(1), ArrowLeft: () => step(-1) },
    { paused: !active || pieces.length === 0 },
  )
  if (pieces.length === 0) return <p className="p-4 text-muted">{t('none')}</p>
  return (
    <div className="flex h-full flex-col">
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 border-b px-4 py-1">
        <h2 className="text-[16px] leading-6">{t('title', { count: pieces.length })}</h2>
        <span className="text-note text-muted" role="status">
          {t('seen', { seen: pieces.filter((one) => opened.includes(one.id)).length, count: pieces.length })}
        </span>
        <span className="ms-auto flex gap-1">
          <Button size="s" aria-label={t('previous')} onClick={() => step(-1)}>
            <Kbd>{'←'}</Kbd>
            <span className="md:hidden">{t('previous')}</span>
          </Button>
          <Button size="s" aria-label={t('next')} onClick={() => step(1)}>
            <Kbd>{'→'}</Kbd>
            <span className="md:hidden">{t('next')}</span>
          </Button>
        </span>
      </div>
      <ul className="max-h-52 shrink-0 overflow-y-auto">
        {pieces.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={one.id === shown ? 'true' : undefined}
              onClick={() => setShown(one.id)}
              className="flex min-h-10 w-full items-start gap-2 border-b px-4 py-2 text-start hover:bg-surface aria-[current]:bg-brand-tint aria-[current]:font-semibold max-md:min-h-11"
            >
              {opened.includes(one.id) ? (
                <Check aria-hidden className="mt-0.5 size-5 text-ok" />
              ) : (
                <EvidenceIcon mime={one.mime} kind={one.kind} />
              )}
              <span className="min-w-0 flex-1">{one.name}</span>
              <span className="text-note font-normal text-muted">
                {t(opened.includes(one.id) ? 'opened' : 'unopened')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {piece ? (
        <>
          <div className="min-h-64 flex-1 overflow-auto bg-desk p-4">
            <EvidenceSheet key={piece.id} piece={piece} onShown={() => onOpened(piece.id)} />
          </div>
          <Particulars piece={piece} english={english} today={today}>
            {piece.kind === 'file' ? (
              <a
                href={`/api/evidence/${piece.id}?download`}
                onClick={() => onOpened(piece.id)}
                className={buttonClass('default', 's')}
              >
                <Download aria-hidden className="size-4" />
                {t('download')}
              </a>
            ) : null}
            <a
              href={`/api/evidence/${piece.id}`}
              target="_blank"
              rel="noreferrer"
              onClick={() => onOpened(piece.id)}
              className={buttonClass('quiet', 's')}
            >
              <ExternalLink aria-hidden className="size-4" />
              {t('openTab')}
            </a>
          </Particulars>
        </>
      ) : null}
    </div>
  )
}

function Particulars({
  piece,
  english,
  today,
  children,
}: {
  piece: ViewedEvidence
  english: boolean
  today: string
  children: ReactNode
}) {
  const t = useTranslations('review.evidence')
  const from = useTranslations('reports.evidence')
  const name = english ? piece.uploadedBy.nameEn || piece.uploadedBy.name : piece.uploadedBy.name
  const numbers = piece.usedFor.map((no) => `T${no}`)
  const tasks = joined({ language: english ? 'en' : 'zh-CN' }, numbers)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t px-4 py-2 text-note text-muted">
      {piece.from ? <b>{from('from', { unit: english ? piece.from.nameEn : piece.from.name })}</b> : null}
      <span>{t('by', { name })}</span>
      <TimeText at={piece.createdAt} today={today} />
      {piece.size === null ? null : <span>{fileSize(piece.size)}</span>}
      {piece.sha256 ? (
        <span title={piece.sha256}>
          {t('hash', { hash: `${piece.sha256.slice(0, 4)}…${piece.sha256.slice(-4)}` })}
        </span>
      ) : null}
      <span>{piece.usedFor.length > 0 ? t('uses', { tasks }) : t('unused')}</span>
      <span className="flex flex-wrap gap-2">{children}</span>
    </div>
  )
}
