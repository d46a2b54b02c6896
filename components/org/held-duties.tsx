import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { HeldDuties } from '@/server/org/handover/held-duties'
import { useNamed } from './use-named'

type TaskRef = { no: number; title: string }

/** What a person holds, each row with its task: what the act below hands over. */
export function HeldDutiesList({ held }: { held: HeldDuties }) {
  const t = useTranslations('handover')
  const named = useNamed()
  const short = (unit: { shortName: string; shortNameEn: string }) =>
    named({ name: unit.shortName, nameEn: unit.shortNameEn })
  const groups: { key: string; rows: { key: string; content: ReactNode }[] }[] = [
    {
      key: 'tasks',
      rows: held.tasks.map((task) => ({ key: String(task.no), content: <TaskLink task={task} /> })),
    },
    {
      key: 'assignments',
      rows: held.assignments.map(({ id, task, unit }) => ({
        key: id,
        content: (
          <>
            <TaskLink task={task} /> <span className="text-muted">{short(unit)}</span>
          </>
        ),
      })),
    },
    {
      key: 'drafts',
      rows: held.drafts.map(({ id, seq, assignment }) => ({
        key: id,
        content: (
          <>
            <TaskLink task={assignment.task} /> <span className="text-muted">{t('draft', { seq })}</span>
          </>
        ),
      })),
    },
    {
      key: 'portfolio',
      rows: held.portfolio.map(({ unitId, unit }) => ({ key: unitId, content: short(unit) })),
    },
  ]
  const shown = groups.filter(({ rows }) => rows.length > 0)
  return (
    <div className="grid max-w-[880px] gap-4 pb-4">
      {shown.length === 0 ? <p className="text-muted">{t('nothing')}</p> : null}
      {shown.map(({ key, rows }) => (
        <section key={key}>
          <h2 className="text-ui font-semibold">
            {t(key)} <span className="text-muted">{rows.length}</span>
          </h2>
          <ul className="border-t">
            {rows.map((row) => (
              <li key={row.key} className="border-b py-1.5">
                {row.content}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {held.deputies > 0 ? <p>{t('deputiesEnd', { count: held.deputies })}</p> : null}
    </div>
  )
}

function TaskLink({ task }: { task: TaskRef }) {
  return (
    <Link href={`/tasks/T${task.no}`}>
      <span className="font-mono text-note text-muted">{`T${task.no}`}</span> {task.title}
    </Link>
  )
}
