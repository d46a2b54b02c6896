import { addDays, isLocalDate, type LocalDate } from '@/domain/calendar/local-date'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import { dateAdvice, workingDaysBetween } from '@/domain/calendar/working-days'
import type { Draft } from '@/domain/directives/draft/model'
import type { ReportingCycle } from '@/domain/tasks/reporting-cycle'
import type { Ctx } from '@/server/context'

/** What a person should know of a due date: working days from today, the next worked day where it is a day off, an unpublished year. */
export type DateInfo = { workingDays: number; next: LocalDate | null; unpublished: boolean }

/** What was typed into the due field: a date, a reporting cycle, or the code of what is wrong. */
export type TypedDue =
  | { kind: 'date'; on: LocalDate; info: DateInfo }
  | { kind: 'cycle'; cycle: ReportingCycle }
  | { kind: 'error'; code: string }

/** Advice on one date. */
export function dateInfoOf(ctx: Pick<Ctx, 'calendar' | 'today'>, on: LocalDate): DateInfo {
  const advice = dateAdvice(on, ctx.calendar)
  const rest = advice.find((one) => one.code === 'date.rest_day')
  return {
    workingDays: workingDaysBetween(ctx.today, on, ctx.calendar),
    next: rest?.code === 'date.rest_day' ? rest.params.next : null,
    unpublished: advice.some((one) => one.code === 'date.year_unpublished'),
  }
}

/** Advice on every date of a draft, or of some of its rows, by date. */
export function datesOf(
  ctx: Pick<Ctx, 'calendar' | 'today'>,
  draft: Pick<Draft, 'tasks'>,
  more: readonly LocalDate[],
): Record<string, DateInfo> {
  const dates = [
    ...draft.tasks.flatMap((task) => [
      ...(task.dueOn ? [task.dueOn] : []),
      ...task.milestones.map((one) => one.dueOn),
    ]),
    ...more,
  ]
  return Object.fromEntries([...new Set(dates)].map((on) => [on, dateInfoOf(ctx, on)]))
}

/** 本办规则：会议事项: the date that the office's rule proposes for a meeting's task without one; null for documents. */
export function ruleDueOn(ctx: Pick<Ctx, 'settings' | 'today'>, kind: string): LocalDate | null {
  return kind === 'meeting' ? addDays(ctx.today, ctx.settings.meetingTaskDays) : null
}

const CYCLES: readonly [RegExp, ReportingCycle][] = [
  [/^(?:每|按)?(?:两|双|2)周(?:报)?$|^每半月$|^fortnightly$|^every(?:two|2)weeks$/, 'fortnightly'],
  [/^(?:每|按)周(?:报)?$|^周报$|^weekly$|^everyweek$/, 'weekly'],
  [/^(?:每个?|按)月(?:报)?$|^月报$|^monthly$|^everymonth$/, 'monthly'],
  [/^(?:每个?|按)季度?(?:报)?$|^季报$|^quarterly$|^everyquarter$/, 'quarterly'],
]

/** Reads 4-30, 4月底, +20d, +10wd, 每月, weekly …; codes `date.…`. */
export function readTypedDue(ctx: Pick<Ctx, 'calendar' | 'today'>, typed: string): TypedDue {
  const folded = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const cycle = CYCLES.find(([pattern]) => pattern.test(folded))
  if (cycle) return { kind: 'cycle', cycle: cycle[1] }
  const read = parseTypedDate(typed, ctx.today, ctx.calendar)
  if ('error' in read) return { kind: 'error', code: read.error }
  return isLocalDate(read.date)
    ? { kind: 'date', on: read.date, info: dateInfoOf(ctx, read.date) }
    : { kind: 'error', code: 'date.no_such_day' }
}
