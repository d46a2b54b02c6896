'use client'

import { FileText, Image as ImageIcon, Link2, RotateCw, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFailureText } from '@/components/shared/failure-text'
import { IconButton } from '@/components/ui/icon-button'
import type { ShownEvidence } from '@/server/reports/hang-evidence'
import { fileSize } from './file-size'
import type { Upload } from './use-uploads'

/** The sign of a piece: picture, reference, any other file. */
export function EvidenceIcon({ mime, kind }: { mime: string | null; kind: 'file' | 'reference' }) {
  const Icon = kind === 'reference' ? Link2 : mime?.startsWith('image/') ? ImageIcon : FileText
  return <Icon aria-hidden className="mt-0.5 size-5 text-muted" />
}

/** A piece of evidence: opens in a new tab; on a draft it is taken off by its cross. */
export function EvidenceRow({
  piece,
  from = null,
  onRemove,
}: {
  piece: ShownEvidence
  /** The unit that gave it, where that is not the one that reports. */
  from?: { name: string; nameEn: string } | null
  onRemove?: () => void
}) {
  const english = useLocale() === 'en'
  const t = useTranslations('reports.evidence')
  const size = fileSize(piece.size ?? 0)
  return (
    <Row
      icon={<EvidenceIcon mime={piece.mime} kind={piece.kind} />}
      end={
        onRemove ? (
          <IconButton label={t('remove', { name: piece.name })} icon={<X />} onClick={onRemove} />
        ) : null
      }
    >
      <a
        href={`/api/evidence/${piece.id}`}
        target="_blank"
        rel="noreferrer"
        className="inline-block min-h-6 text-text"
      >
        {piece.name}
      </a>
      <p className="text-note text-muted">
        {from ? `${t('from', { unit: english ? from.nameEn : from.name })} · ` : null}
        {piece.kind === 'reference'
          ? piece.reference === piece.name
            ? t('isReference')
            : piece.reference
          : t(piece.mime === 'image/jpeg' ? 'cleaned' : 'uploaded', { size })}
      </p>
    </Row>
  )
}

/** A file on its way, with its progress, or with what went wrong and the way to try again. */
export function UploadRow({
  upload,
  online,
  onRemove,
  onRetry,
}: {
  upload: Upload
  online: boolean
  onRemove: () => void
  onRetry: () => void
}) {
  const t = useTranslations('reports.evidence')
  const say = useFailureText()
  const { file, state, percent, failure } = upload
  const name = file.name
  const size = fileSize(file.size)
  return (
    <Row
      icon={<EvidenceIcon mime={file.type} kind="file" />}
      end={
        <>
          {failure?.code === 'file.not_uploaded' ? (
            <IconButton label={t('retry')} icon={<RotateCw />} onClick={onRetry} />
          ) : null}
          <IconButton label={t(failure ? 'dismiss' : 'cancel', { name })} icon={<X />} onClick={onRemove} />
        </>
      }
    >
      <p>{name}</p>
      {failure ? (
        <p role="alert" className="font-semibold text-danger">
          {say(failure.code, failure.params, failure.kind)}
        </p>
      ) : (
        <>
          <p className="text-note text-muted">
            {t(state === 'sending' ? 'progress' : online ? 'waiting' : 'waitingOffline', { size, percent })}
          </p>
          <progress
            aria-label={name}
            max={100}
            value={percent}
            className="block h-1 w-full appearance-none bg-raised [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-brand"
          />
        </>
      )}
    </Row>
  )
}

function Row({ icon, end, children }: { icon: ReactNode; end: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3 border-b py-2">
      {icon}
      <div className="min-w-0 flex-1">{children}</div>
      <div className="flex">{end}</div>
    </li>
  )
}
