import { ListFilter, Search } from 'lucide-react'
import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { FilterChip } from '@/components/ui/chip'
import { CONTROL } from '@/components/ui/field'
import { ledgerHref, withoutChoices, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import { cx } from '@/lib/cx'
import { LedgerMenu } from './ledger-menu'
import type { ChoiceGroup, ChosenFilter } from './use-ledger-choices'

type LedgerBarProps = {
  filter: LedgerFilter
  groups: readonly ChoiceGroup[]
  chosen: readonly ChosenFilter[]
}

/** What is chosen, each removable alone, and where more is chosen. There is no query button: a choice applies at once. */
export function LedgerBar({ filter, groups, chosen }: LedgerBarProps) {
  const t = useTranslations('tasks.filters')
  return (
    <div
      role="group"
      aria-label={t('label')}
      className="flex min-h-12 flex-wrap items-center gap-2 py-2 print:hidden"
    >
      {chosen.map((one) => (
        <FilterChip key={`${one.name}${one.value}`} href={one.href} removeLabel={t('remove', one)}>
          <span>{t.rich('pair', { name: one.name, value: () => <b>{one.value}</b> })}</span>
        </FilterChip>
      ))}
      <LedgerMenu
        trigger={
          <>
            <ListFilter className="size-4" />
            {t('add')}
          </>
        }
        press="ledger-filter"
        sheet
        groups={groups}
        className="[&>summary]:rounded-full [&>summary]:border [&>summary]:border-edge [&>summary]:py-0 [&>summary]:px-3"
      >
        <DueSpan filter={filter} />
      </LedgerMenu>
      {chosen.length > 0 ? (
        <Link
          href={ledgerHref(withoutChoices(filter))}
          scroll={false}
          className="inline-flex min-h-6 items-center px-1 max-md:min-h-11"
        >
          {t('reset')}
        </Link>
      ) : null}
      <SearchForm filter={filter} />
    </div>
  )
}

type KeptProps = {
  filter: LedgerFilter
  change: Partial<LedgerFilter>
  className?: string
  label?: string
  search?: boolean
  children: ReactNode
}

/** A form whose fields join the address: the rest of it comes along as hidden fields. */
export function AddressForm({ filter, change, className, label, search, children }: KeptProps) {
  const kept = [...new URL(ledgerHref(filter, change), 'http://ledger').searchParams]
  return (
    <Form
      action="/tasks"
      scroll={false}
      role={search ? 'search' : undefined}
      aria-label={label}
      className={className}
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  )
}

function SearchForm({ filter }: { filter: LedgerFilter }) {
  const t = useTranslations('tasks.filters')
  return (
    <AddressForm
      filter={filter}
      change={{ q: '' }}
      search
      className="ms-auto flex gap-1 max-md:ms-0 max-md:min-w-48 max-md:flex-1"
    >
      <input
        id="q"
        type="search"
        name="q"
        key={filter.q}
        defaultValue={filter.q}
        maxLength={100}
        aria-label={t('search')}
        placeholder={t('search')}
        className={cx(CONTROL, 'w-56 max-md:w-full')}
      />
      <button type="submit" aria-label={t('searchButton')} className={buttonClass('default', 'm', 'px-2!')}>
        <Search className="size-4" />
      </button>
    </AddressForm>
  )
}

/** Due between two days of one's own choice. */
function DueSpan({ filter }: { filter: LedgerFilter }) {
  const t = useTranslations('ledger.dues')
  const span = typeof filter.due === 'object' ? filter.due : null
  const day = (name: 'dueFrom' | 'dueTo', value: string | null | undefined) => (
    <label className="grid gap-1 text-note text-muted">
      {t(name)}
      <input type="date" name={name} defaultValue={value ?? ''} className={CONTROL} />
    </label>
  )
  return (
    <AddressForm
      filter={filter}
      change={{ due: null }}
      label={t('ownSpan')}
      className="grid gap-2 border-t px-4 py-2"
    >
      <p className="text-note text-muted">{t('ownSpan')}</p>
      <div className="flex flex-wrap gap-2">
        {day('dueFrom', span?.from)}
        {day('dueTo', span?.to)}
      </div>
      <button type="submit" className={buttonClass('default', 's')}>
        {t('apply')}
      </button>
    </AddressForm>
  )
}
