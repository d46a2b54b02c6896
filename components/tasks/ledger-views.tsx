import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import { ledgerHref, LEDGER_VIEWS, parseLedgerFilter, type LedgerView } from '@/domain/tasks/ledger-filter'
import { LedgerMenu } from './ledger-menu'

type LedgerViewsProps = {
  current: LedgerView
  counts: Partial<Record<LedgerView, number>>
  /** People of units acknowledge; the office does not. */
  acknowledges: boolean
}

/** The fixed views as tabs with their counts; on a phone one menu. */
export function LedgerViews({ current, counts, acknowledges }: LedgerViewsProps) {
  const t = useTranslations('tasks')
  const views = LEDGER_VIEWS.filter((view) => acknowledges || view !== 'acknowledge')
  const items = views.map((view) => ({
    href: ledgerHref(parseLedgerFilter({ view })),
    label: t(`views.${view}`),
    count: counts[view],
    current: view === current,
  }))
  return (
    <>
      <div className="max-md:hidden">
        <Tabs
          label={t('views.label')}
          items={items.map((item) => ({
            ...item,
            count: item.count === undefined ? undefined : <span data-count={item.count}>{item.count}</span>,
          }))}
        />
      </div>
      <LedgerMenu
        className="md:hidden [&>summary]:rounded [&>summary]:border [&>summary]:border-edge [&>summary]:justify-between! [&>summary]:px-4 [&>summary]:font-semibold [&>div]:w-full"
        trigger={
          <span className="flex-1 text-prose">
            {t(`views.${current}`)} <span className="font-normal text-muted">{counts[current]}</span>
          </span>
        }
        groups={[
          {
            choices: items.map(({ href, label, count, current: on }) => ({
              href,
              label: (
                <>
                  {label} <span className="text-muted">{count}</span>
                </>
              ),
              current: on,
            })),
          },
        ]}
      />
    </>
  )
}
