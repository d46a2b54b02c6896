import { z } from 'zod'
import type { LocalDate } from '@/domain/calendar/local-date'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from '@/domain/calendar/working-days'
import type { AssignmentStatus } from '@/domain/tasks/assignment-lifecycle'
import type { TaskStatus } from '@/domain/tasks/lifecycle'

/** Why an urge was sent: by hand, or by a rule on a fact; the last on an urge that was not answered. */
export const URGE_RULES = [
  'by_hand',
  'not_acknowledged',
  'report_missed',
  'due_soon',
  'overdue',
  'unanswered',
] as const
/** One of `URGE_RULES`. */
export type UrgeRule = (typeof URGE_RULES)[number]

/** The rules that the office head switches; the order in which a fact is urged for where several hold. */
export const AUTOMATIC_RULES = [
  'not_acknowledged',
  'overdue',
  'report_missed',
  'due_soon',
  'unanswered',
] as const
/** One of `AUTOMATIC_RULES`. */
export type AutomaticRule = (typeof AUTOMATIC_RULES)[number]

const rule = (on: boolean, workingDays: number, max: number) =>
  z
    .object({ on: z.boolean().default(on), workingDays: z.int().min(0).max(max).default(workingDays) })
    .prefault({})

/**
 * Which rules urge by themselves, and after how many working days: after the limit to acknowledge, after the due date, after a
 * periodic report was due, after the answer-by date. `due_soon` counts before the due date; it is off, since a reminder goes out.
 */
export const urgeRulesSchema = z
  .object({
    not_acknowledged: rule(true, 1, 20),
    overdue: rule(true, 1, 20),
    report_missed: rule(true, 1, 20),
    due_soon: rule(false, 3, 20),
    unanswered: rule(true, 1, 20),
  })
  .prefault({})

/** The rules of urging in force. */
export type UrgeRules = z.infer<typeof urgeRulesSchema>

/** What the rules need to know of an assignment. */
export type UrgeFacts = {
  status: AssignmentStatus
  taskStatus: TaskStatus
  acknowledgeDueOn: LocalDate
  dueOn: LocalDate | null
  /** The days by which the periodic reports missed in a row were due, the newest last. */
  missedDues: readonly LocalDate[]
  /** Reports that wait for their review: what is on the other side's table is not urged for. */
  reportWaits: boolean
}

const RUNNING: readonly TaskStatus[] = ['dispatched', 'in_progress', 'under_review']
const OWING: readonly AssignmentStatus[] = ['awaiting_acknowledgement', 'acknowledged', 'in_progress']

/** True while the unit itself has something to do: suspended tasks, refusals and reports under review are left alone. */
export function owesAnything(facts: Pick<UrgeFacts, 'status' | 'taskStatus' | 'reportWaits'>): boolean {
  return RUNNING.includes(facts.taskStatus) && OWING.includes(facts.status) && !facts.reportWaits
}

/**
 * The fact that a rule urges for today, or null: at most one an assignment, the weightiest first. Only on worked days; from the
 * day on which the rule's working days after (due_soon: before) the fact are full.
 */
export function factToUrge(
  facts: UrgeFacts,
  rules: UrgeRules,
  calendar: WorkingCalendar,
  today: LocalDate,
): { rule: AutomaticRule; factOn: LocalDate } | null {
  if (!owesAnything(facts) || !isWorkingDay(today, calendar)) return null
  const passed = (on: LocalDate, name: AutomaticRule) =>
    today > on && today >= addWorkingDays(on, rules[name].workingDays, calendar)
  if (facts.status === 'awaiting_acknowledgement') {
    const on = facts.acknowledgeDueOn
    return rules.not_acknowledged.on && passed(on, 'not_acknowledged')
      ? { rule: 'not_acknowledged', factOn: on }
      : null
  }
  const { dueOn } = facts
  if (dueOn && rules.overdue.on && passed(dueOn, 'overdue')) return { rule: 'overdue', factOn: dueOn }
  const missed = facts.missedDues.at(-1)
  if (missed && rules.report_missed.on && passed(missed, 'report_missed'))
    return { rule: 'report_missed', factOn: missed }
  if (
    dueOn &&
    rules.due_soon.on &&
    today < dueOn &&
    today >= addWorkingDays(dueOn, -rules.due_soon.workingDays, calendar)
  )
    return { rule: 'due_soon', factOn: dueOn }
  return null
}

/** What stands against urging an assignment now; null where it may be. An open urge is waited for: nothing is asked twice. */
export function obstacleToUrge(
  facts: Pick<UrgeFacts, 'status' | 'taskStatus' | 'reportWaits'> & { open: boolean },
):
  | 'urge.suspended'
  | 'urge.nothing_owed'
  | 'urge.refused'
  | 'urge.awaits_review'
  | 'urge.already_open'
  | null {
  if (facts.taskStatus === 'suspended') return 'urge.suspended'
  if (!RUNNING.includes(facts.taskStatus)) return 'urge.nothing_owed'
  if (facts.status === 'refused') return 'urge.refused'
  if (facts.reportWaits || facts.status === 'reported_done') return 'urge.awaits_review'
  if (!owesAnything(facts)) return 'urge.nothing_owed'
  return facts.open ? 'urge.already_open' : null
}

/** What an urge asked for, against what was done since: answered by deed where it was done or nothing is owed any more. */
export function isSettledByDeed(
  rule: UrgeRule,
  now: { status: AssignmentStatus; taskStatus: TaskStatus; reportedSince: boolean },
): boolean {
  if (!RUNNING.includes(now.taskStatus)) return true
  if (now.status === 'refused' || now.status === 'reported_done' || !OWING.includes(now.status)) return true
  if (rule === 'not_acknowledged') return now.status !== 'awaiting_acknowledgement'
  return rule !== 'by_hand' && rule !== 'unanswered' && now.reportedSince
}

/** What a unit owes on an assignment, in the words of a slip: by when, and how many working days are left or past. */
export type Owed = {
  code: 'acknowledge' | 'acknowledge_late' | 'overdue' | 'report_missed' | 'due' | 'undated'
  on: LocalDate | null
  days: number
  missed: number
}

/** The weightiest thing that is owed: the facts that a slip is filled with. */
export function owedOf(facts: UrgeFacts, calendar: WorkingCalendar, today: LocalDate): Owed {
  const say = (code: Owed['code'], on: LocalDate | null): Owed => ({
    code,
    on,
    days: on === null ? 0 : Math.abs(workingDaysBetween(on, today, calendar)),
    missed: facts.missedDues.length,
  })
  if (facts.status === 'awaiting_acknowledgement')
    return say(today > facts.acknowledgeDueOn ? 'acknowledge_late' : 'acknowledge', facts.acknowledgeDueOn)
  if (facts.dueOn && today > facts.dueOn) return say('overdue', facts.dueOn)
  const missed = facts.missedDues.at(-1)
  if (missed) return say('report_missed', missed)
  return facts.dueOn ? say('due', facts.dueOn) : say('undated', null)
}

/** The last day to answer an urge sent today: so many working days on, never a day off (domain.md §3). */
export function answerByOf(sentOn: LocalDate, workingDays: number, calendar: WorkingCalendar): LocalDate {
  return nextWorkingDay(addWorkingDays(sentOn, workingDays, calendar), calendar)
}

/** Whether the answer-by date chosen by hand can stand: not before the sending, at most sixty days on. */
export function isAnswerByPossible(sentOn: LocalDate, answerByOn: LocalDate, latest: LocalDate): boolean {
  return answerByOn >= sentOn && answerByOn <= latest
}
