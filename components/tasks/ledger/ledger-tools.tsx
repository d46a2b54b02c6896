import { AlignJustify, ArrowLeftRight, Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { CONTROL } from '@/components/ui/field'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import { addDays, addMonths, type LocalDate } from '@/domain/calendar/local-date'
import { ledgerHref, placeOf, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import { LEDGER_DENSITIES, LEDGER_GROUPS, type LedgerForm } from '@/domain/tasks/ledger-look'
import { AddressForm } from './ledger-bar'
import { ToolMenu } from './ledger-menu'

type LedgerToolsProps = {
  filter: LedgerFilter
  today: LocalDate
  forms: readonly LedgerForm[]
  /** Chooses columns, where there are columns. */
  columns: ReactNode
  /** Further tools at the end of the line. */
  more?: ReactNode
}

/** Over the rows while nothing is ticked: grouping, the day to compare with, the form, columns, density. Each is an address. */
export function LedgerTools({ filter, today, forms, columns, more }: LedgerToolsProps) {
  const t = useTranslations('ledger')
  const here = placeOf(filter)
  const table = filter.as === 'table'
  return (
    <div
      role="toolbar"
      aria-label={t('tools')}
      className="flex min-h-12 flex-wrap items-center gap-2 py-1 print:hidden"
    >
      {filter.as === 'timeline' ? null : (
        <ToolMenu
          trigger={
            <>
              <Rows3 className="size-4" />
              {t('groupBy', { group: t(`groups.${filter.group}`) })}
            </>
          }
          groups={[
            {
              choices: LEDGER_GROUPS.map((group) => ({
                href: ledgerHref(filter, { group, folded: [] }),
                label: t(`groups.${group}`),
                current: group === filter.group,
              })),
            },
          ]}
        />
      )}
      {table ? <CompareMenu filter={filter} today={today} /> : null}
      {forms.length > 1 ? (
        <SegmentedLinks
          label={t('forms.label')}
          items={forms.map((as) => ({
            href: ledgerHref(filter, { as }),
            label: t(`forms.${as}`),
            current: as === filter.as,
          }))}
        />
      ) : null}
      <span className="ms-auto flex flex-wrap items-center gap-2 max-md:ms-0">
        {table ? columns : null}
        {table ? (
          <ToolMenu
            align="end"
            className="max-md:hidden"
            trigger={
              <>
                <AlignJustify className="size-4" />
                {t('density')}
              </>
            }
            groups={[
              {
                choices: LEDGER_DENSITIES.map((density) => ({
                  href: ledgerHref(filter, { ...here, density }),
                  label: t(`densities.${density}`),
                  current: density === filter.density,
                })),
              },
            ]}
          />
        ) : null}
        {more}
      </span>
    </div>
  )
}

function CompareMenu({ filter, today }: { filter: LedgerFilter; today: LocalDate }) {
  const t = useTranslations('ledger.compare')
  const days: [string, LocalDate][] = [
    ['yesterday', addDays(today, -1)],
    ['week', addDays(today, -7)],
    ['month', addMonths(today, -1)],
  ]
  const here = placeOf(filter)
  const none = {
    href: ledgerHref(filter, { ...here, since: null }),
    label: t('none'),
    current: filter.since === null,
  }
  return (
    <ToolMenu
      trigger={
        <>
          <ArrowLeftRight className="size-4" />
          {filter.since ? t('with', { on: filter.since }) : t('label')}
        </>
      }
      groups={[
        {
          choices: [
            none,
            ...days.map(([name, since]) => ({
              href: ledgerHref(filter, { ...here, since }),
              label: t(name as 'week', { on: since }),
              current: since === filter.since,
            })),
          ],
        },
      ]}
    >
      <AddressForm
        filter={filter}
        change={{ ...here, since: null }}
        label={t('ownDay')}
        className="flex flex-wrap items-end gap-2 border-t px-4 py-2"
      >
        <label className="grid gap-1 text-note text-muted">
          {t('ownDay')}
          <input
            type="date"
            name="since"
            required
            max={today}
            defaultValue={filter.since ?? ''}
            className={CONTROL}
          />
        </label>
        <button type="submit" className={buttonClass('default', 'm')}>
          {t('apply')}
        </button>
      </AddressForm>
    </ToolMenu>
  )
}
