import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { useTaskWords } from '@/components/tasks/use-task-words'
import {
  indicatorsHref,
  type IndicatorFilter,
  type IndicatorView,
} from '@/domain/indicators/indicator-filter'
import type { IndicatorBoard } from '@/server/indicators/list-all-indicators'
import { IndicatorBody } from './one-indicator'

type Props = { board: IndicatorBoard; filter: IndicatorFilter }

/** All indicators as small multiples, each with its table; the sentence above says how many stand where, every number a link. */
export function IndicatorBoardView({ board, filter }: Props) {
  const t = useTranslations('indicators.board')
  const { counts, rows, total, from, next } = board
  const number = (show: IndicatorView) =>
    function Count(chunks: React.ReactNode) {
      return (
        <Link href={indicatorsHref({ ...filter, show, after: null })} data-count={counts[show]}>
          {chunks}
        </Link>
      )
    }
  return (
    <>
      <p className="py-2 text-prose">
        {t.rich('sentence', {
          all: number('all'),
          behind: number('behind'),
          none: number('no_value'),
          ...{ countAll: counts.all, countBehind: counts.behind, countNone: counts.no_value },
        })}
      </p>
      <p className="max-w-[640px] text-note text-muted">{t('method')}</p>
      {rows.length === 0 ? (
        <EmptyState>
          {t(counts.all === 0 && !filter.directive && !filter.unit ? 'none' : 'noneFiltered')}
        </EmptyState>
      ) : null}
      <ul className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-8 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
        {rows.map((row) => (
          <li key={row.indicator.id} data-indicator className="border-t py-3">
            <Panel row={row} />
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <Pager
          from={from}
          to={from + rows.length - 1}
          total={total}
          prevHref={from > 1 ? indicatorsHref({ ...filter, after: null }) : null}
          nextHref={next ? indicatorsHref({ ...filter, after: next }) : null}
        />
      ) : null}
    </>
  )
}

function Panel({ row: { indicator, task, lead } }: { row: IndicatorBoard['rows'][number] }) {
  const t = useTranslations('indicators.board')
  const { nameOf } = useTaskWords()
  return (
    <article>
      <h2 className="text-[16px] leading-6">{indicator.name}</h2>
      <p className="flex flex-wrap items-baseline gap-x-3 text-note">
        <Link
          href={`/tasks/T${task.no}#indicators`}
          className="inline-flex min-h-6 items-center max-md:min-h-11"
        >
          {t('task', { no: task.no, title: task.title })}
        </Link>
        {lead ? <span className="text-muted">{nameOf(lead)}</span> : null}
      </p>
      <IndicatorBody no={task.no} indicator={indicator} />
    </article>
  )
}
