import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LightCounts } from '@/components/shared/light'
import type { BelowFilter } from '@/domain/tasks/below-filter'
import type { RollUpView } from '@/server/tasks/roll-up'

const COUNTED = ['acknowledged', 'reported', 'completed'] as const
const LIGHTS = ['off', 'risk', 'ok', 'idle', 'done'] as const

type RollUpFiguresProps = { roll: RollUpView; href: (filter: BelowFilter) => string }

/** n of m acknowledged, reported, completed: each number leads to the units that it counts. */
export function RollUpFigures({ roll, href }: RollUpFiguresProps) {
  const t = useTranslations('cascade')
  return (
    <>
      <dl className="grid grid-cols-[repeat(3,max-content)] gap-x-6">
        {COUNTED.map((key) => (
          <div key={key}>
            <dt className="text-note text-muted">{t(key)}</dt>
            <dd>
              <Link
                href={href(key)}
                className="inline-flex min-h-6 items-center text-section tabular-nums max-md:min-h-11"
              >
                {t('ofTotal', { n: roll[key], total: roll.total })}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-note">
        <LightCounts counts={LIGHTS.map((light) => ({ light, count: roll.lights[light] }))} />
      </p>
    </>
  )
}
