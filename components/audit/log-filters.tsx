import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { AUDIT_NOUNS, type LogFilter } from '@/domain/audit/log-filter'

/** The filters of the log: a plain form whose answers stand in the address. */
export function LogFilters({ filter }: { filter: LogFilter }) {
  const t = useTranslations('audit.filters')
  return (
    <form
      method="get"
      action="/audit"
      role="search"
      className="grid items-end gap-3 py-3 sm:grid-cols-2 lg:grid-cols-[repeat(5,minmax(0,1fr))_auto] print:hidden"
    >
      <Select
        name="noun"
        label={t('noun')}
        defaultValue={filter.noun ?? ''}
        emptyLabel={t('anyNoun')}
        options={AUDIT_NOUNS.map((noun) => ({ value: noun, label: t(`nouns.${noun}`) }))}
      />
      <TextField name="person" label={t('person')} defaultValue={filter.person} />
      <TextField name="record" label={t('record')} defaultValue={filter.record} />
      <TextField name="from" type="date" label={t('from')} defaultValue={filter.from ?? ''} />
      <TextField name="to" type="date" label={t('to')} defaultValue={filter.to ?? ''} />
      <div className="flex gap-2">
        <button type="submit" className={buttonClass()}>
          {t('apply')}
        </button>
        <Link href="/audit" className={buttonClass('quiet')}>
          {t('reset')}
        </Link>
      </div>
    </form>
  )
}
