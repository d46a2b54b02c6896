import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { DateText } from '@/components/shared/date-text'
import { MilestonesSoon } from '@/components/milestones/milestones-soon'
import { EmptyState } from '@/components/shared/empty-state'
import { Section } from '@/components/shared/section'
import type { Desk } from '@/server/notifications/get-desk'
import { AdminTodo } from './admin-todo'
import { BesideRisks } from './beside-risks'
import { ChangeList } from './change-list'
import { deskHref } from './desk-href'
import { DoneToday } from './done-today'
import { DutyList } from './duty-list'
import { RiskList } from './risk-list'
import { WatchList } from './watch-list'

type DeskViewProps = {
  desk: Desk
  since?: string
  today: string
  acknowledge: ComponentProps<typeof DutyList>['acknowledge']
}

/** The desk: what to do now, what is at risk, what changed, what is done already. */
export function DeskView({ desk, since, today, acknowledge }: DeskViewProps) {
  const t = useTranslations('desk')
  const { duties, nextDueOn, watch, admin, total } = desk
  return (
    <>
      <Section
        id="do"
        look="page"
        title={t('doNow')}
        note={watch && total === 0 ? null : <span aria-live="polite">{total}</span>}
      >
        {watch ? <WatchList watch={watch} today={today} /> : null}
        {total === 0 && !watch ? (
          <EmptyState>
            {nextDueOn
              ? t.rich('nothingToDoNext', { on: () => <DateText on={nextDueOn} today={today} /> })
              : t('nothingToDo')}
          </EmptyState>
        ) : null}
        <AdminTodo counts={admin} />
        <DutyList rows={duties.rows} today={today} acknowledge={acknowledge} />
        {duties.total > duties.rows.length ? (
          <Link
            href={deskHref({ all: 'do' })}
            data-count={duties.total}
            className="flex min-h-6 items-center py-2 max-lg:min-h-11 lg:px-2"
          >
            {t('allTasks', { count: duties.total })}
          </Link>
        ) : null}
      </Section>
      <RiskList risks={desk.risks} />
      <BesideRisks data={desk.beside} />
      <MilestonesSoon rows={desk.milestones} today={today} />
      <ChangeList changes={desk.changes} point={desk.point} since={since} today={today} />
      <DoneToday done={desk.done} today={today} />
    </>
  )
}
