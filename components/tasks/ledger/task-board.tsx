import { PanelRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LightCounts } from '@/components/shared/light'
import { ledgerHref, placeOf, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { LedgerGroups, LedgerGroupView } from '@/server/tasks/list-groups'
import type { LedgerRow } from '@/server/tasks/list-tasks'
import { DueCell } from '../due-cell'
import { TaskLight } from '../task-light'
import { useTaskWords } from '../use-task-words'
import { BoardDrag } from './board-drag'
import { GroupCount, groupHref, lightsOf, useGroupName } from './ledger-groups'

type TaskBoardProps = { filter: LedgerFilter; data: LedgerGroups; today: string }

/** 看板: the same tasks in columns by state or by light, counts on top. A card is moved by 移至…, or dropped on a column, which asks the same. */
export function TaskBoard({ filter, data, today }: TaskBoardProps) {
  const nameOf = useGroupName()
  return (
    <div
      className="sheet-across relative flex gap-3 overflow-x-auto pt-2 pb-3 print:overflow-visible max-md:flex-col max-md:overflow-visible"
      // Scrolled sideways by keyboard, too.
      tabIndex={0}
      role="region"
      aria-label={useTranslations('ledger.forms')('board')}
    >
      <BoardDrag>
        {data.groups.map((group) => (
          <BoardColumn
            key={group.key}
            {...{ filter, group, today }}
            by={data.by}
            name={nameOf(data.by, group)}
          />
        ))}
      </BoardDrag>
    </div>
  )
}

type ColumnProps = {
  filter: LedgerFilter
  by: LedgerGroups['by']
  group: LedgerGroupView
  name: string
  today: string
}

function BoardColumn({ filter, by, group, name, today }: ColumnProps) {
  const t = useTranslations('ledger')
  const id = `board-${group.key}`
  const rest = group.total - group.rows.length
  return (
    <section
      aria-labelledby={id}
      data-column={name}
      className="data-over:outline-2 data-over:outline-brand flex w-72 shrink-0 flex-col bg-surface p-2 max-md:w-full print:w-0 print:flex-1"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 px-1 pb-2">
        <h2 id={id} className="font-semibold">
          {name}
        </h2>
        <GroupCount {...{ filter, by, group }} />
        {by === 'light' ? null : <LightCounts counts={lightsOf(filter, by, group)} words={false} />}
      </div>
      <ul className="grid gap-2">
        {group.rows.map((row) => (
          <li key={row.id}>
            <BoardCard row={row} filter={filter} by={by} today={today} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Link
          href={groupHref(filter, by, group.key)}
          prefetch={false}
          className="mt-2 inline-flex min-h-6 items-center px-1 max-md:min-h-11"
        >
          {t('openGroup', { count: rest })}
        </Link>
      ) : null}
    </section>
  )
}

type CardProps = { row: LedgerRow; filter: LedgerFilter; by: LedgerGroups['by']; today: string }

function BoardCard({ row, filter, by, today }: CardProps) {
  const t = useTranslations('tasks')
  const l = useTranslations('ledger')
  const words = useTaskWords()
  return (
    <article
      data-no={row.no}
      draggable
      className="grid gap-1 rounded border bg-bg p-3 data-[marked]:border-brand data-[marked]:bg-brand-tint"
    >
      <Link
        href={`/tasks/T${row.no}`}
        prefetch={false}
        draggable={false}
        data-open=""
        className="line-clamp-2"
      >
        <span className="text-muted">{t('number', { no: row.no })} </span>
        {row.title}
      </Link>
      {by === 'light' ? (
        <span className="text-note text-muted">{t(`status.${row.status}`)}</span>
      ) : (
        <TaskLight light={row.light} stacked />
      )}
      <span className="flex flex-wrap items-baseline gap-x-3">
        {row.lead ? <span>{words.nameOf(row.lead)}</span> : null}
        <span>
          <DueCell row={row} today={today} />
        </span>
      </span>
      {row.move ? (
        <span className="text-note text-muted">
          {words.moveParty(row.move)} · {words.moveLine(row.move)}
        </span>
      ) : null}
      <Link
        href={ledgerHref(filter, { ...placeOf(filter), show: row.no })}
        prefetch={false}
        scroll={false}
        data-preview={row.no}
        draggable={false}
        aria-label={l('moveOne', { no: row.no })}
        className="inline-flex min-h-7 items-center gap-1 justify-self-start text-ui max-md:min-h-11"
      >
        <PanelRight aria-hidden className="size-4" />
        {l('moveTo')}
      </Link>
    </article>
  )
}
