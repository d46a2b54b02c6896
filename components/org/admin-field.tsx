'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Combobox, type Choice } from '@/components/ui/combobox'
import { RadioGroup, type RadioOption } from '@/components/ui/radio-group'
import { Select, type Option } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'

type Base = {
  name: string
  label: string
  /** Where two forms of a page ask for the same name. */
  id?: string
  hint?: string
  note?: string
  /** Half the width, beside another. */ half?: boolean
}

/** A field of an administrator's form, as plain data that a page can hand over. */
export type AdminField = Base &
  (
    | { kind: 'text' | 'date' | 'number'; value?: string; max?: number; suffix?: string }
    | { kind: 'area'; value?: string; rows?: number }
    | { kind: 'select'; value?: string; options: readonly Option[]; emptyLabel?: string }
    | { kind: 'radio'; value?: string; options: readonly RadioOption[] }
    | { kind: 'checks'; values: readonly string[]; options: readonly Option[] }
    | {
        kind: 'pick'
        search: (query: string) => Promise<readonly Choice[]>
        multiple?: boolean
        chosen?: readonly Choice[]
      }
  )

type Props = {
  field: AdminField
  error: string | null
  /** What was typed before the answer. */ kept: unknown
}

/** Draws the field; what was typed stands again after an answer with errors. */
export function AdminFieldControl({ field, error, kept }: Props) {
  const { name, id, label, hint, note } = field
  const shared = { name, id, label, hint, note, error }
  const typed = typeof kept === 'string' ? kept : undefined
  switch (field.kind) {
    case 'area':
      return <TextArea {...shared} rows={field.rows ?? 3} defaultValue={typed ?? field.value} />
    case 'select':
      return (
        <Select
          {...shared}
          options={field.options}
          emptyLabel={field.emptyLabel}
          defaultValue={typed ?? field.value ?? ''}
        />
      )
    case 'radio':
      return (
        <RadioGroup
          {...{ name, hint, error }}
          legend={label}
          options={field.options}
          defaultValue={typed ?? field.value}
        />
      )
    case 'checks':
      return (
        <CheckList field={field} values={kept === undefined ? field.values : [kept].flat().map(String)} />
      )
    case 'pick':
      return (
        <Combobox
          {...{ name, label, hint, note, error }}
          search={field.search}
          multiple={field.multiple}
          defaultValue={field.chosen}
        />
      )
    default:
      return (
        <TextField
          {...shared}
          type={field.kind === 'number' ? 'text' : field.kind}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          inputClassName={field.kind === 'text' ? undefined : 'max-w-48'}
          maxLength={field.max}
          suffix={field.suffix}
          autoComplete="off"
          defaultValue={typed ?? field.value}
        />
      )
  }
}

function CheckList({
  field: { name, label, hint, options },
  values,
}: {
  field: Extract<AdminField, { kind: 'checks' }>
  values: readonly string[]
}) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint ? <p className="text-note text-muted">{hint}</p> : null}
      <div className="grid gap-1 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={`${name}[]`}
            value={option.value}
            label={option.label}
            defaultChecked={values.includes(option.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
