import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { UnitCharts } from '@/components/org/unit-charts'
import { UnitFigureTables } from '@/components/org/unit-figure-table'
import { UnitTasks } from '@/components/org/unit-tasks'
import { PageHeader } from '@/components/shared/page-header'
import { Section } from '@/components/shared/section'
import { ledgerHref, parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { getUnitFigures } from '@/server/org/list-unit-figures'
import { listTasks } from '@/server/tasks/list-tasks'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { FigureTools } from '../figure-tools'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figures')
  return { title: t('title') }
}

export default async function UnitPage({ params }: Props) {
  const [ctx, { code }] = await Promise.all([requireCtx(), params])
  const { unit, months, below } = await orNotFound(getUnitFigures(ctx, code))
  const filter = parseLedgerFilter({ view: 'open', unit: code, sort: 'light' })
  const [t, tasks] = await Promise.all([getTranslations('figures'), listTasks(ctx, filter)])
  return (
    <>
      <PageHeader
        title={ctx.locale === 'en' ? unit.nameEn : unit.name}
        crumbs={[{ href: '/units', label: t('title') }]}
        actions={<FigureTools query={`unit=${code}`} />}
      />
      <p className="border-s-4 border-brand ps-3 font-semibold">{t('note')}</p>
      <p className="pt-1 text-note text-muted">
        {t('scope', { from: months[0] ?? '', to: months.at(-1) ?? '' })}
      </p>
      <UnitCharts unit={unit} months={months} />
      <Section
        id="tasks"
        look="page"
        title={t('tasks')}
        end={
          <Link href={ledgerHref(filter)} data-count={tasks.total}>
            {t('tasksAll', { count: tasks.total })}
          </Link>
        }
      >
        <UnitTasks rows={tasks.rows.slice(0, 10)} today={ctx.today} />
      </Section>
      {below.length > 0 ? (
        <Section id="below" look="page" title={t('below')}>
          <UnitFigureTables rows={below} />
        </Section>
      ) : null}
    </>
  )
}
