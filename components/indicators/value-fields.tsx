'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { DateText } from '@/components/shared/date-text'
import { TextField } from '@/components/ui/text-field'
import type { ComposerValue } from '@/server/indicators/report-values'

/** 指标 in the composer: a figure each, the last one beside it, the day that it speaks of. */
export function ValueFields({
  values,
  errorOf,
}: {
  values: readonly ComposerValue[]
  errorOf: (field: string) => string | null
}) {
  const t = useTranslations('indicators.compose')
  const format = useFormatter()
  if (values.length === 0) return null
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-ui font-semibold">{t('title')}</legend>
      <p className="text-note text-muted">{t('hint')}</p>
      {values.map(({ id, name, measure, days, day, value, last }) => (
        <div key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3 max-md:grid-cols-1">
          <input type="hidden" name="indicatorIds[]" value={id} />
          <TextField
            name="indicatorValues[]"
            id={`indicator-${id}`}
            label={measure ? t('value', { name, measure }) : t('plain', { name })}
            hint={
              last
                ? t.rich('last', {
                    value: format.number(last.value, { maximumFractionDigits: 4 }),
                    on: () => <DateText on={last.on} look="short" />,
                  })
                : t('never')
            }
            defaultValue={value}
            error={errorOf(`indicator-${id}`)}
            inputMode="decimal"
            autoComplete="off"
            inputClassName="max-md:text-prose"
          />
          {days.length > 1 ? (
            <label className="flex min-h-8 items-center gap-2 max-md:min-h-11">
              {t('asOf')}
              <select
                name="indicatorDays[]"
                defaultValue={day ?? ''}
                className="min-h-8 rounded border border-edge bg-bg px-2 max-md:min-h-11 max-md:text-prose"
              >
                {days.map((one) => (
                  <option key={one.on} value={one.on}>
                    {one.late ? `${one.on} ${t('late')}` : one.on}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <input type="hidden" name="indicatorDays[]" value={days[0]?.on ?? ''} />
          )}
        </div>
      ))}
    </fieldset>
  )
}
