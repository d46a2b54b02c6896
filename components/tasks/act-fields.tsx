'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LazyCombobox } from '@/components/ui/lazy-combobox'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import type { Choice } from '@/components/ui/use-choices'
import { AgainField, NewDueField, PersonField } from './closing-fields'
import type { TaskAct } from './task-acts'

type ActFieldsProps = {
  act: TaskAct
  unitName: string
  units: readonly Choice[]
  leaders: readonly Choice[]
  people: readonly Choice[]
  named: readonly (string | null | undefined)[]
  again: readonly { id: string; label: string }[]
  errorOf: (field: string) => string | null
  kept: (field: string) => string | undefined
}

const ASKS_NOTHING: readonly TaskAct[] = ['complete', 'strike_off', 'resume', 'archive']

/** What an act asks for: a reason nearly always, a unit where one takes over, a conclusion where none was reported. */
export function ActFields(props: ActFieldsProps) {
  const { act, unitName, units, errorOf, kept } = props
  const t = useTranslations('tasks.panels')
  const [ruling, setRuling] = useState('')
  if (ASKS_NOTHING.includes(act)) return null
  if (act === 'name_person' || act === 'name_people') return <Names {...props} />
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
        <LazyCombobox
          name="unitId"
          label={t('unit')}
          hint={t('unitHint')}
          items={units}
          error={errorOf('unitId')}
        />
      ) : null}
      {act === 'change_due' ? <NewDueField errorOf={errorOf} kept={kept} /> : null}
      {act === 'reopen' || act === 'return' ? <AgainField again={props.again} /> : null}
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

function Names({ act, people, leaders, named, errorOf, kept }: ActFieldsProps) {
  const fields = { errorOf, kept }
  return (
    <>
      {act === 'name_people' ? (
        <PersonField name="leaderId" items={leaders} named={named[1]} {...fields} />
      ) : null}
      <PersonField name="personId" items={people} named={named[0]} {...fields} />
    </>
  )
}
