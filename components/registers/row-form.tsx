'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { Column } from '@/domain/registers/columns'
import type { RowValues } from '@/domain/registers/read-row'
import { CellFields } from './cell-fields'
import { RecordForm, type RecordAction } from './record-form'

type Part = { id: string; unit: { name: string; nameEn: string } }

type Shared = { action: RecordAction; zone: string; idempotencyKey: string; cancelHref: string }
type RowFormProps = Shared & {
  columns: readonly Column[]
  unitNames: Readonly<Record<string, string>>
  unitChoices: readonly { value: string; label: string }[]
} & (
    | { registerId: string; parts: readonly Part[]; row?: undefined }
    | { row: { id: string; no: number; version: number; values: RowValues }; parts?: undefined }
  )

/** A row to be added or changed. */
export function RowForm(props: RowFormProps) {
  const t = useTranslations('registers')
  const english = useLocale() === 'en'
  const { columns, unitNames, unitChoices, row, parts, ...form } = props
  const hidden: Record<string, string> = row ? { rowId: row.id } : { registerId: props.registerId ?? '' }
  const only = parts?.length === 1 ? parts[0] : undefined
  if (only) hidden.assignmentId = only.id
  return (
    <RecordForm
      {...form}
      record={row ? `row:${row.id}` : `row:new:${props.registerId}`}
      hidden={hidden}
      version={row?.version}
      submit={row ? t('acts.saveRow', { no: row.no }) : t('acts.addRow')}
    >
      {(tools) => (
        <>
          {parts && !only ? (
            <Select
              name="assignmentId"
              label={t('form.part')}
              emptyLabel="—"
              options={parts.map((one) => ({
                value: one.id,
                label: english ? one.unit.nameEn : one.unit.name,
              }))}
              defaultValue={tools.kept('assignmentId') ?? ''}
              error={tools.errorOf('assignmentId')}
            />
          ) : null}
          <CellFields
            {...tools}
            columns={columns}
            values={row?.values ?? null}
            unitNames={unitNames}
            unitChoices={unitChoices}
          />
        </>
      )}
    </RecordForm>
  )
}

type RowActProps = Shared & { row: { id: string; no: number; version: number } }

/** 已整改: on which day. */
export function PutRightForm({ row, ...form }: RowActProps) {
  const t = useTranslations('registers')
  return (
    <RecordForm
      {...form}
      record={`right:${row.id}`}
      hidden={{ rowId: row.id }}
      version={row.version}
      submit={t('acts.putRight')}
    >
      {({ errorOf, kept }) => (
        <TextField
          name="on"
          label={t('form.on')}
          hint={t('form.onHint')}
          defaultValue={kept('on')}
          error={errorOf('on')}
          inputClassName="max-w-48"
          autoComplete="off"
        />
      )}
    </RecordForm>
  )
}

/** A row entered by mistake, with the reason. */
export function WithdrawRowForm({ row, ...form }: RowActProps) {
  const t = useTranslations('registers')
  return (
    <RecordForm
      {...form}
      record={`withdraw:${row.id}`}
      hidden={{ rowId: row.id }}
      version={row.version}
      submit={t('acts.withdraw')}
      danger
    >
      {({ errorOf, kept }) => (
        <>
          <p className="text-muted">{t('form.withdrawNote')}</p>
          <TextArea
            name="reason"
            label={t('form.reason')}
            rows={2}
            defaultValue={kept('reason')}
            error={errorOf('reason')}
          />
        </>
      )}
    </RecordForm>
  )
}
