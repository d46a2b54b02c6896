import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { OverviewView } from '@/domain/tasks/overview-view'
import type { OverviewFigures } from '@/server/tasks/get-overview'
import type { OverviewHistory } from '@/server/tasks/overview-history'
import { OverviewDirectives } from './overview-directives'
import { OverviewPanels, type OverviewPanel } from './overview-panels'
import { OverviewUnits } from './overview-units'
import { useTaskWords } from './use-task-words'

type OverviewWeeksProps = {
  view: OverviewView
  today: LocalDate
  figures: OverviewFigures
  history: OverviewHistory
}

/** Row 3 of directives or of lead units, with the table of the same figures. */
export function OverviewWeeks({ view, today, figures, history }: OverviewWeeksProps) {
  const t = useTranslations('overview')
  const { nameOf } = useTaskWords()
  const { directives, units } = figures
  const byUnit = view.by === 'unit'
  const panels = byUnit
    ? units.map(
        (unit): OverviewPanel => ({
          key: unit.code,
          title: nameOf({ name: unit.name, nameEn: unit.name_en }),
          href: `/units/${unit.code}`,
          filter: { lead: unit.code },
          figures: unit,
        }),
      )
    : directives.map(
        (one): OverviewPanel => ({
          key: String(one.no),
          title: one.title,
          href: `/directives/D${one.no}`,
          filter: { directive: `D${one.no}` },
          figures: one,
        }),
      )
  const more = !byUnit && (directives[0]?.of ?? 0) > directives.length
  return (
    <OverviewPanels
      {...{ view, today, panels, history }}
      more={more ? <Link href="/directives">{t('moreDirectives', { shown: directives.length })}</Link> : null}
    >
      {byUnit ? <OverviewUnits rows={units} /> : <OverviewDirectives rows={directives} />}
    </OverviewPanels>
  )
}
