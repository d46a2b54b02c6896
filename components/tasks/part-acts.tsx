import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/shared/date-text'
import { ButtonLink } from '@/components/ui/button'
import type { TaskPart } from '@/server/tasks/task-parts'
import { actHref } from './task-acts'

/** What this person may do on one assignment besides the page's first act; null where there is nothing. */
export function partActs(no: number, part: TaskPart, acknowledge: ReactNode): ReactNode {
  const { acts } = part
  const any = [
    acts.acknowledge,
    acts.refuse,
    acts.rule,
    acts.reassign,
    acts.waive,
    acts.report,
    acts.name_person,
  ].some(Boolean)
  return any ? <PartActs no={no} part={part} acknowledge={acknowledge} /> : null
}

function PartActs({ no, part, acknowledge }: { no: number; part: TaskPart; acknowledge: ReactNode }) {
  const t = useTranslations('tasks')
  const { acts } = part
  const link = (act: 'refuse' | 'rule' | 'reassign' | 'waive' | 'name_person') =>
    acts[act] ? (
      <ButtonLink key={act} href={actHref(no, act, part.id)} scroll size="s">
        {t(`acts.${act}`)}
      </ButtonLink>
    ) : null
  return (
    <>
      {acts.acknowledge ? acknowledge : null}
      {acts.report ? (
        <ButtonLink href={reportHref(no, part.id)} size="s">
          {t('acts.report')}
        </ButtonLink>
      ) : null}
      {link('refuse')}
      {link('rule')}
      {link('reassign')}
      {link('waive')}
      {link('name_person')}
      {acts.refuseDueOn ? (
        <span className="text-note text-muted">
          {t.rich(acts.refuse ? 'debts.refuseUntil' : 'debts.refuseOver', {
            date: () => <DateText on={acts.refuseDueOn} />,
          })}
        </span>
      ) : null}
    </>
  )
}

/** The report composer of an assignment. */
export function reportHref(no: number, assignmentId: string): string {
  return `/tasks/T${no}/report?assignment=${assignmentId}`
}
