import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { buttonClass } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { statementsHref, type StatementAddress } from '@/domain/statements/list-address'
import type { AllStatements } from '@/server/statements/list-all-statements'

type Props = { address: StatementAddress; choices: AllStatements['choices'] }

/** By directive and unit, where there is more than one to choose from: a plain form whose answers stand in the address. */
export function StatementFilters({ address, choices }: Props) {
  const t = useTranslations('statements.list')
  const { nameOf } = useTaskWords()
  const { view, directive, unit } = address
  const filtered = directive !== null || unit !== null
  const byDirective = directive !== null || choices.directives.length > 1
  const byUnit = unit !== null || choices.units.length > 1
  if (!byDirective && !byUnit) return null
  return (
    <form
      method="get"
      action="/statements"
      role="search"
      className="flex flex-wrap items-end gap-3 py-3 print:hidden"
    >
      {view === 'all' ? null : <input type="hidden" name="view" value={view} />}
      {byDirective ? (
        <Select
          name="directive"
          className="max-w-[560px] grow basis-72"
          label={t('directive')}
          defaultValue={directive === null ? '' : `D${directive}`}
          emptyLabel={t('anyDirective')}
          options={choices.directives.map(({ no, title }) => ({ value: `D${no}`, label: `D${no} ${title}` }))}
        />
      ) : null}
      {byUnit ? (
        <Select
          name="unit"
          className="max-w-[360px] grow basis-56"
          label={t('unit')}
          defaultValue={unit ?? ''}
          emptyLabel={t('anyUnit')}
          options={choices.units.map((one) => ({ value: one.code, label: nameOf(one) }))}
        />
      ) : null}
      <div className="flex gap-2">
        <button type="submit" className={buttonClass()}>
          {t('apply')}
        </button>
        {filtered ? (
          <Link href={statementsHref({ view })} className={buttonClass('quiet')}>
            {t('reset')}
          </Link>
        ) : null}
      </div>
    </form>
  )
}
