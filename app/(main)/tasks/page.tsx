import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/shared/client-messages'
import { LedgerScreen } from '@/components/tasks/ledger/ledger-screen'
import { can } from '@/domain/permissions/policy'
import { keptQuery, parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { taskScopeOf } from '@/server/tasks/scope'
import { requireCtx } from '@/server/web/ctx'
import { ExportLists } from '../exports/export-lists'
import { FilterInWords } from './filter-in-words'
import { LEDGER_DOORS } from './ledger-doors'
import { readLedger } from './read-ledger'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tasks')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TasksPage({ searchParams }: Props) {
  const ctx = await requireCtx()
  const { actor, now, today } = ctx
  if (!can(actor, 'task.read')) notFound()
  const address = await searchParams
  const filter = parseLedgerFilter(address)
  const ledger = await readLedger(ctx, filter, address)
  return (
    <ClientMessages namespaces={['tasks', 'ledger', 'views', 'exports']}>
      <LedgerScreen
        {...{ filter, ledger, now, today }}
        may={{
          unitOnly: !taskScopeOf(actor).all,
          acknowledge: can(actor, 'assignment.acknowledge'),
          share: can(actor, 'view.share'),
        }}
        doors={LEDGER_DOORS}
        words={<FilterInWords ctx={ctx} filter={filter} />}
        exports={<ExportLists kinds={['tasks', 'assignments', 'reports']} query={keptQuery(filter)} />}
      />
    </ClientMessages>
  )
}
