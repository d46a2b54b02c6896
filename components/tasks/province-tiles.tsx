import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'

type Tile = {
  code: string
  name: string
  name_en: string
  total: number
  signed: number
  reported: number
  done: number
}

/** The local departments as equal tiles, in the order of the organisation: tasks, then signed, reported, done. */
export function ProvinceTiles({ tiles }: { tiles: readonly Tile[] }) {
  const t = useTranslations('overview')
  const { nameOf } = useTaskWords()
  if (tiles.length === 0) return null
  return (
    <Section id="provinces" look="page" title={t('provinces')} note={t('provincesNote')}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(136px,1fr))] gap-2 pt-3">
        {tiles.map((tile) => {
          const short = tile.total - tile.reported
          return (
            <li key={tile.code}>
              <Link
                href={`/tasks?view=all&unit=${tile.code}`}
                className={`grid min-h-14 rounded border p-2 text-text hover:bg-surface hover:no-underline ${short > 0 ? 'border-2 border-text' : 'border-line'}`}
              >
                <span className="flex justify-between gap-2 font-semibold">
                  {nameOf({ name: tile.name, nameEn: tile.name_en })}
                  {short > 0 ? <span className="text-note">{t('short', { count: short })}</span> : null}
                </span>
                <span className="text-note text-muted">{t('tile', tile)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
