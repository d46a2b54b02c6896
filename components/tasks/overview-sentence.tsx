import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/shared/date-text'
import { LightShape } from '@/components/shared/light'
import { Disclosure } from '@/components/ui/disclosure'
import { LightBar } from '@/components/tasks/light-bar'
import type { LightLimits } from '@/domain/tasks/light'
import { ledgerHref, lightsHref, parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { OVERVIEW_LIGHTS as BAR, sumOf, type LightFigures } from '@/domain/tasks/overview-lights'
import type { OverviewHistory } from '@/server/tasks/overview-history'

const ORDER = ['ok', 'risk', 'off', 'idle', 'done', 'late'] as const
const TEXT = {
  ok: 'text-ok',
  risk: 'text-risk',
  off: 'text-off',
  idle: 'text-idle',
  done: 'text-done',
  late: 'text-done',
}

type OverviewSentenceProps = {
  today: string
  inForce: number
  figures: LightFigures
  /** The office's own thresholds, for the definitions. */
  limits: LightLimits
  history: Pick<OverviewHistory, 'earlier' | 'since'>
}

/** Row 1: where everything stands, in one sentence whose every number is a link, and the same as a bar. */
export function OverviewSentence({ today, inForce, figures, limits, history }: OverviewSentenceProps) {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const total = sumOf(figures)
  return (
    <div id="standing" className="grid gap-3 max-lg:gap-2">
      <p className="text-section max-lg:text-prose">
        {t.rich('sentence', {
          on: () => <DateText on={today} look="day" />,
          inForce,
          total,
          directives: (words) => (
            <Figure href="/directives?view=in_force" count={inForce}>
              {words}
            </Figure>
          ),
          tasks: (words) => (
            <Figure href={lightsHref(BAR)} count={total}>
              {words}
            </Figure>
          ),
        })}
        {ORDER.filter((light) => figures[light] > 0).map((light, index) => (
          <span key={light}>
            {index === 0 ? null : t('comma')}
            <Link
              href={lightsHref([light])}
              data-count={figures[light]}
              className={`font-semibold whitespace-nowrap ${TEXT[light]}`}
            >
              <LightShape light={light} className="me-1" />
              {common(`lights.${light}`)} {figures[light]}
            </Link>
          </span>
        ))}
        <Change off={figures.off} since={history.since} />
        {t('stop')}
      </p>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1 text-note text-muted">
        <span>{t('bars.now', { total })}</span>
        <LightBar
          hidden
          parts={BAR.map((light) => ({ light, count: figures[light], href: lightsHref([light]) }))}
        />
        <EarlierBar earlier={history.earlier} />
      </div>
      <LightDefinitions limits={limits} />
    </div>
  )
}

/** How many more or fewer are off course than on the day compared with. */
function Change({ off, since }: { off: number; since: OverviewHistory['since'] }) {
  const t = useTranslations('overview')
  const by = off - since.figures.off
  const direction = by > 0 ? 'more' : by < 0 ? 'fewer' : 'same'
  return t.rich(`change.${direction}`, {
    by: Math.abs(by),
    on: since.on.slice(5),
    figure: (words) => (
      <Link
        className="font-semibold text-text underline underline-offset-4"
        href={ledgerHref(parseLedgerFilter({ view: 'all', light: 'off', since: since.on }))}
      >
        {words}
      </Link>
    ),
  })
}

/** The same bar four weeks ago: how it stood, in the light words for whoever does not see it. */
function EarlierBar({ earlier: { on, figures } }: { earlier: OverviewHistory['earlier'] }) {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const total = sumOf(figures)
  if (total === 0) return null
  const words = BAR.filter((light) => figures[light] > 0).map(
    (light) => `${common(`lights.${light}`)} ${figures[light]}`,
  )
  return (
    <>
      <span>{t('bars.earlier', { on: on.slice(5), total })}</span>
      <div>
        <span className="sr-only">{words.join(t('comma'))}</span>
        <LightBar hidden height={16} parts={BAR.map((light) => ({ light, count: figures[light] }))} />
      </div>
    </>
  )
}

function Figure({ href, count, children }: { href: string; count: number; children: ReactNode }) {
  return (
    <Link className="font-semibold text-text underline underline-offset-4" href={href} data-count={count}>
      {children}
    </Link>
  )
}

/** Written thresholds under the light words, as the office has set them. */
function LightDefinitions({ limits }: { limits: LightLimits }) {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const params = {
    riskDays: limits.riskWorkingDays,
    riskPoints: limits.riskPoints,
    riskMissed: limits.riskMissedPeriods,
    offMissed: limits.offMissedPeriods,
  }
  return (
    <Disclosure summary={t('definitions')} className="text-ui max-lg:order-last">
      <dl className="grid max-w-[56em] gap-1">
        {(['ok', 'risk', 'off', 'idle', 'done'] as const).map((light) => (
          <div key={light} className="grid grid-cols-[104px_minmax(0,1fr)] gap-2">
            <dt className={`font-semibold ${TEXT[light]}`}>
              <LightShape light={light} className="me-1.5" />
              {common(`lights.${light}`)}
            </dt>
            <dd className="text-muted">{common(`lightMeaning.${light}`, params)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
