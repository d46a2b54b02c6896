import { daysBetween, addDays, type LocalDate } from '@/domain/calendar/local-date'
import { workingDaysBetween, type WorkingCalendar } from '@/domain/calendar/working-days'
import type { FailureParams } from '@/domain/errors'
import type { Settings } from '@/domain/settings'
import type { AssignmentStatus } from './assignment-lifecycle'
import type { TaskKind, TaskStatus } from './lifecycle'

/** 未启动 idle, 正常 ok, 预警 risk, 滞后 off, 办结 done. */
export const LIGHTS = ['idle', 'ok', 'risk', 'off', 'done'] as const
/** One of `LIGHTS`. */
export type Light = (typeof LIGHTS)[number]

/** Why a light is what it is: every code that `lightOf` gives, for the messages. */
export const LIGHT_REASONS = [
  'not_dispatched',
  'not_acknowledged',
  'not_acknowledged_overdue',
  'on_course',
  'reports_on_time',
  'days_left',
  'due_today',
  'behind',
  'missed_report',
  'overdue',
  'overdue_rest_days',
  'missed_reports',
  'completed',
  'completed_late',
  'suspended',
  'terminated',
  'declined',
  'waived',
  'replaced',
] as const
/** One of `LIGHT_REASONS`. */
export type LightReason = (typeof LIGHT_REASONS)[number]

/** What a light is derived from; of a task or an assignment alike. Progress in points of 100. */
export type LightFacts = {
  status: TaskStatus | AssignmentStatus
  kind: TaskKind
  dispatchedOn: LocalDate | null
  /** The lead (of an assignment: its unit) has acknowledged. */
  acknowledged: boolean
  dueOn: LocalDate | null
  /** The progress of a submitted report that waits for its review; null where none waits. */
  claimedAwaitingReview: number | null
  verified: number
  /** Periodic reports missed in a row up to today. */
  missedPeriods: number
  completedOn: LocalDate | null
  /** Days by which the coming periodic reports are due: each passed one counts as missed too. */
  reportDuesAhead?: readonly LocalDate[]
  /** The first day on which a report serves the first of these; the light does not ask, the desk does. */
  reportFromOn?: LocalDate | null
}

/** A light with its reason; null for what has none. `late`: the due date passed before it was completed. */
export type LightView = {
  light: Light | null
  reason: { code: LightReason; params: FailureParams }
  late: boolean
}

/** The thresholds of a light. */
export type LightLimits = Pick<
  Settings,
  'riskWorkingDays' | 'riskPoints' | 'riskMissedPeriods' | 'offMissedPeriods'
>

const DONE: readonly string[] = ['completed', 'struck_off', 'archived', 'accepted']
const WITHOUT_LIGHT: readonly string[] = ['suspended', 'terminated', 'declined', 'waived', 'replaced']
const NOT_OUT: readonly string[] = ['draft', 'awaiting_approval', 'approved']

/**
 * 序时进度: the share of the working days from dispatch to due date that has passed, in whole points 0 to 100.
 * Null where the task has no such dates.
 */
export function proportionalProgress(
  facts: Pick<LightFacts, 'dispatchedOn' | 'dueOn'>,
  calendar: WorkingCalendar,
  today: LocalDate,
): number | null {
  const { dispatchedOn, dueOn } = facts
  if (dispatchedOn === null || dueOn === null) return null
  if (today >= dueOn) return 100
  const total = workingDaysBetween(dispatchedOn, dueOn, calendar)
  if (total <= 0) return 0
  const passed = workingDaysBetween(dispatchedOn, today, calendar)
  return Math.min(100, Math.max(0, Math.round((passed / total) * 100)))
}

