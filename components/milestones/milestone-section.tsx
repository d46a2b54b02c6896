import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import type { TaskMilestones } from '@/server/milestones/list-milestones'
import { MilestoneList } from './milestone-list'

/** Are there milestones, or may one be added? */
export function showsMilestones({ rows, acts }: TaskMilestones) {
  return rows.length > 0 || acts.add
}

/** 里程碑 of a task, in order; nothing where there are none and none may be added. */
export function MilestoneSection({ no, data, today }: { no: number; data: TaskMilestones; today: string }) {
  const t = useTranslations('milestones')
  const { rows, acts } = data
  if (!showsMilestones(data)) return null
  const stand = rows.filter((row) => row.state !== 'dropped')
  const done = stand.filter((row) => row.doneOn !== null).length
  const overdue = rows.filter((row) => row.state === 'overdue').length
  const note = [
    stand.length > 0 ? t('note', { done, total: stand.length }) : '',
    overdue > 0 ? t('overdue', { count: overdue }) : '',
  ]
  return (
    <Section
      id="milestones"
      title={t('title')}
      note={note.filter((words) => words !== '').join(' · ')}
      end={
        acts.add || acts.mark || acts.redate ? (
          <ButtonLink href={`/tasks/T${no}/milestones`} size="s">
            {t(rows.length === 0 ? 'add' : 'manage')}
          </ButtonLink>
        ) : null
      }
    >
      {rows.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <MilestoneList rows={rows} today={today} />
    </Section>
  )
}
