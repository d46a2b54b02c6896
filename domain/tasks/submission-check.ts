import { compareDates, yearOf, type LocalDate } from '@/domain/calendar/local-date'
import { isPublished, isWorkingDay, type WorkingCalendar } from '@/domain/calendar/working-days'
import type { FailureParams } from '@/domain/errors'
import { dueAfterTask } from '@/domain/milestones/milestone'
import type { AssignmentPart } from './assignment-lifecycle'
import type { TaskKind } from './lifecycle'
import type { ReportingCycle } from './reporting-cycle'

/** A draft task as the check-list sees it. Only parts that a person confirmed count. */
export type DraftFacts = {
  id: string
  title: string
  kind: TaskKind
  dueOn: LocalDate | null
  cycle: ReportingCycle | null
  parts: readonly { unitId: string; part: AssignmentPart }[]
  milestones: readonly { title: string; dueOn: LocalDate }[]
}

/** What the check-list reads before a directive's tasks are sent for approval or dispatched. */
export type SubmissionFacts = {
  /** How many sentences there are, and those (ids, in text order) that nobody classed or confirmed; `optional`: a unit may do a part itself. */
  sentences: { total: number; unclassified: readonly string[]; optional?: boolean }
  tasks: readonly DraftFacts[]
  /** Units that no liaison and no head would receive anything for; external units are not among them. */
  unitsWithoutLiaison: readonly string[]
}

/** Every line that the check-list can hold, for the messages. */
export const SUBMISSION_CODES = [
  'submission.no_tasks',
  'submission.sentences_unclassified',
  'submission.sentences_uncovered',
  'submission.title_missing',
  'submission.lead_missing',
  'submission.lead_not_single',
  'submission.unit_named_twice',
  'submission.due_date_missing',
  'submission.cycle_missing',
  'submission.milestone_after_due',
  'submission.date_rest_day',
  'submission.date_year_unpublished',
  'submission.date_past',
  'submission.unit_without_liaison',
] as const

/** One line of the check-list: it blocks or it warns; the tasks, or the sentences, to jump to. */
export type SubmissionCheck = {
  level: 'block' | 'warn'
  code: (typeof SUBMISSION_CODES)[number]
  params: FailureParams
  taskIds: string[]
  sentenceIds?: string[]
}

/** True where nothing blocks. */
export function maySubmit(checks: readonly SubmissionCheck[]): boolean {
  return checks.every((check) => check.level !== 'block')
}

/** The check-list 提交前检查: blocking lines first, in the order of the page; empty where all is well. */
export function checkSubmission(
  facts: SubmissionFacts,
  calendar: WorkingCalendar,
  today: LocalDate,
): SubmissionCheck[] {
  const { tasks, sentences } = facts
  const checks: SubmissionCheck[] = []
  const line = (
    level: SubmissionCheck['level'],
    code: SubmissionCheck['code'],
    wrong: readonly DraftFacts[],
    params: FailureParams = {},
  ) => {
    if (wrong.length === 0) return
    const count = { count: wrong.length, total: tasks.length }
    checks.push({ level, code, params: { ...count, ...params }, taskIds: wrong.map((task) => task.id) })
  }
  if (sentences.unclassified.length > 0) {
    const params = { count: sentences.unclassified.length, total: sentences.total }
    const sentenceIds = [...sentences.unclassified]
    checks.push({
      level: sentences.optional ? 'warn' : 'block',
      code: sentences.optional ? 'submission.sentences_uncovered' : 'submission.sentences_unclassified',
      params,
      taskIds: [],
      sentenceIds,
    })
  }
  if (tasks.length === 0) {
    checks.push({ level: 'block', code: 'submission.no_tasks', params: {}, taskIds: [] })
  }
  const leads = (task: DraftFacts) => task.parts.filter((part) => part.part === 'lead').length
  line(
    'block',
    'submission.title_missing',
    tasks.filter((task) => task.title.trim() === ''),
  )
  line(
    'block',
    'submission.lead_missing',
    tasks.filter((task) => leads(task) === 0),
  )
  line(
    'block',
    'submission.lead_not_single',
    tasks.filter((task) => leads(task) > 1),
  )
  line('block', 'submission.unit_named_twice', tasks.filter(namesAUnitTwice))
  line(
    'block',
    'submission.due_date_missing',
    tasks.filter((task) => task.kind !== 'ongoing' && !task.dueOn),
  )
  line(
    'block',
    'submission.cycle_missing',
    tasks.filter((task) => task.kind === 'ongoing' && !task.cycle),
  )
  // Written in time, and left behind by a date that moved since.
  line(
    'block',
    'submission.milestone_after_due',
    tasks.filter((task) => dueAfterTask(task.milestones, task.dueOn).length > 0),
  )

  const dated = tasks.flatMap((task) => (task.dueOn ? [{ task, dueOn: task.dueOn }] : []))
  const those = (wrong: (dueOn: LocalDate) => boolean) => dated.filter((one) => wrong(one.dueOn))
  const resting = those((dueOn) => !isWorkingDay(dueOn, calendar))
  const guessed = those((dueOn) => !isPublished(dueOn, calendar))
  const past = those((dueOn) => compareDates(dueOn, today) < 0)
  line(
    'warn',
    'submission.date_rest_day',
    resting.map((one) => one.task),
  )
  line(
    'warn',
    'submission.date_year_unpublished',
    guessed.map((one) => one.task),
    {
      years: [...new Set(guessed.map((one) => yearOf(one.dueOn)))].sort().join(', '),
    },
  )
  line(
    'warn',
    'submission.date_past',
    past.map((one) => one.task),
  )
  const mute = new Set(facts.unitsWithoutLiaison)
  const deaf = tasks.filter((task) => task.parts.some((part) => mute.has(part.unitId)))
  const units = new Set(
    deaf.flatMap((task) => task.parts.map((part) => part.unitId)).filter((id) => mute.has(id)),
  )
  line('warn', 'submission.unit_without_liaison', deaf, { units: units.size })
  return checks
}

function namesAUnitTwice(task: DraftFacts): boolean {
  return new Set(task.parts.map((part) => part.unitId)).size < task.parts.length
}
