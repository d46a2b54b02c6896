import { describe, expect, it } from 'vitest'
import { ASSIGNMENT_STATUSES } from './assignment-lifecycle'
import { TASK_STATUSES } from './lifecycle'
import {
  allMoves,
  MOVE_ACTS,
  MOVE_PARTIES,
  whoseMove,
  type MoveAssignment,
  type MoveFacts,
} from './whose-move'

const lead = (more: Partial<MoveAssignment> = {}): MoveAssignment => ({
  unitId: 'L',
  part: 'lead',
  status: 'in_progress',
  since: '2020-04-02',
  ...more,
})
const helper = (more: Partial<MoveAssignment> = {}): MoveAssignment =>
  lead({ unitId: 'S', part: 'supporting', ...more })
const task = (more: Partial<MoveFacts> = {}): MoveFacts => ({
  status: 'in_progress',
  since: '2020-04-01',
  officeOwned: true,
  ownerUnitId: 'OFF',
  assignments: [lead()],
  ...more,
})

describe('whose move a task is', () => {
  it.each([
    ['draft', 'office', 'submit'],
    ['awaiting_approval', 'approver', 'approve'],
    ['approved', 'approver', 'dispatch'],
    ['suspended', 'approver', 'resume'],
    ['completed', 'approver', 'strike_off'],
  ] as const)('%s: the %s is to %s', (status, party, act) => {
    expect(whoseMove(task({ status }))).toEqual({ party, act, since: '2020-04-01' })
  })

  it.each(['struck_off', 'archived', 'declined', 'terminated'] as const)('%s: nobody’s', (status) => {
    expect(whoseMove(task({ status }))).toBeNull()
  })

  it('dispatched: the lead acknowledges', () => {
    const facts = task({
      status: 'dispatched',
      assignments: [lead({ status: 'awaiting_acknowledgement' }), helper()],
    })
    expect(whoseMove(facts)).toEqual({ party: 'lead', unitId: 'L', act: 'acknowledge', since: '2020-04-02' })
  })

  it('refused: the office rules', () => {
    const facts = task({
      status: 'dispatched',
      assignments: [lead({ status: 'refused', since: '2020-04-05' })],
    })
    expect(whoseMove(facts)).toEqual({ party: 'office', act: 'rule', since: '2020-04-05' })
  })

  it('in progress: the lead reports, signs, and then the office reviews', () => {
    expect(whoseMove(task())).toMatchObject({ party: 'lead', act: 'report' })
    const signing = lead({ report: { status: 'awaiting_signoff', since: '2020-04-07' } })
    expect(whoseMove(task({ assignments: [signing] }))).toEqual({
      party: 'lead',
      unitId: 'L',
      act: 'sign_off',
      since: '2020-04-07',
    })
    const submitted = lead({ report: { status: 'submitted', since: '2020-04-08' } })
    expect(whoseMove(task({ assignments: [submitted] }))).toEqual({
      party: 'office',
      act: 'review',
      since: '2020-04-08',
    })
    const done = lead({ status: 'reported_done', report: { status: 'submitted', since: '2020-04-08' } })
    expect(whoseMove(task({ assignments: [done] }))).toMatchObject({ act: 'review', since: '2020-04-08' })
  })

  it('the lead’s comes first, then the longest wait', () => {
    const assignments = [
      helper({ unitId: 'S1', since: '2020-04-06' }),
      helper({ unitId: 'S2', since: '2020-04-03' }),
      lead({ since: '2020-04-09' }),
      helper({ unitId: 'S3', status: 'replaced' }),
    ]
    expect(allMoves(task({ assignments })).map((one) => one.unitId)).toEqual(['L', 'S2', 'S1'])
  })

  it('all accepted: the office concludes, and under review it completes', () => {
    const assignments = [lead({ status: 'accepted', since: '2020-04-20' }), helper({ status: 'waived' })]
    expect(whoseMove(task({ assignments }))).toEqual({
      party: 'office',
      act: 'conclude',
      since: '2020-04-20',
    })
    expect(whoseMove(task({ status: 'under_review', since: '2020-04-21', assignments }))).toEqual({
      party: 'approver',
      act: 'complete',
      since: '2020-04-21',
    })
  })

  it('a handed-down task: its owner does as the office does its own', () => {
    const own = { officeOwned: false, ownerUnitId: 'B' }
    expect(whoseMove(task({ ...own, status: 'awaiting_approval' }))).toMatchObject({
      party: 'owner',
      unitId: 'B',
    })
    const submitted = lead({ report: { status: 'submitted', since: '2020-04-08' } })
    expect(whoseMove(task({ ...own, assignments: [submitted] }))).toEqual({
      party: 'owner',
      unitId: 'B',
      act: 'review',
      since: '2020-04-08',
    })
  })

  it('an external unit’s move is that of the lead, who records it', () => {
    const external = helper({ unitId: 'EXT', recordedByUnitId: 'L', status: 'awaiting_acknowledgement' })
    const facts = task({ assignments: [lead({ status: 'accepted' }), external] })
    expect(whoseMove(facts)).toMatchObject({ party: 'unit', unitId: 'L', act: 'acknowledge' })
  })

  it('what a unit handed down is no move of the task, until it alone is left: then the lead sees to it', () => {
    const below = helper({ unitId: 'P', part: 'local', since: '2020-04-02' })
    const done = lead({ status: 'accepted', since: '2020-04-20' })
    expect(allMoves(task({ assignments: [lead(), below], openBelow: 1 }))).toHaveLength(1)
    expect(whoseMove(task({ assignments: [done, below], openBelow: 1 }))).toEqual({
      party: 'lead',
      unitId: 'L',
      act: 'see_below',
      since: '2020-04-20',
    })
    expect(whoseMove(task({ assignments: [done, below], openBelow: 0 }))).toMatchObject({ act: 'conclude' })
  })

  it('a handed-down task that its owner completed is nobody’s move', () => {
    expect(whoseMove(task({ officeOwned: false, ownerUnitId: 'B', status: 'completed' }))).toBeNull()
  })

  it('in every status there is a move exactly where something is owed, in known words', () => {
    for (const status of TASK_STATUSES) {
      for (const assigned of ASSIGNMENT_STATUSES) {
        const move = whoseMove(task({ status, assignments: [lead({ status: assigned })] }))
        expect(move === null).toBe(['struck_off', 'archived', 'declined', 'terminated'].includes(status))
        if (!move) continue
        expect(MOVE_ACTS).toContain(move.act)
        expect(MOVE_PARTIES).toContain(move.party)
      }
    }
  })
})
