'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Combobox } from '@/components/ui/combobox'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import type { Choice } from '@/components/ui/use-choices'
import type { TaskAct } from './task-acts'

type ActFieldsProps = {
  act: TaskAct
  unitName: string
  units: readonly Choice[]
  errorOf: (field: string) => string | null
  kept: (field: string) => string | undefined
}

/** What an act asks for: a reason nearly always, a unit where one takes over, a conclusion where none was reported. */
export function ActFields({ act, unitName, units, errorOf, kept }: ActFieldsProps) {
  const t = useTranslations('tasks.panels')
  const [ruling, setRuling] = useState('')
  if (act === 'complete' || act === 'strike_off') return null
  if (act === 'conclude') {
    return (
      <TextArea
        name="conclusion"
        label={t('conclude.conclusion')}
        rows={5}
        defaultValue={kept('conclusion')}
        error={errorOf('conclusion')}
      />
    )
  }
  const asksUnit = act === 'reassign' || (act === 'rule' && ruling === 'reassign')
  return (
    <>
      {act === 'rule' ? (
        <RadioGroup
          legend={t('rule.choice')}
          name="ruling"
          value={ruling}
          onValueChange={setRuling}
          options={[
            { value: 'stands', label: t('rule.stands', { unit: unitName }) },
            { value: 'reassign', label: t('rule.reassign') },
          ]}
          error={errorOf('ruling')}
        />
      ) : null}
      {asksUnit ? (
        <Combobox
          name="unitId"
          label={t('unit')}
          hint={t('unitHint')}
          items={units}
          error={errorOf('unitId')}
        />
      ) : null}
      <TextArea
        name="reason"
        label={t('reason')}
        hint={act === 'refuse' ? t('refuse.hint') : undefined}
        rows={4}
        defaultValue={kept('reason')}
        error={errorOf('reason')}
      />
    </>
  )
}
