import { useTranslations } from 'next-intl'
import type { DifferencePiece } from '@/domain/reports/text-difference'

/** A text with what changed since the last one: added underlined, removed struck; said in words to screen readers. */
export function DifferenceText({ pieces }: { pieces: readonly DifferencePiece[] }) {
  const t = useTranslations('review')
  return (
    <p className="measure text-prose whitespace-pre-wrap">
      {pieces.map(({ kind, text }, at) =>
        kind === 'same' ? (
          <span key={at}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={at} className="bg-ok-tint underline decoration-ok-edge decoration-2 underline-offset-4">
            <span className="sr-only">{t('added')}</span>
            {text}
          </ins>
        ) : (
          <del key={at} className="text-muted">
            <span className="sr-only">{t('removed')}</span>
            {text}
          </del>
        ),
      )}
    </p>
  )
}
