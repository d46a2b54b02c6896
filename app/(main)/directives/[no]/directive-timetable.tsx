import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Section } from '@/components/shared/section'
import { TimelineTable } from '@/components/tasks/timeline-table'
import { ledgerHref, parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import { fittingWindow } from '@/domain/tasks/timeline'
import { listTimeline, type TimelineRow } from '@/server/tasks/list-timeline'
import type { Ctx } from '@/server/context'

/** 时间表 of a directive: the tasks that this person reads, in the window that holds them; nothing before the first went out. */
export async function DirectiveTimetable({ ctx, no }: { ctx: Ctx; no: number }) {
  const filter = parseLedgerFilter({ view: 'all', directive: `D${no}` })
  const [t, page] = await Promise.all([getTranslations('timeline'), listTimeline(ctx, filter)])
  const rows = page.rows.filter((row) => row.dispatchedOn !== null)
  if (rows.length === 0) return null
  const window = fittingWindow(rows.flatMap(daysOf), ctx.today)
  return (
    <Section
      id="timetable"
      title={t('title')}
      note={page.total > rows.length ? t('shown', { shown: rows.length }) : null}
      end={
        <Link href={ledgerHref(filter, { as: 'timeline' })} data-count={page.total}>
          {t('all', { total: page.total })}
        </Link>
      }
    >
      <TimelineTable
        rows={rows}
        total={page.total}
        window={window}
        today={ctx.today}
        calendar={ctx.calendar}
      />
    </Section>
  )
}

function daysOf({ dispatchedOn, dueOn, originalDueOn, completedOn }: TimelineRow) {
  return [dispatchedOn, dueOn, originalDueOn, completedOn].filter((day) => day !== null)
}
