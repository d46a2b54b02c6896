'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { LazyCombobox } from '@/components/ui/lazy-combobox'
import { DateField } from '@/components/ui/date-field'
import type { Choice } from '@/components/ui/use-choices'

type Fields = { errorOf: (field: string) => string | null; kept: (field: string) => string | undefined }

/** The parts that are asked for again besides the lead's; nothing where there is no other accepted part. */
export function AgainField({ again }: { again: readonly { id: string; label: string }[] }) {
  const t = useTranslations('tasks.panels')
  if (again.length === 0) return null
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">{t('again')}</legend>
      <p className="text-note text-muted">{t('againHint')}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {again.map((one) => (
          <Checkbox key={one.id} name="again" value={one.id} label={one.label} />
        ))}
      </div>
    </fieldset>
  )
}

/** The new due date, as people type it. */
export function NewDueField({ errorOf, kept }: Fields) {
  const t = useTranslations('tasks.panels')
  return (
    <DateField
      name="dueOn"
      label={t('change_due.dueOn')}
      defaultValue={kept('dueOn')}
      error={errorOf('dueOn')}
    />
  )
}

type PersonProps = Fields & {
  name: 'leaderId' | 'personId'
  items: readonly Choice[]
  /** Who it is now. */
  named: string | null | undefined
}

/** One person, found by name, pinyin or unit; empty is nobody. */
export function PersonField({ name, items, named, errorOf, kept }: PersonProps) {
  const t = useTranslations('tasks.panels')
  const now = kept(name) ?? named
  return (
    <LazyCombobox
      name={name}
      label={t(name)}
      hint={t('personHint')}
      items={items}
      defaultValue={items.filter((one) => one.id === now)}
      error={errorOf(name)}
    />
  )
}
