import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FactList } from '@/components/audit/fact-list'
import { PageHeader } from '@/components/shared/page-header'
import { FACT_CURSOR, FACT_LIMITS, isFact } from '@/domain/audit/facts'
import { listFacts } from '@/server/audit/list-facts'
import { noteAuditRead } from '@/server/audit/verify-audit-log'
import { readSnapshot } from '@/server/snapshot'
import { requireCtx } from '@/server/web/ctx'
import { noteReading } from '@/server/web/note-reading'
import { orNotFound } from '@/server/web/or-not-found'

type Props = {
  params: Promise<{ fact: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const factOf = async (params: Props['params']) => {
  const { fact } = await params
  return isFact(fact) ? fact : notFound()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, fact] = await Promise.all([getTranslations('audit.facts'), factOf(params)])
  return { title: t(`names.${fact}`, FACT_LIMITS) }
}

/** The rows behind one of the facts to look at; for discipline alone. */
export default async function FactPage({ params, searchParams }: Props) {
  const [ctx, fact, { after }] = await Promise.all([requireCtx(), factOf(params), searchParams])
  const place = typeof after === 'string' && FACT_CURSOR.test(after) ? after : null
  const page = await orNotFound(readSnapshot(ctx, (at) => listFacts(at, fact, place)))
  await noteReading(ctx, noteAuditRead)
  const t = await getTranslations('audit')
  return (
    <>
      <PageHeader
        title={t(`facts.names.${fact}`, FACT_LIMITS)}
        meta={page.total}
        crumbs={[{ href: '/audit', label: t('title') }]}
        facts={<p className="text-note text-muted">{t(`facts.how.${fact}`, FACT_LIMITS)}</p>}
      />
      <FactList fact={fact} page={page} paged={place !== null} />
    </>
  )
}
