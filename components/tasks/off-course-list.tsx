import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { Light } from '@/components/shared/light'
import { Section } from '@/components/shared/section'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { OffCourse } from '@/server/tasks/get-overview'

type Props = { rows: readonly OffCourse[]; off: number; risk: number }

/** Row 2, left: what is off course, in its unit's latest own words. */
export function OffCourseList({ rows, off, risk }: Props) {
  const t = useTranslations('overview')
  const words = useTaskWords()
  return (
    <Section
      id="off-course"
      look="page"
      title={t('offCourse')}
      note={t('offCourseNote', { shown: rows.length, total: off + risk })}
      end={
        risk > 0 ? (
          <Link href="/tasks?view=all&light=risk" data-count={risk}>
            {t('riskLink', { count: risk })}
          </Link>
        ) : null
      }
    >
      {rows.length === 0 ? <EmptyState>{t('nothingOff')}</EmptyState> : null}
      <ul>
        {rows.map((row) => (
          <li
            key={row.id}
            className="grid grid-cols-[150px_minmax(0,1fr)_168px] gap-x-4 border-b py-2 max-lg:grid-cols-[minmax(0,1fr)_auto] max-md:grid-cols-1"
          >
            <div className="max-lg:order-2 max-lg:justify-self-end max-md:justify-self-start">
              {row.light ? (
                <Light light={row.light.name} reason={words.lightReason(row.light)} stacked />
              ) : null}
            </div>
            <div className="min-w-0 max-lg:order-1">
              <Link
                href={`/tasks/T${row.no}`}
                className="inline-flex min-h-6 items-center font-semibold max-md:min-h-11"
              >
                {row.title}
              </Link>
              {row.said ? (
                <p className="line-clamp-2 text-note text-muted">{t('said', { words: row.said })}</p>
              ) : (
                <p className="text-note text-muted">{t('saidNothing')}</p>
              )}
            </div>
            <div className="min-w-0 text-ui max-lg:order-3 max-lg:col-span-2 max-md:col-span-1">
              {row.lead ? <div>{words.nameOf(row.lead)}</div> : null}
              {row.move ? (
                <div className="text-note text-muted">
                  {t('move', { party: words.moveParty(row.move), line: words.moveLine(row.move) })}
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
