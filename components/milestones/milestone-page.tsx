import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'
import type { ShownMilestone, TaskMilestones } from '@/server/milestones/list-milestones'
import type { MilestoneAct } from './milestone-acts'
import { MilestoneList } from './milestone-list'

type Props = { task: { no: number; title: string }; data: TaskMilestones; today: string; panel: ReactNode }

/** The milestones of a task with what may be done with each. */
export function MilestonePage({ task, data, today, panel }: Props) {
  const t = useTranslations('milestones')
  const home = `/tasks/T${task.no}/milestones`
  const acts = (row: ShownMilestone) => {
    const may: MilestoneAct[] = [
      ...(data.acts.mark && row.state !== 'dropped'
        ? [row.doneOn ? ('undone' as const) : ('done' as const)]
        : []),
      ...(data.acts.redate && !row.doneOn && row.state !== 'dropped' ? (['redate', 'drop'] as const) : []),
    ]
    return may.length === 0 || panel ? null : (
      <p className="flex flex-wrap gap-2 pt-1">
        {may.map((act) => (
          <ButtonLink key={act} href={`${home}?act=${act}&of=${row.id}`} size="s">
            {t(`acts.${act}`)}
          </ButtonLink>
        ))}
      </p>
    )
  }
  return (
    <div className="max-w-[800px]">
      <PageHeader
        title={t('pageTitle', { no: task.no })}
        crumbs={[{ href: `/tasks/T${task.no}#milestones`, label: `T${task.no} ${task.title}` }]}
        actions={
          data.acts.add && !panel ? (
            <ButtonLink href={`${home}?act=add`} variant="primary">
              {t('add')}
            </ButtonLink>
          ) : null
        }
      />
      {panel}
      {data.rows.length === 0 ? <EmptyState>{t('none')}</EmptyState> : null}
      <MilestoneList rows={data.rows} today={today} actsOf={acts} />
    </div>
  )
}
