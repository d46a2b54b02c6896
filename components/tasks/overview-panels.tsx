import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LightCounts } from '@/components/shared/light'
import { Section } from '@/components/shared/section'
import { Disclosure } from '@/components/ui/disclosure'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import type { LocalDate } from '@/domain/calendar/local-date'
import { lightsHref } from '@/domain/tasks/ledger-filter'
import { OVERVIEW_LIGHTS, sumOf, type LightFigures, type OverviewLight } from '@/domain/tasks/overview-lights'
import { OVERVIEW_BY, overviewHref, type OverviewView } from '@/domain/tasks/overview-view'
import type { OverviewHistory } from '@/server/tasks/overview-history'
import { LightWeeks } from './light-weeks'
import { WeekTable } from './week-table'

/** A directive or a lead unit with its figures of today; `filter` is what the ledger calls it. */
export type OverviewPanel = {
  key: string
  title: string
  href: string
  filter: { directive: string } | { lead: string }
  figures: LightFigures
}

type OverviewPanelsProps = {
  view: OverviewView
  today: LocalDate
  panels: readonly OverviewPanel[]
  history: Pick<OverviewHistory, 'mondays' | 'weeks'>
  /** Further ones are not shown. */
  more: ReactNode
  /** The same figures as a table. */
  children: ReactNode
}

/** Row 3: small multiples, one panel each on the same scale; the table below says the same in numbers. */
export function OverviewPanels({ view, today, panels, history, more, children }: OverviewPanelsProps) {
  const t = useTranslations('overview')
  const { mondays, weeks } = history
  return (
    <Section
      id="weeks"
      look="page"
      title={t(`panels.${view.by}`)}
      note={
        <span className="text-note">
          {t(`panels.note.${view.by}`, { from: mondays[0]?.slice(5) ?? '', to: today.slice(5) })}
        </span>
      }
      end={
        <SegmentedLinks
          label={t('panels.switch')}
          items={OVERVIEW_BY.map((by) => ({
            href: `${overviewHref(view, today, { by })}#weeks`,
            label: t(`panels.by.${by}`),
            current: by === view.by,
          }))}
        />
      }
    >
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(176px,1fr))] gap-x-6 gap-y-5 pt-3">
        {panels.map((panel) => (
          <Panel key={panel.key} panel={panel} weeks={weeks.get(panel.key) ?? []} />
        ))}
      </ul>
      {more ? <p className="pt-3">{more}</p> : null}
      <Disclosure summary={t('panels.table')} className="pt-3">
        {children}
        <WeekTable panels={panels} history={history} />
      </Disclosure>
    </Section>
  )
}

function Panel({ panel, weeks }: { panel: OverviewPanel; weeks: readonly LightFigures[] }) {
  const t = useTranslations('overview')
  const { title, href, filter, figures } = panel
  const total = sumOf(figures)
  const hrefOf = (lights: readonly OverviewLight[]) => lightsHref(lights, filter)
  const shown = [...weeks.slice(0, -1), figures]
  return (
    <li className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1 border-t border-edge pt-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="min-w-0 flex-1 text-ui">
          <Link href={href} title={title} className="block truncate max-md:min-h-11 max-md:content-center">
            {title}
          </Link>
        </h3>
        <Link
          href={hrefOf(OVERVIEW_LIGHTS)}
          data-count={total}
          className="inline-flex min-h-6 items-center text-note whitespace-nowrap max-md:min-h-11"
        >
          {t('tileTotal', { total })}
        </Link>
      </div>
      <LightWeeks
        weeks={weeks.length > 0 ? shown : []}
        label={t('panels.chart', { title, off: figures.off, then: weeks[0]?.off ?? 0, total })}
      />
      <LightCounts
        words={false}
        counts={OVERVIEW_LIGHTS.map((light) => ({ light, count: figures[light], href: hrefOf([light]) }))}
      />
    </li>
  )
}
