import { describe, expect, it } from 'vitest'
import { TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { brandActor, type Actor } from './actor'
import { can } from './policy'
import type { Role } from './roles'
import type { AssignmentFacts, DirectiveFacts, ReportFacts, TaskFacts } from './subjects'

const who = (role: Role, unitId: string, reach: string[] = [unitId], personId = 'me'): Actor =>
  brandActor({ kind: 'person', personId, sessionId: 's', name: role, grants: [{ role, unitId, reach }] })

const task: TaskFacts = {
  id: 't',
  status: 'in_progress',
  ownerUnitId: 'OFF',
  officeOwned: true,
  readerUnitIds: ['LEAD', 'SUP'],
}
const assignment: AssignmentFacts = {
  unitId: 'LEAD',
  part: 'lead',
  external: false,
  leadUnitId: 'LEAD',
  lineageUnitIds: ['LEAD'],
  task,
}
const report: ReportFacts = {
  status: 'submitted',
  writtenById: 'writer',
  signedOffById: null,
  submittedById: null,
  assignment,
}
const readersOf = (facts: TaskFacts) =>
  (['leader', 'office_head', 'officer', 'discipline'] as const).filter((role) =>
    can(who(role, 'OFF'), 'task.read', facts),
  )

describe('a draft stays with those who draft it', () => {
  it('the office’s with the office, from leaders too, until it is sent for approval', () => {
    expect(readersOf({ ...task, status: 'draft' })).toEqual(['office_head', 'officer'])
    expect(readersOf({ ...task, status: 'awaiting_approval' })).toHaveLength(4)
  })

  it('a unit’s with the unit, from the office too', () => {
    const draft: TaskFacts = { ...task, status: 'draft', officeOwned: false, ownerUnitId: 'LEAD' }
    expect(readersOf(draft)).toEqual([])
    expect(can(who('liaison', 'LEAD'), 'task.read', draft)).toBe(true)
    expect(can(who('unit_head', 'SUP'), 'task.read', draft)).toBe(false)
    expect(readersOf({ ...draft, status: 'awaiting_approval' })).toHaveLength(4)
  })

  it('declined or terminated without having been sent, it stays as hidden', () => {
    for (const status of ['declined', 'terminated'] as const) {
      expect(readersOf({ ...task, status, submitted: false })).toEqual(['office_head', 'officer'])
      expect(readersOf({ ...task, status, submitted: true })).toHaveLength(4)
    }
  })
})

describe('a unit learns of a task at its dispatch', () => {
  it.each(TASK_STATUSES)('%s', (status) => {
    const before = ['draft', 'awaiting_approval', 'approved', 'declined'].includes(status)
    for (const unit of ['LEAD', 'SUP']) {
      for (const role of ['unit_head', 'liaison'] as const) {
        expect(can(who(role, unit), 'task.read', { ...task, status })).toBe(!before)
      }
    }
  })

  it('and never of one that was terminated before it went out', () => {
    expect(
      can(who('liaison', 'LEAD'), 'task.read', { ...task, status: 'terminated', dispatched: false }),
    ).toBe(false)
  })

  it('a unit above in the tree reads it, a sibling does not, an administrator neither', () => {
    expect(can(who('unit_head', 'TOP', ['TOP', 'SUP']), 'task.read', task)).toBe(true)
    expect(can(who('unit_head', 'SIB'), 'task.read', task)).toBe(false)
    for (const role of ['system_admin', 'security_admin', 'auditor'] as const) {
      expect(can(who(role, 'LEAD'), 'task.read', task)).toBe(false)
    }
  })
})

describe('a directive', () => {
  const directive: DirectiveFacts = { id: 'd', status: 'draft', readerUnitIds: ['LEAD'] }
  const readers = (facts: DirectiveFacts) =>
    (['leader', 'office_head', 'officer', 'discipline'] as const).filter((role) =>
      can(who(role, 'OFF'), 'directive.read', facts),
    )

  it('in draft is the office’s alone until a task of it is sent for approval', () => {
    expect(readers(directive)).toEqual(['office_head', 'officer'])
    expect(readers({ ...directive, submitted: true })).toHaveLength(4)
    expect(can(who('liaison', 'LEAD'), 'directive.read', { ...directive, submitted: true })).toBe(false)
  })

  it('discarded stays with the office; filed is read by leaders and discipline', () => {
    expect(readers({ ...directive, status: 'discarded' })).toEqual(['office_head', 'officer'])
    expect(readers({ ...directive, status: 'filed' })).toHaveLength(4)
  })

  it('in force is read by the units that were given a task of it', () => {
    const force: DirectiveFacts = { ...directive, status: 'in_force' }
    expect(can(who('liaison', 'LEAD'), 'directive.read', force)).toBe(true)
    expect(can(who('liaison', 'SUP'), 'directive.read', force)).toBe(false)
  })
})

describe('a report', () => {
  const sees = (actor: Actor, facts: ReportFacts = report) => can(actor, 'report.read', facts)

  it('unsigned stays in the unit, from leaders and the units above too', () => {
    for (const status of ['draft', 'awaiting_signoff'] as const) {
      const unsigned = { ...report, status }
      expect(sees(who('liaison', 'LEAD'), unsigned)).toBe(true)
      expect(sees(who('unit_head', 'LEAD'), unsigned)).toBe(true)
      expect(sees(who('unit_head', 'TOP', ['TOP', 'LEAD']), unsigned)).toBe(false)
      for (const role of ['leader', 'office_head', 'officer', 'discipline'] as const) {
        expect(sees(who(role, 'OFF'), unsigned)).toBe(false)
      }
    }
  })

  it('unsigned is read by whoever wrote it, from a unit above', () => {
    const mine = { ...report, status: 'draft' as const, writtenById: 'me' }
    expect(sees(who('unit_head', 'TOP', ['TOP', 'LEAD']), mine)).toBe(true)
    expect(sees(who('unit_head', 'ELSE', ['ELSE']), mine)).toBe(false)
  })

  it('of another unit is not signed by someone who may not read it', () => {
    const draft = { ...report, status: 'awaiting_signoff' as const }
    expect(can(who('unit_head', 'LEAD'), 'report.sign_off', draft)).toBe(true)
    expect(can(who('unit_head', 'TOP', ['TOP', 'LEAD']), 'report.sign_off', draft)).toBe(false)
  })

  it('of the lead is not read by a supporter, who sees its status and percentage on the task', () => {
    expect(sees(who('unit_head', 'SUP'))).toBe(false)
    expect(can(who('unit_head', 'SUP'), 'task.read', task)).toBe(true)
  })

  it('of a supporter is read by the lead', () => {
    const supporters: ReportFacts = {
      ...report,
      assignment: { ...assignment, unitId: 'SUP', part: 'supporting', lineageUnitIds: ['SUP'] },
    }
    expect(sees(who('liaison', 'LEAD'), supporters)).toBe(true)
    expect(sees(who('liaison', 'SUP'), supporters)).toBe(true)
    expect(sees(who('liaison', 'THIRD'), supporters)).toBe(false)
  })

  it('of a unit below is read by the unit that handed down, and not the other way', () => {
    const below: ReportFacts = {
      ...report,
      assignment: { ...assignment, unitId: 'CITY', part: 'local', lineageUnitIds: ['CITY', 'LEAD'] },
    }
    expect(sees(who('liaison', 'LEAD'), below)).toBe(true)
    expect(sees(who('liaison', 'SUP'), below)).toBe(false)
    expect(sees(who('liaison', 'CITY'))).toBe(false)
  })

  it('on a handed-down task is read by its owner, and by the office, which does not review it', () => {
    const owned: ReportFacts = {
      ...report,
      assignment: {
        ...assignment,
        unitId: 'CITY',
        leadUnitId: 'CITY',
        lineageUnitIds: ['CITY'],
        task: { ...task, officeOwned: false, ownerUnitId: 'SUP', readerUnitIds: ['CITY'] },
      },
    }
    expect(sees(who('unit_head', 'SUP'), owned)).toBe(true)
    expect(sees(who('officer', 'OFF'), owned)).toBe(true)
    expect(can(who('unit_head', 'SUP'), 'report.review', owned)).toBe(true)
    expect(can(who('officer', 'OFF'), 'report.review', owned)).toBe(false)
  })

  it.each(['submitted', 'accepted', 'returned', 'withdrawn'] as const)(
    '%s is read by leaders and discipline',
    (status) => {
      expect(sees(who('leader', 'OFF'), { ...report, status })).toBe(true)
      expect(sees(who('discipline', 'OFF'), { ...report, status })).toBe(true)
      expect(sees(who('auditor', 'OFF'), { ...report, status })).toBe(false)
    },
  )
})
