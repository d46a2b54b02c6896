import { ListFilter, Search } from 'lucide-react'
import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { FilterChip } from '@/components/ui/chip'
import { CONTROL } from '@/components/ui/field'
import { ledgerHref, withoutChoices, type LedgerFilter } from '@/domain/tasks/ledger-filter'
import { cx } from '@/lib/cx'
import { LedgerMenu, type MenuChoice } from './ledger-menu'
import type { ChosenFilter } from './use-ledger-choices'

type LedgerBarProps = {
  filter: LedgerFilter
  groups: readonly { name?: string; choices: readonly MenuChoice[] }[]
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
        groups={groups}
        className="[&>summary]:rounded-full [&>summary]:border [&>summary]:border-edge [&>summary]:py-0 [&>summary]:px-3"
      />
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

/** The address without its words, as hidden fields: what is typed narrows what is chosen. */
function SearchForm({ filter }: { filter: LedgerFilter }) {
  const t = useTranslations('tasks.filters')
  const kept = [...new URL(ledgerHref(filter, { q: '' }), 'http://ledger').searchParams]
  return (
    <Form
      action="/tasks"
      scroll={false}
      role="search"
      className="ms-auto flex gap-1 max-md:ms-0 max-md:min-w-48 max-md:flex-1"
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
    </Form>
  )
}
