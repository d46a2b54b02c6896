import { describe, expect, it } from 'vitest'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { WorkingCalendar } from '@/domain/calendar/working-days'
import {
  checkSubmission,
  maySubmit,
  SUBMISSION_CODES,
  type DraftFacts,
  type SubmissionFacts,
} from './submission-check'

const calendar: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  published: new Set([2020]),
  off: new Set<LocalDate>(['2020-10-01']),
  on: new Set(),
}
const draft = (id: string, more: Partial<DraftFacts> = {}): DraftFacts => ({
  id,
  title: `Task ${id}`,
  kind: 'time_boxed',
  dueOn: '2020-06-30',
  cycle: null,
  parts: [{ unitId: 'A', part: 'lead' }],
  milestones: [],
  ...more,
})
const facts = (tasks: DraftFacts[], more: Partial<SubmissionFacts> = {}): SubmissionFacts => ({
  sentences: { total: 20, unclassified: [] },
  tasks,
  unitsWithoutLiaison: [],
  ...more,
})
const check = (tasks: DraftFacts[], more: Partial<SubmissionFacts> = {}) =>
  checkSubmission(facts(tasks, more), calendar, '2020-04-10')

describe('an officer checks before sending', () => {
  it('and nothing stands against it', () => {
    expect(check([draft('1'), draft('2', { kind: 'ongoing', dueOn: null, cycle: 'monthly' })])).toEqual([])
  })

  it.each<[string, Partial<DraftFacts>]>([
    ['submission.title_missing', { title: ' ' }],
    ['submission.lead_missing', { parts: [{ unitId: 'A', part: 'supporting' }] }],
    [
      'submission.lead_not_single',
      {
        parts: [
          { unitId: 'A', part: 'lead' },
          { unitId: 'B', part: 'lead' },
        ],
      },
    ],
    [
      'submission.unit_named_twice',
      {
        parts: [
          { unitId: 'A', part: 'lead' },
          { unitId: 'A', part: 'supporting' },
        ],
      },
    ],
    ['submission.due_date_missing', { dueOn: null }],
    ['submission.cycle_missing', { kind: 'ongoing', dueOn: null }],
    ['submission.milestone_after_due', { milestones: [{ title: '摸底', dueOn: '2020-07-01' }] }],
  ])('%s blocks, and leads to its tasks', (code, more) => {
    const checks = check([draft('1'), draft('2', more)])
    expect(checks).toEqual([{ level: 'block', code, params: { count: 1, total: 2 }, taskIds: ['2'] }])
    expect(maySubmit(checks)).toBe(false)
  })

  it('a sentence nobody classed blocks, and so does a directive without a task', () => {
    expect(check([draft('1')], { sentences: { total: 20, unclassified: ['a', 'b', 'c'] } })).toEqual([
      {
        level: 'block',
        code: 'submission.sentences_unclassified',
        params: { count: 3, total: 20 },
        taskIds: [],
        sentenceIds: ['a', 'b', 'c'],
      },
    ])
    expect(check([])).toMatchObject([{ code: 'submission.no_tasks', level: 'block' }])
  })

  it('a sentence that a unit keeps for itself is said, and does not block', () => {
    const checks = check([draft('1')], { sentences: { total: 2, unclassified: ['a'], optional: true } })
    expect(checks).toMatchObject([
      { code: 'submission.sentences_uncovered', level: 'warn', sentenceIds: ['a'] },
    ])
    expect(maySubmit(checks)).toBe(true)
  })

  it.each<[string, Partial<DraftFacts>]>([
    ['submission.date_rest_day', { dueOn: '2020-10-01' }],
    ['submission.date_year_unpublished', { dueOn: '2027-03-01' }],
    ['submission.date_past', { dueOn: '2020-04-09' }],
  ])('%s warns and does not block', (code, more) => {
    const checks = check([draft('1', more)])
    expect(checks).toMatchObject([{ level: 'warn', code, taskIds: ['1'] }])
    expect(maySubmit(checks)).toBe(true)
  })

  it('names the years that nobody has published', () => {
    const checks = check([draft('1', { dueOn: '2028-03-01' }), draft('2', { dueOn: '2027-03-01' })])
    expect(checks[0]?.params).toEqual({ count: 2, total: 2, years: '2027, 2028' })
  })

  it('warns where nobody of a unit would receive the task', () => {
    const parts = [
      { unitId: 'A', part: 'lead' as const },
      { unitId: 'C', part: 'supporting' as const },
    ]
    expect(check([draft('1', { parts }), draft('2')], { unitsWithoutLiaison: ['C'] })).toEqual([
      {
        level: 'warn',
        code: 'submission.unit_without_liaison',
        params: { count: 1, total: 2, units: 1 },
        taskIds: ['1'],
      },
    ])
  })

  it('blocking lines come first, each with a code that the messages know', () => {
    const checks = check([draft('1', { dueOn: '2020-10-01', parts: [] }), draft('2', { dueOn: null })])
    expect(checks.map((one) => one.level)).toEqual(['block', 'block', 'warn'])
    for (const one of checks) expect(SUBMISSION_CODES).toContain(one.code)
  })
})
