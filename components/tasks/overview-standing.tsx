import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { LightLimits } from '@/domain/tasks/light'
import type { Overview } from '@/server/tasks/get-overview'
import { EmptyState } from '@/components/shared/empty-state'
import { OverviewSentence } from './overview-sentence'

type OverviewStandingProps = { overview: Overview; today: LocalDate; limits: LightLimits; decides: boolean }

/** Row 1, and on a phone the way to what waits for a decision, which stands further down there. */
export function OverviewStanding({ overview, today, limits, decides }: OverviewStandingProps) {
  const t = useTranslations('overview')
  const { figures, history, total, decisionCount } = overview
  return (
    <>
      {total === 0 ? (
        <EmptyState>{t('empty')}</EmptyState>
      ) : (
        <OverviewSentence {...{ today, history, limits, inForce: figures.inForce, figures: figures.total }} />
      )}
      {decides && decisionCount > 0 ? (
        <p className="lg:hidden">
          <Link href="#decisions" className="inline-flex min-h-11 items-center font-semibold">
            {t('waiting', { count: decisionCount })} ›
          </Link>
        </p>
      ) : null}
    </>
  )
}
