import Form from 'next/form'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FilterChip } from '@/components/ui/chip'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'

type Props = {
  action: string
  label: string
  words: string
  /** Other choices of the list that stay in the address. */
  keep?: Readonly<Record<string, string>>
  clearHref: string
  /** Further fields of the same form. */
  children?: ReactNode
}

/** Searches a list of the administration; the address carries the words, and a chip takes them away. */
export function AdminSearch({ action, label, words, keep = {}, clearHref, children }: Props) {
  const t = useTranslations('admin')
  return (
    <div className="flex flex-wrap items-center gap-3 py-3 print:hidden">
      <Form action={action} role="search" className="flex flex-wrap items-center gap-2" key={words}>
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          label={label}
          hideLabel
          placeholder={label}
          name="q"
          type="search"
          defaultValue={words}
          maxLength={100}
          className="w-72 max-sm:w-52"
        />
        {children}
        <Button type="submit">{t('search')}</Button>
      </Form>
      {words ? (
        <FilterChip href={clearHref} removeLabel={t('removeSearch', { words })}>
          {words}
        </FilterChip>
      ) : null}
    </div>
  )
}
