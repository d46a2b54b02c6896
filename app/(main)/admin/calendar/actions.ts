'use server'

import { redirect } from 'next/navigation'
import type { ActionState } from '@/domain/action-state'
import { forgetRules } from '@/server/load-rules'
import {
  checkCalendarDay,
  checkCalendarDaySchema,
  correctCalendarDay,
  correctCalendarDaySchema,
} from '@/server/org/correct-calendar-day'
import {
  checkCalendarYear,
  checkCalendarYearSchema,
  publishCalendarYear,
  publishCalendarYearSchema,
} from '@/server/org/publish-calendar-year'
import { withdrawCalendarYear, withdrawCalendarYearSchema } from '@/server/org/withdraw-calendar-year'
import { defineAction } from '@/server/web/define-action'

type Year = { year: number }
type DayCheck = Awaited<ReturnType<typeof checkCalendarDay>>
type YearCheck = Awaited<ReturnType<typeof checkCalendarYear>>

const to = (done: string) => ({
  after: ({ year }: Year) => {
    forgetRules()
    redirect(`/admin/calendar?year=${year}&done=${done}`)
  },
})
const nothing = { revalidate: [] }
const runCheckDay = defineAction('check-calendar-day', checkCalendarDaySchema, checkCalendarDay, nothing)
const runCorrect = defineAction(
  'correct-calendar-day',
  correctCalendarDaySchema,
  correctCalendarDay,
  to('corrected'),
)
const runCheckYear = defineAction('check-calendar-year', checkCalendarYearSchema, checkCalendarYear, nothing)
const runPublish = defineAction(
  'publish-calendar-year',
  publishCalendarYearSchema,
  publishCalendarYear,
  to('published'),
)
const runWithdraw = defineAction(
  'withdraw-calendar-year',
  withdrawCalendarYearSchema,
  withdrawCalendarYear,
  to('withdrawn'),
)

/** Shows what a correction would do. */
export async function checkCalendarDayAction(before: ActionState<DayCheck>, form: FormData) {
  return runCheckDay(before, form)
}

/** Puts a day right and shows its year. */
export async function correctCalendarDayAction(before: ActionState<Year>, form: FormData) {
  return runCorrect(before, form)
}

/** Shows how a notice was read, and what it would do. */
export async function checkCalendarYearAction(before: ActionState<YearCheck>, form: FormData) {
  return runCheckYear(before, form)
}

/** Publishes a year and shows it. */
export async function publishCalendarYearAction(before: ActionState<Year>, form: FormData) {
  return runPublish(before, form)
}

/** Takes a publication back and shows the year. */
export async function withdrawCalendarYearAction(before: ActionState<Year>, form: FormData) {
  return runWithdraw(before, form)
}
