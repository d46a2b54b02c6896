import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import type { Roadmap } from '@/server/milestones/list-milestones'
import { MilestoneLine } from './milestone-list'

/** 路线图: the milestones of a directive's tasks by month; nothing where there are none. */
export function RoadmapSection({ roadmap, today }: { roadmap: Roadmap; today: string }) {
  const t = useTranslations('milestones')
  if (roadmap.length === 0) return null
  return (
    <Section id="roadmap" title={t('roadmap')}>
      <div className="grid gap-3">
        {roadmap.map(({ month, milestones }) => (
          <section key={month} aria-label={month} className="grid grid-cols-[72px_minmax(0,1fr)] gap-x-4">
            <h3 className="text-ui">{month}</h3>
            <ol className="grid gap-1">
              {milestones.map((one) => (
                <li key={one.id} className="flex flex-wrap items-baseline gap-x-3">
                  <MilestoneLine row={one} today={today} />
                  <Link
                    href={`/tasks/T${one.task.no}`}
                    title={one.task.title}
                    className="inline-flex min-h-6 items-center max-md:min-h-11"
                  >{`T${one.task.no}`}</Link>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Section>
  )
}
