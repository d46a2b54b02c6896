'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Combobox, type Choice } from '@/components/ui/combobox'

/** Whose work is looked at: the choice is the address, so that it can be sent to a colleague. */
export function WhoseDuties({ search }: { search: (query: string) => Promise<readonly Choice[]> }) {
  const t = useTranslations('handover')
  return (
    <form action="/me/handover" className="flex max-w-[680px] flex-wrap items-end gap-3 pb-4">
      <Combobox
        name="person"
        label={t('whose')}
        hint={t('whoseHint')}
        search={search}
        className="min-w-0 flex-1"
      />
      <Button type="submit">{t('choose')}</Button>
    </form>
  )
}
