import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ExportListView } from '@/components/exports/export-list'
import { PageHeader } from '@/components/shared/page-header'
import { listExports } from '@/server/exports/list-exports'
import { requireCtx } from '@/server/web/ctx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exports')
  return { title: t('title') }
}

/** 我的导出: one's own alone. */
export default async function ExportsPage({ searchParams }: Props) {
  const [ctx, t, { before }] = await Promise.all([requireCtx(), getTranslations('exports'), searchParams])
  const after = z.uuid().safeParse(before)
  const list = await listExports(ctx, after.success ? after.data : null)
  return (
    <>
      <PageHeader title={t('title')} />
      <ExportListView list={list} paged={after.success} />
    </>
  )
}
