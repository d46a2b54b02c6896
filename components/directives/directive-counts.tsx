import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { LightCounts, type LightName } from '@/components/shared/light'
import type { TaskCount, TaskCounts } from '@/server/directives/light-counts'

const ORDER = [
  'off',
  'risk',
  'ok',
  'idle',
  'done',
  'late',
  'suspended',
  'terminated',
] as const satisfies readonly LightName[]

const STATUS: Partial<Record<TaskCount, string>> = {
  draft: 'draft',
  awaiting: 'awaiting_approval,approved',
  suspended: 'suspended',
  terminated: 'terminated',
}

/** The ledger's address of one of the counts: it lists exactly the tasks that were counted. */
function hrefOf(no: number, what: TaskCount): string {
  const status = STATUS[what]
  return `/tasks?directive=D${no}&${status ? `view=all&status=${status}` : `light=${what}`}`
}

/** How a directive's tasks stand: drafts in words, lights as shape and number; every number opens its rows. */
export function DirectiveCounts({ no, counts, words }: { no: number; counts: TaskCounts; words?: boolean }) {
  const t = useTranslations('directives.list')
  const drafts = (['draft', 'awaiting'] as const).filter((what) => counts[what])
  const lights = ORDER.filter((light) => counts[light])
  if (drafts.length + lights.length === 0) return <span className="text-muted">{t('noTasks')}</span>
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {drafts.map((what) => (
        <Link key={what} href={hrefOf(no, what)} data-count={counts[what]} className="inline-block min-h-6">
          {t(`${what}Tasks`, { count: counts[what] ?? 0 })}
        </Link>
      ))}
      <LightCounts
        words={words ?? false}
        counts={lights.map((light) => ({ light, count: counts[light] ?? 0, href: hrefOf(no, light) }))}
      />
    </span>
  )
}
