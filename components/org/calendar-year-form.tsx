'use client'

import { useTranslations } from 'next-intl'
import type { ActionState } from '@/domain/action-state'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { NoticeProblem } from '@/domain/calendar/year-notice'
import type { CalendarEffect } from '@/server/org/calendar-effect'
import { CalendarDays } from './calendar-days'
import { CalendarEffectList } from './calendar-effect'
import { CheckedForm } from './checked-form'

type Act<R> = (state: ActionState<R>, payload: FormData) => Promise<ActionState<R>>
type Checked = {
  year: number
  notice: string
  daysOff: number
  makeUps: number
  days: { on: LocalDate; isWorking: boolean; name: string; weekday: number }[]
  problems: NoticeProblem[]
  effect: CalendarEffect
}
type Props = {
  check: Act<Checked>
  save: Act<{ year: number }>
  year: number
  backHref: string
  idempotencyKey: string
  zone: string
}

/** Publishes a year from its notice: every day as it was read, with weekday and name, stands there before it is saved. */
export function CalendarYearForm({ check, save, year, backHref, idempotencyKey, zone }: Props) {
  const t = useTranslations('calendar')
  return (
    <CheckedForm
      check={check}
      save={save}
      fields={[
        { kind: 'area', name: 'notice', label: t('notice'), hint: t('noticeHint', { year }), rows: 10 },
      ]}
      then={[{ kind: 'text', name: 'reason', label: t('sourceReason'), hint: t('sourceHint'), max: 200 }]}
      hidden={{ year }}
      typed={({ notice }) => ({ notice })}
      effect={(checked) => ({ ready: checked.problems.length === 0, node: <Reading {...checked} /> })}
      labels={{ look: t('look'), save: t('savePublish', { year }) }}
      cancelHref={backHref}
      {...{ idempotencyKey, zone }}
    />
  )
}

function Reading({ year, days, daysOff, makeUps, problems, effect }: Checked) {
  const t = useTranslations('calendar')
  const textOf = ({ code, params }: NoticeProblem) => {
    const day = params.weekday
    return t(`problem.${code}`, {
      ...params,
      weekday: day === undefined ? '' : t(`weekdayLong.${day}`),
    })
  }
  return (
    <>
      <h2 className="text-section">{t('readTitle', { year, off: daysOff, on: makeUps })}</h2>
      {problems.length > 0 ? (
        <div role="alert" className="border-s-4 border-danger ps-3">
          <p className="font-semibold">{t('problems', { count: problems.length })}</p>
          <ul>
            {problems.map((problem, index) => (
              <li key={index}>{t('problemLine', { line: problem.line, text: textOf(problem) })}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <CalendarDays days={days} caption={t('readCaption')} />
      <CalendarEffectList effect={effect} />
    </>
  )
}
