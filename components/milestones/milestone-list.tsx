import { Flag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/components/shared/date-text'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { ShownMilestone } from '@/server/milestones/list-milestones'

/** Milestones by date: a flag, never a light's shape; overdue ones say so in words. */
export function MilestoneList({
  rows,
  today,
  actsOf,
}: {
  rows: readonly ShownMilestone[]
  today: string
  actsOf?: (row: ShownMilestone) => ReactNode
}) {
  return (
    <ol className="grid gap-2">
      {rows.map((row) => (
        <li key={row.id} className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2">
          <Flag
            aria-hidden
            className={`mt-0.5 size-4 ${row.state === 'done' || row.state === 'done_late' ? 'fill-current text-brand' : 'text-muted'}`}
          />
          <div>
            <p className="flex flex-wrap items-baseline gap-x-3">
              <MilestoneLine row={row} today={today} />
            </p>
            {row.note || row.droppedReason ? (
              <p className="measure text-muted">{row.droppedReason ?? row.note}</p>
            ) : null}
            {actsOf?.(row)}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Date, name and state of one milestone. */
export function MilestoneLine({ row, today }: { row: ShownMilestone; today: string }) {
  const t = useTranslations('milestones')
  const words = useTaskWords()
  const { state } = row
  const over = state === 'dropped'
  return (
    <>
      <b className={over ? 'font-normal line-through' : undefined}>
        <DateText on={row.dueOn} today={today} />
      </b>
      <span className={over ? 'text-muted line-through' : undefined}>{row.title}</span>
      {state === 'ahead' ? null : (
        <span
          className={state === 'overdue' || state === 'done_late' ? 'font-semibold text-off' : 'text-muted'}
        >
          {state === 'overdue' && row.lateDays > 0 ? t('late', { days: row.lateDays }) : t(`states.${state}`)}
        </span>
      )}
      {row.doneOn ? (
        <span className="text-muted">
          {t.rich('doneOn', { on: () => <DateText on={row.doneOn} /> })}
          {row.doneBy ? ` · ${words.nameOf(row.doneBy)}` : null}
        </span>
      ) : null}
      {row.originalDueOn === row.dueOn ? null : (
        <span className="text-muted">{t.rich('was', { on: () => <DateText on={row.originalDueOn} /> })}</span>
      )}
    </>
  )
}
