import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Tabs } from '@/components/ui/tabs'
import {
  ledgerHref,
  LEDGER_VIEWS,
  parseLedgerFilter,
  type LedgerFilter,
  type LedgerView,
} from '@/domain/tasks/ledger-filter'
import type { KeptView } from '@/server/tasks/list-views'
import { LedgerMenu } from './ledger-menu'

type LedgerViewsProps = {
  filter: LedgerFilter
  counts: Partial<Record<LedgerView, number>>
  /** Rows of the screen as it is: the figure of the kept view that is open. */
  total: number
  views: readonly KeptView[]
  /** People of units acknowledge; the office does not. */
  acknowledges: boolean
  /** Keeps the screen as a view, or changes the one that is open. */
  keep: ReactNode
}

/** The fixed views as tabs with their counts, then the kept ones; on a phone one menu. */
export function LedgerViews({ filter, counts, total, views, acknowledges, keep }: LedgerViewsProps) {
  const t = useTranslations('tasks')
  const l = useTranslations('ledger.views')
  const open = views.find((view) => view.id === filter.saved)
  const fixed = LEDGER_VIEWS.filter((view) => acknowledges || view !== 'acknowledge').map((view) => ({
    href: ledgerHref(parseLedgerFilter({ view })),
    name: t(`views.${view}`),
    note: null as string | null,
    count: counts[view],
    current: view === filter.view && !open,
  }))
  const kept = views.map((view) => ({
    href: `/tasks?${view.query}&saved=${view.id}`,
    name: view.name,
    note: view.shared ? l('shared') : null,
    count: view === open ? total : undefined,
    current: view === open,
  }))
  const items = [...fixed, ...kept]
  const current = items.find((item) => item.current)
  return (
    <div className="flex items-end gap-2 border-b print:hidden max-md:flex-wrap max-md:border-0">
      <div className="min-w-0 flex-1 max-md:hidden [&>nav]:border-b-0">
        <Tabs
          label={t('views.label')}
          items={items.map(({ name, note, count, ...item }) => ({
            ...item,
            label: note ? `${name} · ${note}` : name,
            count: count === undefined ? undefined : <span data-count={count}>{count}</span>,
          }))}
        />
      </div>
      <LedgerMenu
        className="w-full md:hidden [&>summary]:rounded [&>summary]:border [&>summary]:border-edge [&>summary]:justify-between! [&>summary]:px-4 [&>summary]:font-semibold [&>div]:w-full"
        trigger={
          <span className="flex-1 text-prose">
            {current?.name} <span className="font-normal text-muted">{current?.count}</span>
          </span>
        }
        groups={[
          {
            choices: items.map(({ href, name, note, count, current: on }) => ({
              href,
              label: (
                <>
                  {note ? `${name} · ${note}` : name} <span className="text-muted">{count}</span>
                </>
              ),
              current: on,
            })),
          },
        ]}
      />
      {keep}
    </div>
  )
}
