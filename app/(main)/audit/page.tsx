import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuditHeader } from '@/components/audit/audit-header'
import { LogFilters } from '@/components/audit/log-filters'
import { LogPages } from '@/components/audit/log-pages'
import { LogTable } from '@/components/audit/log-table'
import { VerifyBand } from '@/components/audit/verify-band'
import { ClientMessages } from '@/components/shared/client-messages'
import { logHref, parseLogFilter } from '@/domain/audit/log-filter'
import { hasRole } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { listEntries } from '@/server/audit/list-entries'
import { sayEntries } from '@/server/audit/say-entries'
import { findLastCheck, noteAuditRead } from '@/server/audit/verify-audit-log'
import { paperWords } from '@/server/documents/paper-words'
import { requireCtx } from '@/server/web/ctx'
import { noteReading } from '@/server/web/note-reading'
import { ExportLists } from '../exports/export-lists'
import { verifyAuditLogAction } from './actions'
import { AuditFacts } from './audit-facts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'audit.read')) notFound()
  const filter = parseLogFilter(await searchParams)
  await noteReading(ctx, noteAuditRead)
  const [page, last] = await Promise.all([listEntries(ctx, filter), findLastCheck(ctx)])
  const rows = await sayEntries(ctx, await paperWords(ctx, ctx.locale), page.rows)
  const query = logHref(filter, { before: null }).split('?')[1] ?? ''
  const exports = can(ctx.actor, 'audit.export') && <ExportLists kinds={['audit']} query={query} />
  return (
    <>
      <AuditHeader masked={page.masked} readsTasks={hasRole(ctx.actor, 'discipline')}>
        {exports}
      </AuditHeader>
      <ClientMessages namespaces={['audit']}>
        <VerifyBand action={verifyAuditLogAction} last={last} today={ctx.today} />
      </ClientMessages>
      <AuditFacts />
      <LogFilters filter={filter} />
      <LogTable rows={rows} masked={page.masked} />
      <LogPages filter={filter} next={page.next} />
    </>
  )
}
