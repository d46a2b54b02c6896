'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ViewedEvidence } from '@/server/reports/read-report-evidence'

/** Characters of a text that are drawn; the rest is for the downloaded file. */
const SHOWN = 100_000

type EvidenceSheetProps = { piece: ViewedEvidence; onShown: () => void }

/** One piece as far as a browser shows it safely: pictures, PDF in the browser's own viewer, text, references; else its kind. */
export function EvidenceSheet({ piece, onShown }: EvidenceSheetProps) {
  const t = useTranslations('review.evidence')
  const [failed, setFailed] = useState(false)
  const { mime } = piece
  const src = `/api/evidence/${piece.id}`
  if (failed) return <Note>{t('failed')}</Note>
  if (piece.kind === 'reference')
    return <TextSheet piece={piece} onShown={onShown} onFail={() => setFailed(true)} />
  if (mime === 'image/jpeg' || mime === 'image/png') {
    return (
      // eslint-disable-next-line @next/next/no-img-element -- private and recorded: the image optimiser must not fetch or keep it
      <img
        src={src}
        alt={piece.name}
        onLoad={onShown}
        onError={() => setFailed(true)}
        className="mx-auto max-w-full bg-paper"
      />
    )
  }
  if (
    mime === 'application/pdf' &&
    (typeof navigator === 'undefined' || navigator.pdfViewerEnabled !== false)
  ) {
    return (
      <iframe
        src={src}
        title={piece.name}
        onLoad={onShown}
        className="h-full min-h-[60vh] w-full border-0 bg-paper"
      />
    )
  }
  if (mime?.startsWith('text/'))
    return <TextSheet piece={piece} onShown={onShown} onFail={() => setFailed(true)} />
  const kind = /\.([A-Za-z0-9]{1,8})$/.exec(piece.name)?.[1]?.toUpperCase() ?? mime ?? ''
  return <Note>{t('cannotShow', { kind })}</Note>
}

function Note({ children }: { children: string }) {
  return <p className="bg-bg p-4">{children}</p>
}

function TextSheet({ piece, onShown, onFail }: EvidenceSheetProps & { onFail: () => void }) {
  const t = useTranslations('review.evidence')
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    const read = async () => {
      const answer = await fetch(`/api/evidence/${piece.id}`)
      if (!answer.ok) throw new Error(String(answer.status))
      const charset = /charset=([\w-]+)/.exec(answer.headers.get('content-type') ?? '')?.[1]
      const found = new TextDecoder(charset).decode(await answer.arrayBuffer())
      if (!current) return
      setText(found)
      onShown()
    }
    read().catch(() => current && onFail())
    return () => {
      current = false
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read once a piece: the callbacks only report that it was
  }, [piece.id])
  if (text === null) return <Note>{t('loading')}</Note>
  return (
    <div className="bg-paper p-4 text-paper-text">
      <pre className="font-sans whitespace-pre-wrap">{text.slice(0, SHOWN)}</pre>
      {text.length > SHOWN ? <p className="mt-2">{t('cut', { count: SHOWN })}</p> : null}
    </div>
  )
}
