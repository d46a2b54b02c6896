'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { isReadAsText } from '@/domain/reports/evidence-access'
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
  if (mime && isReadAsText(mime)) return <OfficeSheet piece={piece} onShown={onShown} />
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

type OfficeText = { text: string; whole: number }

/** The words of a document or workbook, as the server reads them: paragraphs, and tables as tables. */
function OfficeSheet({ piece, onShown }: EvidenceSheetProps) {
  const t = useTranslations('review.evidence')
  const [read, setRead] = useState<OfficeText | 'unreadable' | null>(null)
  useEffect(() => {
    let current = true
    const load = async () => {
      const answer = await fetch(`/api/evidence/${piece.id}/text`)
      if (!answer.ok) throw new Error(String(answer.status))
      const { result } = (await answer.json()) as { result: OfficeText }
      if (!current) return
      setRead(result)
      onShown()
    }
    load().catch(() => current && setRead('unreadable'))
    return () => {
      current = false
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read once a piece: the callback only reports that it was
  }, [piece.id])
  if (read === null) return <Note>{t('loading')}</Note>
  if (read === 'unreadable') return <Note>{t('unreadable')}</Note>
  return (
    <div className="overflow-x-auto bg-paper p-4 text-paper-text">
      <p className="mb-3 text-note">{t('asText')}</p>
      {blocksOf(read.text).map((block, at) =>
        typeof block === 'string' ? (
          <p key={at} className="mb-2 whitespace-pre-wrap">
            {block}
          </p>
        ) : (
          <table key={at} className="mb-3 border-collapse">
            <tbody>
              {block.map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, column) => (
                    <td key={column} className="border border-edge px-2 py-1 align-top">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ),
      )}
      {read.whole > read.text.length ? <p className="mt-2">{t('cut', { count: read.text.length })}</p> : null}
    </div>
  )
}

/** Paragraphs as they are; lines with tabs in them, one after another, as the rows of a table. */
function blocksOf(text: string): (string | string[][])[] {
  const blocks: (string | string[][])[] = []
  for (const line of text.split('\n')) {
    const last = blocks.at(-1)
    if (!line.includes('\t')) {
      if (line.trim() !== '') blocks.push(line)
    } else if (Array.isArray(last)) last.push(line.split('\t'))
    else blocks.push([line.split('\t')])
  }
  return blocks
}
