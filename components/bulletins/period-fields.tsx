import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { Period, PeriodShortcut } from '@/domain/bulletins/period'

type Props = {
  periods: readonly (Period & { name: PeriodShortcut })[]
  kept: (name: string) => string | undefined
  errorOf: (name: string) => string | null
}

/** 统计时段: none, one by its name, or from day to day. */
export function PeriodFields({ periods, kept, errorOf }: Props) {
  const t = useTranslations('bulletins.form')
  const [chosen, setChosen] = useState(kept('period') ?? '')
  return (
    <div className="grid gap-3">
      <Select
        name="period"
        label={t('period')}
        hint={t('periodHint')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        emptyLabel={t('noPeriod')}
        options={[
          ...periods.map(({ name, from, to }) => ({
            value: name,
            label: t(`shortcuts.${name}`, { from, to }),
          })),
          { value: 'own', label: t('ownPeriod') },
        ]}
      />
      {chosen === 'own' ? (
        <div className="grid items-start gap-3 sm:grid-cols-2">
          {(['periodFrom', 'periodTo'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              type="date"
              label={t(name)}
              defaultValue={kept(name)}
              error={errorOf(name)}
            />
          ))}
        </div>
      ) : null}
    </div>
  )
}
