import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { LightShape } from '@/components/shared/light'
import { Section } from '@/components/shared/section'
import { TaskLight } from '@/components/tasks/task-light'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { lightsHref } from '@/domain/tasks/ledger-filter'
import type { OffCourse } from '@/server/tasks/get-overview'

type Props = { rows: readonly OffCourse[]; off: number; risk: number }

/** Row 2, left: what is off course, then at risk, in its unit's latest own words. A phone shows the first three. */
export function OffCourseList({ rows, off, risk }: Props) {
  const t = useTranslations('overview')
  return (
    <Section
      id="off-course"
      look="page"
      title={t('offCourse')}
      end={
        <span className="inline-flex gap-4">
          {off > 0 ? (
            <Link href={lightsHref(['off'])} data-count={off} className={LINK}>
              {t('offLink', { count: off })}
            </Link>
          ) : null}
          {risk > 0 ? (
            <Link href={lightsHref(['risk'])} data-count={risk} className={LINK}>
              {t('riskLink', { count: risk })}
            </Link>
          ) : null}
        </span>
      }
    >
      {rows.length === 0 ? <EmptyState>{t('nothingOff')}</EmptyState> : null}
      <ul>
        {rows.map((row) => (
          <OffCourseRow key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  )
}

const LINK = 'inline-flex min-h-6 items-center max-md:min-h-11'

function OffCourseRow({ row }: { row: OffCourse }) {
  const t = useTranslations('overview')
  const words = useTaskWords()
  const { move, lead } = row
  const other = move && move.unit?.id !== lead?.id
  return (
    <li className="grid grid-cols-[120px_minmax(0,1fr)_152px_72px] gap-x-4 border-b py-2 max-lg:grid-cols-1 max-lg:nth-[n+4]:hidden">
      <div className="max-lg:hidden">
        <TaskLight light={row.light} stacked />
      </div>
      <div className="min-w-0">
        <Link
          href={`/tasks/T${row.no}`}
          className="inline-flex min-h-6 items-center font-semibold max-lg:min-h-11 max-lg:items-start max-lg:pt-2.5 max-lg:text-prose"
        >
          {row.title}
        </Link>
        <p className="line-clamp-1 text-note text-muted max-lg:hidden">
          {row.said ? t('said', { words: row.said }) : t('saidNothing')}
        </p>
      </div>
      <div className="lg:hidden">
        <TaskLight light={row.light} />
      </div>
      <div className="min-w-0 max-lg:text-note">
        {lead ? <span className="lg:block">{words.nameOf(lead)}</span> : null}
        {move ? (
          <span className="text-note text-muted max-lg:before:content-['·'] max-lg:before:mx-1">
            {t(other ? 'moveOther' : 'move', {
              party: words.moveParty(move),
              line: words.moveLine(move),
            })}
          </span>
        ) : null}
      </div>
      <div className="text-end text-note text-muted max-lg:hidden">
        <Change change={row.change} />
      </div>
    </li>
  )
}

/** How the light moved since the day compared with: what it was, by shape and word. */
function Change({ change }: { change: OffCourse['change'] }) {
  const t = useTranslations('overview.moved')
  const common = useTranslations('common')
  if (!change) return null
  if (change.code !== 'was') return <>{t(change.code)}</>
  return (
    <>
      {t('was')} <LightShape light={change.light} />{' '}
      <span className="whitespace-nowrap">{common(`lights.${change.light}`)}</span>
    </>
  )
}
