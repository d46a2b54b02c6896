import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/shared/page-header'
import { StatementIndex } from '@/components/statements/statement-index'
import { can } from '@/domain/permissions/policy'
import { parseStatementAddress } from '@/domain/statements/list-address'
import { readSnapshot } from '@/server/snapshot'
import { listAllStatements } from '@/server/statements/list-all-statements'
import { requireCtx } from '@/server/web/ctx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements')
  return { title: t('title') }
}

/** 责任状: all that this person reads, by status, directive and unit. */
export default async function StatementsPage({ searchParams }: Props) {
  const [ctx, query, t] = await Promise.all([requireCtx(), searchParams, getTranslations('statements')])
  if (!can(ctx.actor, 'task.read')) notFound()
  const address = parseStatementAddress(query)
  const list = await readSnapshot(ctx, (at) => listAllStatements(at, address))
  return (
    <>
      <PageHeader title={t('title')} meta={list.sizes.all} />
      <StatementIndex list={list} address={address} draws={can(ctx.actor, 'statement.draw_up')} />
    </>
  )
}
