import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FilterChip } from '@/components/ui/chip'
import { TextField } from '@/components/ui/text-field'

/** Search by title, document number in any brackets, or D-number; the address carries it, and a chip takes it away. */
export function DirectiveSearch({
  view,
  search,
  clearHref,
}: {
  view: string
  search: string
  clearHref: string
}) {
  const t = useTranslations('directives.list')
  return (
    <div className="flex flex-wrap items-center gap-3 py-3 print:hidden">
      <Form action="/directives" role="search" className="flex items-center gap-2" key={search}>
        <input type="hidden" name="view" value={view} />
        <TextField
          label={t('search')}
          hideLabel
          placeholder={t('search')}
          name="q"
          type="search"
          defaultValue={search}
          maxLength={100}
          className="w-64 max-sm:w-48"
        />
        <Button type="submit">{t('searchButton')}</Button>
      </Form>
      {search ? (
        <FilterChip href={clearHref} removeLabel={t('removeSearch', { words: search })}>
          {search}
        </FilterChip>
      ) : null}
    </div>
  )
}
