'use client'

import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Combobox, type Choice } from '@/components/ui/combobox'
import { DateField } from '@/components/ui/date-field'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { TASK_KINDS } from '@/domain/tasks/lifecycle'
import { REPORTING_CYCLES } from '@/domain/tasks/reporting-cycle'
import type { BreakdownDraft, BreakdownPage } from '@/server/tasks/get-breakdown'

export type RowState = {
  key: number
  draft: BreakdownDraft | null
  lead: string | null
  supporting: readonly string[]
}

type RowProps = {
  at: number
  row: RowState
  data: BreakdownPage
  errorOf: (field: string) => string | null
  onChange: (more: Partial<RowState>) => void
  onRemove: (() => void) | null
}

/** One child task: what, by whom, by when. */
export function BreakdownRow({ at, row, data, errorOf, onChange, onRemove }: RowProps) {
  const t = useTranslations('cascade.breakdown')
  const words = useTranslations('tasks')
  const english = useLocale() === 'en'
  const { draft } = row
  const [kind, setKind] = useState<string>(draft?.kind ?? 'time_boxed')
  const name = (field: string) => `rows.${at}.${field}`
  const field = (key: string) => ({ name: name(key), error: errorOf(name(key)) })
  const choices = data.units.map(
    (unit): Choice => ({
      id: unit.id,
      label: english ? unit.nameEn : unit.name,
      description: (unit.above && (english ? unit.above.nameEn : unit.above.name)) || undefined,
      keywords: unit.keys,
    }),
  )
  const own = data.assignment.dueOn
  return (
    <fieldset className="grid gap-3 border-t-2 border-brand pt-3">
      <legend className="flex items-center gap-2 pe-2 font-semibold">
        {t('row', { n: at + 1 })}
        {onRemove ? <IconButton label={t('remove', { n: at + 1 })} icon={<X />} onClick={onRemove} /> : null}
      </legend>
      <input type="hidden" name={name('id')} value={draft?.id ?? ''} />
      <input type="hidden" name={name('version')} value={draft?.version ?? ''} />
      <TextField {...field('title')} label={t('name')} defaultValue={draft?.title ?? ''} />
      <TextField
        {...field('expectedResult')}
        label={t('expected')}
        defaultValue={draft?.expectedResult ?? ''}
      />
      <div className="grid grid-cols-2 items-end gap-4 max-md:grid-cols-1">
        <Combobox
          {...field('lead')}
          label={t('unit')}
          items={choices}
          value={choices.filter((one) => one.id === row.lead)}
          onChange={(chosen) => onChange({ lead: chosen[0]?.id ?? null })}
        />
        <Combobox
          {...field('supporting')}
          multiple
          label={t('supporting')}
          items={choices}
          value={choices.filter((one) => row.supporting.includes(one.id))}
          onChange={(chosen) => onChange({ supporting: chosen.map((one) => one.id) })}
        />
        <Select
          {...field('kind')}
          label={t('kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={TASK_KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
        />
        {kind === 'ongoing' ? (
          <Select
            {...field('cycle')}
            label={t('cycle')}
            defaultValue={draft?.cycle ?? 'monthly'}
            options={REPORTING_CYCLES.map((value) => ({ value, label: words(`cycle.${value}`) }))}
          />
        ) : (
          <DateField
            {...field('dueOn')}
            label={t('due')}
            hint={own ? t('dueHint', { own }) : t('dueHintFree')}
            defaultValue={draft?.dueOn ?? own ?? ''}
            max={own ?? undefined}
          />
        )}
      </div>
    </fieldset>
  )
}
