import { describe, expect, it } from 'vitest'
import { ASSIGNMENT_STATUSES } from './assignment-lifecycle'
import { missingForCompletion, missingForDispatch, missingForReview } from './guards'

const ready = {
  title: 'Fit out 31 emergency shelters',
  kind: 'time_boxed' as const,
  dueOn: '2020-06-30' as const,
  cycle: null,
  parts: [
    { unitId: 'A', part: 'lead' as const },
    { unitId: 'B', part: 'supporting' as const },
  ],
}
const codes = (missing: { code: string }[]) => missing.map((one) => one.code)

describe('a task is dispatched', () => {
  it('with one lead and a date', () => {
    expect(missingForDispatch(ready)).toEqual([])
    expect(missingForDispatch({ ...ready, kind: 'ongoing', dueOn: null, cycle: 'monthly' })).toEqual([])
  })

  it('not without a lead, with two, or with a unit named twice', () => {
    expect(codes(missingForDispatch({ ...ready, parts: [] }))).toEqual(['task.lead_missing'])
    const two = [...ready.parts, { unitId: 'C', part: 'lead' as const }]
    expect(missingForDispatch({ ...ready, parts: two })).toMatchObject([
      { code: 'task.lead_not_single', params: { count: 2 }, unitIds: ['A', 'C'], mender: 'owner' },
    ])
    const twice = [...ready.parts, { unitId: 'A', part: 'supporting' as const }]
    expect(missingForDispatch({ ...ready, parts: twice })).toMatchObject([
      { code: 'task.unit_named_twice', unitIds: ['A'] },
    ])
  })

  it('not without a date, or a cycle where it is ongoing, or a title', () => {
    expect(codes(missingForDispatch({ ...ready, dueOn: null }))).toEqual(['task.due_date_missing'])
    expect(codes(missingForDispatch({ ...ready, kind: 'ongoing' }))).toEqual(['task.cycle_missing'])
    expect(codes(missingForDispatch({ ...ready, title: '  ' }))).toEqual(['task.title_missing'])
  })

  it('not due after what it descends from', () => {
    expect(codes(missingForDispatch({ ...ready, parentDueOn: '2020-06-29' }))).toEqual([
      'task.due_after_parent',
    ])
    expect(missingForDispatch({ ...ready, parentDueOn: '2020-06-30' })).toEqual([])
    const late = [
      ready.parts[0] ?? { unitId: 'A', part: 'lead' as const },
      { unitId: 'B', part: 'supporting' as const, dueOn: '2020-07-01' as const },
    ]
    expect(missingForDispatch({ ...ready, parts: late })).toMatchObject([
      { code: 'task.part_due_after_task', unitIds: ['B'] },
    ])
  })
})

describe('a task goes under review', () => {
  const facts = {
    assignments: [
      { unitId: 'A', part: 'lead' as const, status: 'reported_done' as const },
      { unitId: 'B', part: 'supporting' as const, status: 'waived' as const },
    ],
    evidenceCount: 1,
    conclusion: 'All shelters seen and open.',
  }

  it('when every assignment is accepted, reported done or waived, with evidence and a conclusion', () => {
    expect(missingForReview(facts)).toEqual([])
  })

  it.each(ASSIGNMENT_STATUSES)('an assignment that is %s', (status) => {
    const other = { unitId: 'C', part: 'supporting' as const, status }
    const missing = missingForReview({ ...facts, assignments: [...facts.assignments, other] })
    const enough = ['accepted', 'reported_done', 'waived', 'replaced'].includes(status)
    expect(codes(missing)).toEqual(enough ? [] : ['task.units_not_reported'])
    if (!enough)
      expect(missing[0]).toMatchObject({ params: { count: 1, total: 3 }, unitIds: ['C'], mender: 'unit' })
  })

  it('everything that is missing is said at once', () => {
    expect(codes(missingForReview({ ...facts, evidenceCount: 0, conclusion: ' ' }))).toEqual([
      'task.evidence_missing',
      'task.conclusion_missing',
    ])
  })

  it('not where every assignment was replaced', () => {
    const gone = [{ unitId: 'A', part: 'lead' as const, status: 'replaced' as const }]
    expect(codes(missingForReview({ ...facts, assignments: gone }))).toEqual(['task.lead_missing'])
  })
})

describe('a task completes', () => {
  const done = (status: (typeof ASSIGNMENT_STATUSES)[number]) => ({
    assignments: [{ unitId: 'A', part: 'lead' as const, status }],
    openChildTasks: 0,
    openChildAssignments: 0,
  })

  it.each(ASSIGNMENT_STATUSES.filter((one) => one !== 'replaced'))('its lead %s', (status) => {
    const enough = status === 'accepted' || status === 'waived'
    expect(codes(missingForCompletion(done(status)))).toEqual(enough ? [] : ['task.units_not_accepted'])
  })

  it('not while a child task or a child assignment is open', () => {
    expect(
      missingForCompletion({ ...done('accepted'), openChildTasks: 2, openChildAssignments: 1 }),
    ).toMatchObject([
      { code: 'task.child_tasks_open', params: { count: 2 } },
      { code: 'task.child_assignments_open', params: { count: 1 } },
    ])
  })
})
