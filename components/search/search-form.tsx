import { Search } from 'lucide-react'
import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { CONTROL } from '@/components/ui/field'
import { cx } from '@/lib/cx'

/** The box of the results page: it needs no script. Another search looks in the same kind. */
export function SearchForm({ q, kind }: { q: string; kind: string | null }) {
  const t = useTranslations('search')
  return (
    <Form action="/search" role="search" className="flex max-w-[720px] gap-2 py-2 print:hidden">
      {kind ? <input type="hidden" name="kind" value={kind} /> : null}
      <input
        type="search"
        name="q"
        key={q}
        defaultValue={q}
        maxLength={100}
        autoComplete="off"
        aria-label={t('label')}
        placeholder={t('label')}
        className={cx(CONTROL, 'w-full')}
      />
      <Button type="submit" className="shrink-0">
        <Search className="size-4" />
        {t('button')}
      </Button>
    </Form>
  )
}
