import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { UnitCaseList } from '@/components/org/unit-case-list'
import { PageHeader } from '@/components/shared/page-header'
import { parseCases } from '@/domain/org/unit-cases'
import { UNIT_FIGURES } from '@/domain/org/unit-figures'
import { listUnitCases } from '@/server/org/list-unit-cases'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'

type Props = {
  params: Promise<{ code: string; figure: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figures')
  return { title: t('title') }
}

export default async function UnitCasesPage({ params, searchParams }: Props) {
  const [ctx, address, query, t] = await Promise.all([
    requireCtx(),
    params,
    searchParams,
    getTranslations('figures'),
  ])
  const { code } = address
  const figure = z.enum(UNIT_FIGURES).safeParse(address.figure).data ?? notFound()
  const asked = parseCases(query, ctx.today)
  const cases = await orNotFound(listUnitCases(ctx, code, { figure, ...asked }))
  return (
    <>
      <PageHeader
        title={t(`names.${figure}`)}
        meta={<span data-total={cases.total}>{t('cases.total', { count: cases.total })}</span>}
        crumbs={[
          { href: '/units', label: t('title') },
          { href: `/units/${code}`, label: ctx.locale === 'en' ? cases.unit.nameEn : cases.unit.name },
        ]}
        facts={
          <span className="text-muted">
            {t(`meanings.${figure}`)} · {asked.fromOn.slice(0, 7)} – {asked.toOn.slice(0, 7)}
          </span>
        }
      />
      <UnitCaseList {...{ code, figure, cases, asked }} />
    </>
  )
}
