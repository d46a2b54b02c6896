import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/shared/date-text'
import { LightShape } from '@/components/shared/light'
import { Disclosure } from '@/components/ui/disclosure'
import { LightBar } from '@/components/tasks/light-bar'
import type { LightLimits } from '@/domain/tasks/light'
import { lightsHref } from '@/domain/tasks/ledger-filter'
import { OVERVIEW_LIGHTS as BAR, sumOf, type LightFigures } from '@/domain/tasks/overview-lights'

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
}

/** Row 1: where everything stands, in one sentence whose every number is a link, and the same as a bar. */
export function OverviewSentence({ today, inForce, figures, limits }: OverviewSentenceProps) {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const total = sumOf(figures)
  return (
    <div className="grid gap-3 max-lg:gap-2">
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
        {t('stop')}
      </p>
      <LightBar
        hidden
        parts={BAR.map((light) => ({ light, count: figures[light], href: lightsHref([light]) }))}
      />
      <LightDefinitions limits={limits} />
    </div>
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
