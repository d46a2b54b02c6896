import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/shared/client-messages'
import { TimeText } from '@/components/shared/date-text'
import { PageHeader } from '@/components/shared/page-header'
import { BatchForm } from '@/components/tasks/batch-form'
import { LedgerViews } from '@/components/tasks/ledger-views'
import { TaskLedger } from '@/components/tasks/task-ledger'
import { UrgeSelect } from '@/components/urges/urge-select'
import { can } from '@/domain/permissions/policy'
import { ledgerHref, parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { parseTimeline } from '@/domain/tasks/timeline'
import { countViews } from '@/server/tasks/count-tasks'
import { ledgerChoices, nameChosen } from '@/server/tasks/ledger-choices'
import { listTasks } from '@/server/tasks/list-tasks'
import { taskScopeOf } from '@/server/tasks/scope'
import { requireCtx } from '@/server/web/ctx'
import { ExportLists } from '../exports/export-lists'
import { acknowledgeAssignmentsAction } from './actions'
import { archiveTasksAction, strikeOffTasksAction } from './closing-actions'
import { FilterInWords } from './filter-in-words'
import { TaskTimeline } from './task-timeline'

const BATCH = {
  acknowledge: acknowledgeAssignmentsAction,
  strikeOff: strikeOffTasksAction,
  archive: archiveTasksAction,
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tasks')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TasksPage({ searchParams }: Props) {
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'task.read')) notFound()
  const query = await searchParams
  const filter = parseLedgerFilter(query)
  const [t, page, counts, choices, named] = await Promise.all([
    getTranslations('tasks'),
    listTasks(ctx, filter),
    countViews(ctx),
    ledgerChoices(ctx),
    nameChosen(ctx, [...filter.lead, ...filter.unit], filter.directive),
  ])
  const unitOnly = !taskScopeOf(ctx.actor).all
  // What is closed is struck off or archived together, not urged.
  const urging = !unitOnly && can(ctx.actor, 'urge.send') && !page.rows.some((row) => row.closing)
  return (
    <>
      <PageHeader
        title={t(unitOnly ? 'unitTitle' : 'title')}
        meta={
          <>
            <span data-total={page.total}>{t('ofTotal', { total: page.total })}</span>
            {' · '}
            {t.rich('asOf', { time: () => <TimeText at={ctx.now} today={ctx.today} /> })}
          </>
        }
        actions={
          page.total > 0 ? (
            <ExportLists
              kinds={['tasks', 'assignments', 'reports']}
              query={ledgerHref(filter).split('?')[1] ?? ''}
            />
          ) : null
        }
      />
      <FilterInWords ctx={ctx} filter={filter} />
      <LedgerViews
        current={filter.view}
        counts={counts}
        acknowledges={can(ctx.actor, 'assignment.acknowledge')}
      />
      {filter.as === 'timeline' ? (
        <TaskTimeline ctx={ctx} filter={filter} window={parseTimeline(query, ctx.today)} />
      ) : (
        <TaskLedger
          filter={filter}
          page={page}
          choices={choices}
          named={named}
          today={ctx.today}
          unitOnly={unitOnly}
          urging={urging}
          form={(rows, act) =>
            act === 'urge' ? (
              <ClientMessages namespaces={['urges']}>
                <UrgeSelect total={page.total} query={ledgerHref(filter).split('?')[1] ?? ''}>
                  {rows}
                </UrgeSelect>
              </ClientMessages>
            ) : (
              <ClientMessages namespaces={['tasks']}>
                <BatchForm act={act} action={BATCH[act]} idempotencyKey={crypto.randomUUID()}>
                  {rows}
                </BatchForm>
              </ClientMessages>
            )
          }
        />
      )}
    </>
  )
}
