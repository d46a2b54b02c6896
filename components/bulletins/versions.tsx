import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { Disclosure } from '@/components/ui/disclosure'
import type { DifferencePiece } from '@/domain/reports/text-difference'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'

/** 版本: who wrote the last ones, and what the newest changed. */
export function Versions({ bulletin, today }: { bulletin: BulletinPage; today: string }) {
  const t = useTranslations('bulletins')
  const { nameOf } = useTaskWords()
  const { versions, difference } = bulletin
  if (versions.length === 0) return null
  return (
    <Section id="versions" title={t('versions.title')}>
      <Disclosure summary={t('versions.difference')}>
        {difference.length === 0 ? <p className="text-muted">{t('versions.none')}</p> : null}
        {difference.map(({ section, pieces }) => (
          <div key={section} className="pb-2">
            <h3 className="text-note font-semibold">{t(`sections.${section}`)}</h3>
            <p lang={bulletin.language} className="text-note whitespace-pre-line">
              {pieces.map((piece, at) => (
                <Piece key={at} piece={piece} />
              ))}
            </p>
          </div>
        ))}
      </Disclosure>
      <ol className="text-note">
        {versions.map((one) => (
          <li key={one.no} className="flex flex-wrap gap-x-2 py-0.5">
            <span>{t('versions.row', { no: one.no })}</span>
            <span>{t(`versions.cause.${one.cause as 'edited'}`)}</span>
            <span className="text-muted">
              {nameOf(one.savedBy)} <TimeText at={one.savedAt} today={today} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What stayed between two changes is shortened: its two ends say where one is. */
const KEPT = 24

function Piece({ piece: { kind, text } }: { piece: DifferencePiece }) {
  const t = useTranslations('bulletins.versions')
  if (kind === 'same') {
    const letters = [...text]
    return letters.length > KEPT * 2
      ? `${letters.slice(0, KEPT).join('')} … ${letters.slice(-KEPT).join('')}`
      : text
  }
  if (kind === 'removed')
    return (
      <del className="text-off">
        <span className="sr-only">{t('removed')}</span>
        {text}
      </del>
    )
  return (
    <ins className="bg-brand-tint">
      <span className="sr-only">{t('added')}</span>
      {text}
    </ins>
  )
}
