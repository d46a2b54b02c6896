import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { lightsHref } from '@/domain/tasks/ledger-filter'
import { OVERVIEW_LIGHTS } from '@/domain/tasks/overview-lights'
import type { ProvinceFigures } from '@/server/tasks/get-overview'

/** The local departments as equal tiles, in the order of the organisation: tasks, then signed, reported, done. */
export function ProvinceTiles({ tiles }: { tiles: readonly ProvinceFigures[] }) {
  const t = useTranslations('overview')
  const { nameOf } = useTaskWords()
  if (tiles.length === 0) return null
  return (
    <Section
      id="provinces"
      look="page"
      title={t('provinces')}
      note={<span className="text-note">{t('provincesNote')}</span>}
    >
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(168px,1fr))] gap-2 pt-3">
        {tiles.map((tile) => (
          <li key={tile.code}>
            <Link
              href={lightsHref(OVERVIEW_LIGHTS, { unit: tile.code })}
              data-count={tile.total}
              className={`grid h-full min-h-14 content-start rounded border p-2 text-text hover:bg-surface hover:no-underline ${tile.short > 0 ? 'border-2 border-text' : 'border-line'}`}
            >
              <span className="flex flex-wrap justify-between gap-x-2 font-semibold">
                {nameOf({ name: tile.name, nameEn: tile.name_en })}
                <span className={tile.short > 0 ? 'text-note' : 'text-note font-normal text-muted'}>
                  {tile.short > 0 ? t('short', { count: tile.short }) : t('tileTotal', { total: tile.total })}
                </span>
              </span>
              <span className="text-note text-muted">{t('tile', tile)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
