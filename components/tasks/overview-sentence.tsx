import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { LightShape } from '@/components/shared/light'
import { Disclosure } from '@/components/ui/disclosure'
import { LightBar } from '@/components/tasks/light-bar'
import type { LightFigures } from '@/server/tasks/get-overview'

const ORDER = ['ok', 'risk', 'off', 'idle', 'done', 'late'] as const
const BAR = ['off', 'risk', 'ok', 'idle', 'done', 'late'] as const
const TEXT = {
  ok: 'text-ok',
  risk: 'text-risk',
  off: 'text-off',
  idle: 'text-idle',
  done: 'text-done',
  late: 'text-done',
}

const hrefOf = (light: string) => `/tasks?view=all&light=${light}`

/** Row 1: where everything stands, in one sentence whose every number is a link, and the same as a bar. */
export function OverviewSentence({
  today,
  inForce,
  figures,
}: {
  today: string
  inForce: number
  figures: LightFigures
}) {
  const t = useTranslations('overview')
  const common = useTranslations('common')
  const total = BAR.reduce((sum, light) => sum + figures[light], 0)
  return (
    <div className="grid gap-3">
      <p className="text-section max-md:text-prose">
        {t.rich('sentence', {
          on: () => <DateText on={today} look="day" />,
          directives: (words) => (
            <Link
              className="font-semibold text-text underline underline-offset-4"
              href="/directives?status=in_force"
              data-count={inForce}
            >
              {inForce} {words}
            </Link>
          ),
          tasks: (words) => (
            <Link
              className="font-semibold text-text underline underline-offset-4"
              href={`/tasks?view=all&light=${BAR.join(',')}`}
              data-count={total}
            >
              {total} {words}
            </Link>
          ),
        })}
        {ORDER.filter((light) => figures[light] > 0).map((light, index) => (
          <span key={light}>
            {index === 0 ? null : t('comma')}
            <Link
              href={hrefOf(light)}
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
      <LightBar parts={BAR.map((light) => ({ light, count: figures[light], href: hrefOf(light) }))} />
      <Disclosure summary={t('definitions')} className="text-ui">
        <dl className="grid max-w-[38em] gap-1">
          {(['ok', 'risk', 'off', 'idle', 'done'] as const).map((light) => (
            <div key={light} className="grid grid-cols-[96px_minmax(0,1fr)] gap-2">
              <dt className={`font-semibold ${TEXT[light]}`}>
                <LightShape light={light} className="me-1.5" />
                {common(`lights.${light}`)}
              </dt>
              <dd className="text-muted">{common(`lightMeaning.${light}`)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}
