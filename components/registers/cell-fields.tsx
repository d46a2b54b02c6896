'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { nameIn, type Column } from '@/domain/registers/columns'
import { wordsOf, type RowValues } from '@/domain/registers/read-row'
import type { FieldTools } from './record-form'

type CellFieldsProps = FieldTools & {
  columns: readonly Column[]
  values: RowValues | null
  unitNames: Readonly<Record<string, string>>
  unitChoices: readonly { value: string; label: string }[]
}

/** The cells of a row, one field a column, each of its kind. */
export function CellFields({ columns, values, unitNames, unitChoices, errorOf, kept }: CellFieldsProps) {
  const t = useTranslations('registers.form')
  const locale = useLocale()
  return columns.map((column) => {
    const name = `cell.${column.key}`
    const words = values ? wordsOf(column, values[column.key], locale, (id) => unitNames[id] ?? '') : ''
    const shared = {
      name,
      label: nameIn(column, locale),
      note: column.required ? t('requiredMark') : undefined,
      error: errorOf(name),
      defaultValue: kept(name) ?? words,
    }
    switch (column.type) {
      case 'choice':
        return (
          <Select
            key={name}
            {...shared}
            emptyLabel="—"
            options={column.options.map((one) => ({
              value: nameIn(one, locale),
              label: nameIn(one, locale),
            }))}
          />
        )
      case 'yes_no':
        return (
          <Select
            key={name}
            {...shared}
            emptyLabel="—"
            options={[
              { value: t('yes'), label: t('yes') },
              { value: t('no'), label: t('no') },
            ]}
          />
        )
      case 'unit':
        return (
          <Select
            key={name}
            {...shared}
            emptyLabel="—"
            options={unitChoices.map((one) => ({ value: one.label, label: one.label }))}
          />
        )
      case 'date':
        return (
          <TextField
            key={name}
            {...shared}
            hint={t('dateHint')}
            inputClassName="max-w-48"
            autoComplete="off"
          />
        )
      case 'number':
        return (
          <TextField
            key={name}
            {...shared}
            inputMode="decimal"
            inputClassName="max-w-48"
            autoComplete="off"
          />
        )
      default:
        return column.key === 'remark' || column.key === 'measure' ? (
          <TextArea key={name} {...shared} rows={2} />
        ) : (
          <TextField key={name} {...shared} autoComplete="off" />
        )
    }
  })
}
