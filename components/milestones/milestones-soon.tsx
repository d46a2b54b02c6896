import { Flag } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { MilestoneSoon } from '@/server/milestones/list-milestones'
import { MilestoneLine } from './milestone-list'

/** On the desk under 有风险: milestones of the tasks that the units lead, due within five working days or overdue. */
export function MilestonesSoon({ rows, today }: { rows: readonly MilestoneSoon[]; today: string }) {
  const t = useTranslations('milestones')
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="milestones-soon" className="mt-4">
      <h3 id="milestones-soon" className="flex flex-wrap items-baseline gap-x-2 text-ui">
        {t('desk')}
        <span className="font-normal text-muted">{t('deskNote')}</span>
      </h3>
      <ol>
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 border-b py-2">
            <Flag aria-hidden className="size-4 self-center text-muted" />
            <MilestoneLine row={row} today={today} />
            <Link
              href={`/tasks/T${row.task.no}#milestones`}
              data-desk-link
              className="inline-flex min-h-6 items-center max-md:min-h-11"
            >
              {row.task.title}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
