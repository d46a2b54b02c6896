import { Pager } from '@/components/shared/pager'
import { EmptyState } from '@/components/shared/empty-state'
import { TimelineNav } from '@/components/tasks/timeline-nav'
import { TimelineTable } from '@/components/tasks/timeline-table'
import { ledgerHref, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { TimelineWindow } from '@/domain/tasks/timeline'
import { getTranslations } from 'next-intl/server'
import { listTimeline } from '@/server/tasks/list-timeline'
import type { Ctx } from '@/server/context'

type TaskTimelineProps = { ctx: Ctx; filter: LedgerFilter; window: TimelineWindow }

/** The ledger as a timetable: the same filter, drawn on a time axis. */
export async function TaskTimeline({ ctx, filter, window }: TaskTimelineProps) {
  const [t, page] = await Promise.all([getTranslations('timeline'), listTimeline(ctx, filter)])
  if (page.rows.length === 0) return <EmptyState>{t('none')}</EmptyState>
  const hrefOf = (cursor: LedgerFilter['cursor'], query: Record<string, string>) =>
    `${ledgerHref(filter, { cursor, as: 'timeline' })}&${new URLSearchParams(query).toString()}`
  const here = { zoom: window.zoom, start: window.fromOn }
  return (
    <div className="sheet-timetable">
      <TimelineNav window={window} hrefOf={(query) => hrefOf(filter.cursor, query)} />
      <TimelineTable
        rows={page.rows}
        total={page.total}
        window={window}
        today={ctx.today}
        calendar={ctx.calendar}
      />
      <Pager
        from={page.from}
        to={page.to}
        total={page.total}
        prevHref={page.previous && hrefOf(page.previous, here)}
        nextHref={page.next && hrefOf(page.next, here)}
      />
    </div>
  )
}
