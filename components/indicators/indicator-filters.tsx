import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTaskWords } from '@/components/tasks/use-task-words'
import { buttonClass } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { INDICATOR_VIEWS, type IndicatorFilter } from '@/domain/indicators/indicator-filter'
import type { IndicatorBoard } from '@/server/indicators/list-all-indicators'

type Props = { filter: IndicatorFilter; choices: IndicatorBoard['choices'] }

/** By directive, unit and standing: a plain form whose answers stand in the address. */
export function IndicatorFilters({ filter, choices }: Props) {
  const t = useTranslations('indicators.board')
  const { nameOf } = useTaskWords()
  return (
    <form
      method="get"
      action="/indicators"
      role="search"
      className="grid items-end gap-3 py-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto] print:hidden"
    >
      <Select
        name="directive"
        label={t('directive')}
        defaultValue={filter.directive === null ? '' : `D${filter.directive}`}
        emptyLabel={t('anyDirective')}
        options={choices.directives.map(({ no, title }) => ({ value: `D${no}`, label: `D${no} ${title}` }))}
      />
      <Select
        name="unit"
        label={t('unit')}
        defaultValue={filter.unit ?? ''}
        emptyLabel={t('anyUnit')}
        options={choices.units.map((unit) => ({ value: unit.code, label: nameOf(unit) }))}
      />
      <Select
        name="show"
        label={t('show')}
        defaultValue={filter.show}
        options={INDICATOR_VIEWS.map((view) => ({ value: view, label: t(`views.${view}`) }))}
      />
      <div className="flex gap-2">
        <button type="submit" className={buttonClass()}>
          {t('apply')}
        </button>
        <Link href="/indicators" className={buttonClass('quiet')}>
          {t('reset')}
        </Link>
      </div>
    </form>
  )
}
