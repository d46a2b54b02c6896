import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TimeText } from '@/components/shared/date-text'
import { PageHeader } from '@/components/shared/page-header'
import { Refilter } from '@/components/shared/refilter'
import type { LocalDate } from '@/domain/calendar/local-date'
import { keptQuery, type LedgerFilter, type LedgerView } from '@/domain/tasks/ledger-filter'
import type { KeptView } from '@/server/tasks/list-views'
import { KeepView } from './keep-view'
import { LedgerDrawer } from './ledger-drawer'
import { LedgerList } from './ledger-list'
import { LedgerViews } from './ledger-views'
import { TaskLedger } from './task-ledger'

type Ledger = Pick<Parameters<typeof TaskLedger>[0], 'data' | 'choices' | 'named' | 'forms'> & {
  total: number
  /** The filter alone as text. */
  query: string
  counts: Partial<Record<LedgerView, number>>
  views: readonly KeptView[]
  preview: Parameters<typeof LedgerDrawer>[0]['initial']
}

type LedgerScreenProps = {
  filter: LedgerFilter
  ledger: Ledger
  now: Date
  today: LocalDate
  /** What this person is here: of a unit, one who acknowledges, one who shares views. */
  may: { unitOnly: boolean; acknowledge: boolean; share: boolean }
  /** The filter as printed sheets say it, and what takes the rows along as a file. */
  words: ReactNode
  exports: ReactNode
  doors: {
    batch: Parameters<typeof LedgerList>[0]['actions']
    listRefs: Parameters<typeof LedgerList>[0]['listRefs']
    take: Parameters<typeof LedgerList>[0]['take']
    preview: Parameters<typeof LedgerDrawer>[0]['read']
    views: Parameters<typeof KeepView>[0]['actions']
  }
}

/** The screen of the ledger: title with its count, views, filters and rows, the task in the drawer. */
export function LedgerScreen({ filter, ledger, now, today, may, doors, ...beside }: LedgerScreenProps) {
  const t = useTranslations('tasks')
  const { total, query, counts, views, preview, ...rows } = ledger
  const keep = (
    <KeepView
      query={keptQuery(filter)}
      view={views.find((view) => view.id === filter.saved) ?? null}
      mayShare={may.share}
      actions={doors.views}
    />
  )
  const list = (tools: ReactNode, children: ReactNode) => (
    <LedgerList
      key={query}
      {...{ total, query, tools }}
      actions={doors.batch}
      listRefs={doors.listRefs}
      take={doors.take}
    >
      {children}
    </LedgerList>
  )
  return (
    <Refilter path="/tasks">
      <PageHeader
        title={t(may.unitOnly ? 'unitTitle' : 'title')}
        meta={
          <>
            <span data-total={total}>{t('ofTotal', { total })}</span>
            {' · '}
            {t.rich('asOf', { time: () => <TimeText at={now} today={today} /> })}
          </>
        }
        actions={total > 0 ? beside.exports : null}
      />
      {beside.words}
      <LedgerViews {...{ filter, counts, total, views, keep }} acknowledges={may.acknowledge} />
      <LedgerDrawer initial={preview} read={doors.preview}>
        <TaskLedger {...rows} {...{ filter, today, list }} unitOnly={may.unitOnly} />
      </LedgerDrawer>
    </Refilter>
  )
}
