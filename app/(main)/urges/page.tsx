import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PageHeader } from '@/components/shared/page-header'
import { SlipListView } from '@/components/urges/slip-list'
import { can } from '@/domain/permissions/policy'
import { listSlips, SLIP_VIEWS } from '@/server/urges/list-urges'
import { requireCtx } from '@/server/web/ctx'
import { ExportLists } from '../exports/export-lists'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('urges')
  return { title: t('list.title') }
}

const query = z.object({
  view: z.enum(SLIP_VIEWS).catch('open'),
  before: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
})

export default async function SlipsPage({ searchParams }: Props) {
  const [ctx, params, t] = await Promise.all([requireCtx(), searchParams, getTranslations('urges')])
  if (!can(ctx.actor, 'task.read')) notFound()
  const { view, before } = query.parse(params)
  const list = await listSlips(ctx, view, before)
  return (
    <>
      <PageHeader
        title={t('list.title')}
        meta={list.total}
        actions={list.total > 0 ? <ExportLists kinds={['urges']} query={`view=${view}`} /> : null}
      />
      <SlipListView list={list} view={view} paged={before !== null} today={ctx.today} />
    </>
  )
}
