'use client'

import { useTranslations } from 'next-intl'
import type { ActionState } from '@/domain/action-state'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { DayState } from '@/domain/calendar/calendar-change'
import type { CalendarEffect } from '@/server/org/calendar-effect'
import { reasonField } from './admin-grant-fields'
import { CalendarEffectList } from './calendar-effect'
import { CheckedForm } from './checked-form'

type Act<R> = (state: ActionState<R>, payload: FormData) => Promise<ActionState<R>>
type Checked = { on: LocalDate; state: DayState; name: string; effect: CalendarEffect }
type Props = {
  check: Act<Checked>
  save: Act<{ year: number; limits: number }>
  day: { on: string; weekend: boolean; state: DayState; name: string }
  version: number
  backHref: string
  idempotencyKey: string
  zone: string
}

/** Puts one day right: what it is, its name; then the effect, and why. */
export function CalendarDayForm({ check, save, day, version, backHref, idempotencyKey, zone }: Props) {
  const t = useTranslations('calendar')
  const admin = useTranslations('admin')
  const options = [day.weekend ? 'working' : 'off', 'rule'].map((value) => ({
    value,
    label: t(`states.${value}`),
  }))
  return (
    <>
      <p>{t('now', { state: [t(`states.${day.state}`), day.name].filter(Boolean).join(' · ') })}</p>
      <CheckedForm
        check={check}
        save={save}
        fields={[
          {
            kind: 'radio',
            name: 'state',
            label: t('state'),
            options,
            value: day.state === 'rule' ? options[0]?.value : 'rule',
          },
          {
            kind: 'text',
            name: 'name',
            label: t('nameField'),
            hint: t('nameHint'),
            value: day.name,
            max: 30,
          },
        ]}
        then={[reasonField(admin)]}
        hidden={{ on: day.on, version }}
        typed={({ state, name }) => ({ state, name })}
        effect={({ effect }) => ({ ready: true, node: <CalendarEffectList effect={effect} /> })}
        labels={{ look: t('look'), save: t('save') }}
        cancelHref={backHref}
        {...{ idempotencyKey, zone }}
      />
    </>
  )
}
