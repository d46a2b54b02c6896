import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { Dumbbell } from '@/components/tasks/dumbbell'
import type { OverviewFigures } from '@/server/tasks/get-overview'

type Row = OverviewFigures['directives'][number]

/** Row 4: claimed against verified, a dumbbell a directive; what stands in the drawing stands behind it in numbers. */
export function OverviewDumbbells({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('overview')
  return (
    <Section
      id="progress"
      look="page"
      title={t('progress')}
      note={<span className="text-note">{t('progressNote')}</span>}
    >
      <ul className="grid gap-x-12 lg:grid-cols-2">
        {rows.map((row) => (
          <li
            key={row.no}
            className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-x-4 border-b py-1 max-md:grid-cols-1"
          >
            <Link
              href={`/directives/D${row.no}`}
              title={row.title}
              className="min-h-6 truncate max-md:min-h-11 max-md:content-center"
            >
              {row.title}
            </Link>
            <Dumbbell claimed={row.claimed} verified={row.verified} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
