'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { RecordForm, type RecordAction } from '@/components/registers/record-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { PathPoint } from '@/domain/indicators/target-path'

export type FormRegister = {
  id: string
  title: string
  columns: readonly { key: string; name: string; nameEn: string }[]
}
export type FormIndicator = {
  id: string
  version: number
  name: string
  measure: string
  baseline: number | null
  target: number | null
  path: readonly PathPoint[]
  cycle: string | null
  aggregation: string
  direction: string
  splitByUnit: boolean
  registerId: string | null
  registerMeasure: string | null
  registerColumn: string | null
}

type Props = {
  task: { id: string; no: number }
  indicator: FormIndicator | null
  registers: readonly FormRegister[]
  /** What the words of the text propose for a new one. */
  start?: { name: string; target: string; measure: string }
  action: RecordAction
  zone: string
  idempotencyKey: string
}

const CYCLES = ['weekly', 'fortnightly', 'monthly', 'quarterly'] as const
const MEASURES = ['rows', 'open', 'put_right'] as const
const plain = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

/** What an indicator is: name, unit, from where to where by when, who gives it, or which register feeds it. */
export function IndicatorForm({ task, indicator, registers, start, action, zone, idempotencyKey }: Props) {
  const t = useTranslations('indicators')
  const tasks = useTranslations('tasks')
  const english = useLocale() === 'en'
  const [registerId, setRegisterId] = useState(indicator?.registerId ?? '')
  const register = registers.find((one) => one.id === registerId)
  return (
    <RecordForm
      action={action}
      record={indicator ? `indicator:${indicator.id}` : `indicator:new:${task.id}`}
      hidden={indicator ? { indicatorId: indicator.id } : { taskId: task.id }}
      version={indicator?.version}
      submit={t(indicator ? 'form.save' : 'form.create')}
      cancelHref={`/tasks/T${task.no}#indicators`}
      zone={zone}
      idempotencyKey={idempotencyKey}
    >
      {({ errorOf, kept }) => {
        const field = (name: 'name' | 'measure', value: string | undefined) => ({
          name,
          label: t(`form.${name}`),
          defaultValue: kept(name) ?? value ?? start?.[name] ?? '',
          error: errorOf(name),
          autoComplete: 'off',
        })
        const figure = (name: 'baseline' | 'target', value: number | null | undefined) => (
          <TextField
            name={name}
            label={t(`form.${name}`)}
            defaultValue={kept(name) ?? (plain(value) || (name === 'target' ? (start?.target ?? '') : ''))}
            error={errorOf(name)}
            inputMode="decimal"
            autoComplete="off"
          />
        )
        return (
          <>
            <TextField {...field('name', indicator?.name)} />
            <div className="grid grid-cols-3 gap-4 max-md:grid-cols-1">
              <TextField {...field('measure', indicator?.measure)} />
              {figure('baseline', indicator?.baseline)}
              {figure('target', indicator?.target)}
            </div>
            {registers.length > 0 ? (
              <Select
                name="registerId"
                label={t('form.source')}
                emptyLabel={t('form.typed')}
                options={registers.map((one) => ({ value: one.id, label: one.title }))}
                value={registerId}
                onChange={(event) => setRegisterId(event.target.value)}
                error={errorOf('registerId')}
              />
            ) : null}
            {register ? (
              <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
                <Select
                  name="registerMeasure"
                  label={t('form.measureBy')}
                  options={MEASURES.map((value) => ({ value, label: t(`measures.${value}`) }))}
                  defaultValue={kept('registerMeasure') ?? indicator?.registerMeasure ?? 'rows'}
                />
                <Select
                  name="registerColumn"
                  label={t('columns.actual')}
                  emptyLabel={t('measures.rows')}
                  options={register.columns.map((one) => ({
                    value: one.key,
                    label: t('measures.column', { column: english && one.nameEn ? one.nameEn : one.name }),
                  }))}
                  defaultValue={kept('registerColumn') ?? indicator?.registerColumn ?? ''}
                  error={errorOf('registerColumn')}
                />
              </div>
            ) : (
              <>
                <Select
                  name="cycle"
                  label={t('form.cycle')}
                  emptyLabel={t('form.everyReport')}
                  options={CYCLES.map((value) => ({ value, label: tasks(`cycle.${value}`) }))}
                  defaultValue={kept('cycle') ?? indicator?.cycle ?? ''}
                />
                <Checkbox
                  name="splitByUnit"
                  value="1"
                  defaultChecked={indicator?.splitByUnit}
                  label={t('form.splitByUnit')}
                  hint={t('form.splitHint')}
                />
              </>
            )}
            <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
              <Select
                name="direction"
                label={t('form.direction')}
                options={(['up', 'down'] as const).map((value) => ({
                  value,
                  label: t(`directions.${value}`),
                }))}
                defaultValue={kept('direction') ?? indicator?.direction ?? 'up'}
              />
              <Select
                name="aggregation"
                label={t('form.aggregation')}
                options={(['sum', 'mean'] as const).map((value) => ({
                  value,
                  label: t(`aggregations.${value}`),
                }))}
                defaultValue={kept('aggregation') ?? indicator?.aggregation ?? 'sum'}
              />
            </div>
            <TextArea
              name="path"
              label={t('form.path')}
              hint={t('form.pathHint')}
              rows={3}
              defaultValue={
                kept('path') ?? indicator?.path.map((one) => `${one.on} ${one.value}`).join('\n') ?? ''
              }
              error={errorOf('path')}
            />
          </>
        )
      }}
    </RecordForm>
  )
}

/** An indicator that is asked for no more, with the reason. */
export function DropIndicatorForm({
  task,
  indicator,
  ...form
}: Pick<Props, 'task' | 'action' | 'zone' | 'idempotencyKey'> & {
  indicator: { id: string; version: number }
}) {
  const t = useTranslations('indicators.form')
  return (
    <RecordForm
      {...form}
      record={`indicator:${indicator.id}:drop`}
      hidden={{ indicatorId: indicator.id }}
      version={indicator.version}
      submit={t('drop')}
      danger
      cancelHref={`/tasks/T${task.no}#indicators`}
    >
      {({ errorOf, kept }) => (
        <TextArea
          name="reason"
          label={t('reason')}
          rows={2}
          defaultValue={kept('reason')}
          error={errorOf('reason')}
        />
      )}
    </RecordForm>
  )
}
