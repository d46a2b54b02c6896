import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/shared/empty-state'
import { Pager } from '@/components/shared/pager'
import { ButtonLink } from '@/components/ui/button'
import { isFiltered, ledgerHref, withoutChoices, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import type { LedgerChoices } from '@/server/tasks/ledger-choices'
import type { LedgerPage } from '@/server/tasks/list-tasks'
import { HeadMenu } from './ledger-menu'
import { LedgerBar } from './ledger-bar'
import { TaskTable } from './task-table'
import { useLedgerChoices } from './use-ledger-choices'

type TaskLedgerProps = {
  filter: LedgerFilter
  page: LedgerPage
  choices: LedgerChoices
  named: LedgerChoices
  today: string
  unitOnly: boolean
  /** Rows can be ticked to be urged. */
  urging: boolean
  /** Wraps the rows in the form that acts on what is ticked. */
  form: (rows: ReactNode, act: 'urge' | 'acknowledge' | 'strikeOff' | 'archive') => ReactNode
}

/** Filters, rows, pages: what stands under the views of the ledger. */
export function TaskLedger({ filter, page, choices, named, today, unitOnly, urging, form }: TaskLedgerProps) {
  const { groups, chosen } = useLedgerChoices(filter, choices, named)
  const { light, status, lead, directive } = groups
  const head = (group: typeof light) => <HeadMenu name={group.name} groups={[{ choices: group.choices }]} />
  const table = (
    <TaskTable
      filter={filter}
      rows={page.rows}
      total={page.total}
      today={today}
      urging={urging}
      heads={{ light: head(light), lead: head(lead), status: head(status) }}
    />
  )
  const closing = page.rows.find((row) => row.closing)?.closing?.act
  const acknowledging = page.rows.some((row) => row.acknowledge) ? ('acknowledge' as const) : undefined
  const act = closing ?? (urging ? ('urge' as const) : acknowledging)
  return (
    <>
      <LedgerBar filter={filter} groups={[light, status, lead, directive]} chosen={chosen} />
      {page.rows.length === 0 ? (
        <Nothing filter={filter} total={page.total} chosen={chosen.length} unitOnly={unitOnly} />
      ) : (
        <>
          {act ? form(table, act) : table}
          <Pager
            from={page.from}
            to={page.to}
            total={page.total}
            prevHref={page.previous && ledgerHref(filter, { cursor: page.previous })}
            nextHref={page.next && ledgerHref(filter, { cursor: page.next })}
          />
        </>
      )}
    </>
  )
}

type NothingProps = { filter: LedgerFilter; total: number; chosen: number; unitOnly: boolean }

function Nothing({ filter, total, chosen, unitOnly }: NothingProps) {
  const t = useTranslations('tasks')
  if (total > 0) {
    return (
      <EmptyState action={<ButtonLink href={ledgerHref(filter)}>{t('firstPage')}</ButtonLink>}>
        {t('empty.ended')}
      </EmptyState>
    )
  }
  if (isFiltered(filter)) {
    return (
      <EmptyState
        action={<ButtonLink href={ledgerHref(withoutChoices(filter))}>{t('filters.reset')}</ButtonLink>}
      >
        {t('empty.filtered', { count: chosen })}
      </EmptyState>
    )
  }
  const nothingAtAll = unitOnly ? t('empty.unitNone') : t('empty.noneAtAll')
  return (
    <EmptyState>
      {filter.view === 'all' ? nothingAtAll : t('empty.none', { view: t(`views.${filter.view}`) })}
    </EmptyState>
  )
}