/** The light of a day: completed before red before yellow before green, grey before acknowledgement (domain.md §3). */
export function lightOf(
  facts: LightFacts,
  limits: LightLimits,
  calendar: WorkingCalendar,
  today: LocalDate,
): LightView {
  const { status, dueOn } = facts
  const dated = facts.kind !== 'ongoing' ? dueOn : null
  if (DONE.includes(status)) return doneLight(facts, dated, calendar)
  if (WITHOUT_LIGHT.includes(status)) return view(null, status as LightReason, {}, false)

  const late = dated !== null && today > dated
  if (NOT_OUT.includes(status) || facts.dispatchedOn === null)
    return view('idle', 'not_dispatched', {}, false)
  if (!facts.acknowledged) return waitingLight(facts.dispatchedOn, dated, calendar, today)

  const missed = facts.missedPeriods + (facts.reportDuesAhead ?? []).filter((due) => due < today).length
  if (dated !== null && late) return overdueLight('off', dated, calendar, today)
  if (missed >= limits.offMissedPeriods) return view('off', 'missed_reports', { count: missed }, late)

  if (dated !== null) {
    const left = workingDaysBetween(today, dated, calendar)
    if (left <= limits.riskWorkingDays) {
      const code = today === dated ? 'due_today' : 'days_left'
      return view('risk', code, { workingDays: left, dueOn: dated }, false)
    }
    const expected = proportionalProgress(facts, calendar, today) ?? 0
    const reached = Math.max(facts.verified, facts.claimedAwaitingReview ?? 0)
    if (expected - reached > limits.riskPoints) {
      return view('risk', 'behind', { expected, reached, points: expected - reached }, false)
    }
  }
  if (missed >= limits.riskMissedPeriods) return view('risk', 'missed_report', { count: missed }, false)
  if (dated === null) return view('ok', 'reports_on_time', {}, false)
  return view(
    'ok',
    'on_course',
    { workingDays: workingDaysBetween(today, dated, calendar), dueOn: dated },
    false,
  )
}

/**
 * The first day after today on which the light itself changes if nothing is done; null where it stays.
 * Time only ever worsens a light, so the day is found by halving.
 */
export function nextLightChangeOn(
  facts: LightFacts,
  limits: LightLimits,
  calendar: WorkingCalendar,
  today: LocalDate,
): LocalDate | null {
  const now = lightOf(facts, limits, calendar, today).light
  const ends = [facts.dueOn, ...(facts.reportDuesAhead ?? [])].filter((day): day is LocalDate => day !== null)
  const last = ends.reduce((latest, day) => (day > latest ? day : latest), today)
  const changed = (days: number) => lightOf(facts, limits, calendar, addDays(today, days)).light !== now
  let low = 0
  let high = daysBetween(today, last) + 1
  if (!changed(high)) return null
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (changed(middle)) high = middle
    else low = middle
  }
  return addDays(today, high)
}

function view(light: Light | null, code: LightReason, params: FailureParams, late: boolean): LightView {
  return { light, reason: { code, params }, late }
}

function doneLight(facts: LightFacts, dated: LocalDate | null, calendar: WorkingCalendar): LightView {
  const { completedOn } = facts
  if (completedOn === null) return view('done', 'completed', {}, false)
  if (dated === null || completedOn <= dated) return view('done', 'completed', { completedOn }, false)
  const workingDays = workingDaysBetween(dated, completedOn, calendar)
  return view('done', 'completed_late', { completedOn, workingDays }, true)
}

function waitingLight(
  dispatchedOn: LocalDate,
  dated: LocalDate | null,
  calendar: WorkingCalendar,
  today: LocalDate,
): LightView {
  const workingDays = workingDaysBetween(dispatchedOn, today, calendar)
  if (dated === null || today <= dated) return view('idle', 'not_acknowledged', { workingDays }, false)
  const overdue = workingDaysBetween(dated, today, calendar)
  return view('idle', 'not_acknowledged_overdue', { workingDays: overdue, dueOn: dated }, true)
}

/** Overdue from the day after; the figure counts working days, so the first days off have a reason of their own. */
function overdueLight(
  light: Light,
  dueOn: LocalDate,
  calendar: WorkingCalendar,
  today: LocalDate,
): LightView {
  const workingDays = workingDaysBetween(dueOn, today, calendar)
  return view(light, workingDays === 0 ? 'overdue_rest_days' : 'overdue', { workingDays, dueOn }, true)
}
