'use client'

import { Plus, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { asksForPerson, COLUMN_ROLES, COLUMN_TYPES, nameIn, type Column } from '@/domain/registers/columns'

type ColumnEditorProps = {
  columns: readonly Column[]
  onChange: (columns: Column[]) => void
  errorOf: (field: string) => string | null
}

/** The columns of a register, one line each: name, kind, what it is for. */
export function ColumnEditor({ columns, onChange, errorOf }: ColumnEditorProps) {
  const t = useTranslations('registers.form')
  const locale = useLocale()
  const set = (at: number, patch: Partial<Column>) =>
    onChange(columns.map((one, i) => (i === at ? { ...one, ...patch } : one)))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{t('columns')}</legend>
      <p className="text-note text-muted">{t('identifiesHint')}</p>
      <ol className="grid gap-3">
        {columns.map((column, at) => {
          const error = errorOf(`columns.${at}.name`) ?? errorOf(`columns.${at}`)
          const shown = nameIn(column, locale)
          return (
            <li key={column.key} className="grid gap-2 border-s-3 border-line ps-3">
              <div className="grid grid-cols-[1fr_128px_auto] items-end gap-2 max-md:grid-cols-[1fr_auto]">
                <TextField
                  name=""
                  id={`columns.${at}.name`}
                  label={t('columnName')}
                  value={shown}
                  onChange={(event) => set(at, { name: event.target.value, nameEn: '' })}
                  error={error}
                />
                <Select
                  name=""
                  id={`columns.${at}.type`}
                  label={t('columnType')}
                  value={column.type}
                  className="max-md:row-start-2"
                  onChange={(event) =>
                    set(at, {
                      type: COLUMN_TYPES.find((one) => one === event.target.value) ?? 'text',
                      role: null,
                    })
                  }
                  options={COLUMN_TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
                />
                <Button
                  variant="quiet"
                  icon={<X aria-hidden className="size-4" />}
                  aria-label={t('removeColumn', { name: shown })}
                  onClick={() => onChange(columns.filter((_, i) => i !== at))}
                />
              </div>
              {column.type === 'choice' ? (
                <TextArea
                  name=""
                  id={`columns.${at}.options`}
                  label={t('options')}
                  rows={3}
                  defaultValue={column.options.map((one) => nameIn(one, locale)).join('\n')}
                  onChange={(event) => set(at, { options: optionsOf(event.target.value, column) })}
                />
              ) : null}
              <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
                <Checkbox
                  label={t('required')}
                  checked={column.required}
                  onChange={(event) => set(at, { required: event.target.checked })}
                />
                <Checkbox
                  label={t('identifies')}
                  checked={column.identifies}
                  onChange={(event) => set(at, { identifies: event.target.checked })}
                />
                {column.type === 'date' ? (
                  <label className="flex items-center gap-2">
                    {t('role')}
                    <select
                      className="min-h-8 rounded border border-edge bg-bg px-2 max-md:min-h-11"
                      value={column.role ?? ''}
                      onChange={(event) =>
                        set(at, { role: COLUMN_ROLES.find((one) => one === event.target.value) ?? null })
                      }
                    >
                      <option value="">{t('noRole')}</option>
                      {COLUMN_ROLES.map((role) => (
                        <option key={role} value={role}>
                          {t(`roles.${role}`)}
                        </option>
                      ))}
                    </select>
                  </label>
                ) : null}
              </div>
              {asksForPerson(column) ? <p className="text-risk">{t('personal')}</p> : null}
            </li>
          )
        })}
      </ol>
      <div>
        <Button
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => onChange([...columns, blank(columns)])}
        >
          {t('addColumn')}
        </Button>
      </div>
    </fieldset>
  )
}

function blank(columns: readonly Column[]): Column {
  let at = columns.length + 1
  while (columns.some((one) => one.key === `c${at}`)) at += 1
  return {
    key: `c${at}`,
    name: '',
    nameEn: '',
    type: 'text',
    options: [],
    required: false,
    role: null,
    identifies: false,
  }
}

/** Choices as typed; one that stood before keeps its value. */
function optionsOf(words: string, column: Column): Column['options'] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(
      (line) =>
        column.options.find((one) => one.name === line || one.nameEn === line) ?? {
          value: line.slice(0, 60),
          name: line,
          nameEn: '',
        },
    )
}
