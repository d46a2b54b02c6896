import { describe, expect, it } from 'vitest'
import { brandActor, type Actor, type Grant } from './actor'
import { auditValuesMasked, can, grantsFor, type Permission } from './policy'
import { PERMISSIONS, subjectKindsOf } from './policy-table'
import { conflictingRoles, ROLES, type Role } from './roles'
import type { AssignmentFacts, DirectiveFacts, ReportFacts, Subject, TaskFacts } from './subjects'

const person = (personId: string, ...grants: Grant[]): Actor =>
  brandActor({ kind: 'person', personId, sessionId: 's', name: personId, grants })
const at = (role: Role, unitId: string, reach: readonly string[] = [unitId]): Grant => ({
  role,
  unitId,
  reach,
})

// Office OFF; the actor's unit is U with V below it in the tree; P stands above U along the assignments; X is elsewhere.
const office: TaskFacts = {
  id: 't1',
  status: 'in_progress',
  ownerUnitId: 'OFF',
  officeOwned: true,
  readerUnitIds: ['U', 'V', 'D', 'X', 'S'],
}
const handedDown: TaskFacts = { ...office, id: 't2', ownerUnitId: 'U', officeOwned: false }
const foreign: TaskFacts = { ...office, id: 't3', ownerUnitId: 'X', officeOwned: false, readerUnitIds: ['X'] }
const part = (
  unitId: string,
  task: TaskFacts,
  lineage: string[] = [],
  more: Partial<AssignmentFacts> = {},
) => ({
  unitId,
  part: 'lead' as const,
  external: false,
  leadUnitId: unitId,
  lineageUnitIds: [unitId, ...lineage],
  task,
  ...more,
})
const report = (assignment: AssignmentFacts, status: ReportFacts['status'] = 'submitted'): ReportFacts => ({
  status,
  writtenById: 'writer',
  signedOffById: 'signer',
  submittedById: 'signer',
  assignment,
})
const directive: DirectiveFacts = { id: 'd', status: 'in_force', readerUnitIds: ['U', 'X'] }

/** For each kind of record: the office's, the unit's own, what it handed down, and a stranger's. */
const SUBJECTS: Record<string, Record<'office' | 'own' | 'down' | 'foreign', Subject>> = {
  task: { office, own: office, down: handedDown, foreign },
  assignment: {
    office: part('X', office),
    own: part('U', office),
    down: part('D', office, ['U']),
    foreign: part('X', foreign),
  },
  report: {
    office: report(part('X', office)),
    own: report(part('U', office)),
    down: report(part('D', office, ['U'])),
    foreign: report(part('X', foreign)),
  },
  directive: {
    office: directive,
    own: directive,
    down: directive,
    foreign: { ...directive, readerUnitIds: ['X'] },
  },
  unit: { office: { unitId: 'X' }, own: { unitId: 'U' }, down: { unitId: 'V' }, foreign: { unitId: 'X' } },
  person: {
    office: { personId: 'other', unitId: 'X' },
    own: { personId: 'me', unitId: 'U' },
    down: { personId: 'other', unitId: 'V' },
    foreign: { personId: 'other', unitId: 'X' },
  },
}

/**
 * domain.md §4, written out a second time. Columns: leader, office head, officer, unit head, liaison, discipline, system,
 * security, auditor. ● every record · o the office's own · ○ own · d handed down · u units of the reach · m oneself ·
 * R what may be read · - refused.
 */
const TABLE = `
directive.create directive.file directive.discard directive.decompose | - ● ● - - - - - -
task.draft | - o o d d - - - -
task.submit requirement.link task.plan | - o o d - - - - -
milestone.redate | o o - d - - - - -
assignment.hand_down assignment.name_person | - - - ○ - - - - -
task.name_people | - o - d - - - - -
task.approve task.send_back task.decline task.dispatch task.reassign directive.distribute | o o - d - - - - -
study.require | o o o - - - - - -
assignment.rule assignment.waive | - o o d - - - - -
assignment.acknowledge assignment.refuse | - - - ○ ○ - - - -
report.write evidence.attach register.fill indicator.fill milestone.fill | - - - ○ ○ - - - -
study.keep note.draft_answer | - - - u u - - - -
study.name note.sign_answer | - - - u - - - - -
report.sign_off report.withdraw urge.sign_answer | - - - ○ - - - - -
urge.draft_answer extension.draft | - - - ○ ○ - - - -
extension.request extension.withdraw | - - - ○ - - - - -
report.review task.conclude task.return | - o o d - - - - -
extension.endorse | - o - - - - - - -
extension.grant | o - - d - - - - -
urge.send | o o o d - - - - -
task.complete | o o - d - - - - -
task.suspend task.resume task.strike_off task.archive directive.close directive.archive | ● ● - - - - - - -
task.terminate task.reopen task.change_due | ● - - - - - - - -
note.write | ● - - - - - - - -
bulletin.approve statement.countersign | ● - - - - - - - -
bulletin.publish | - ● - - - - - - -
bulletin.draft view.share statement.draw_up | - ● ● - - - - - -
bulletin.read record.export view.keep | ● ● ● ● ● ● - - -
statement.sign | - - - u - - - - -
deputy.name | m ● m u m - - - -
directive.read task.read report.read | ● ● ● R R ● - - -
overview.read | ● ● ● - - ● - - -
unit.read_figures | ● ● ● u u ● - - -
settings.manage portfolio.set view.clear | - ● - - - - - - -
calendar.manage | - ● - - - - ● - -
fact.read | - - - - - ● - - -
audit.read audit.verify audit.export | - - - - - ● - - ●
org.manage user.manage job.run | - - - - - - ● - -
org.confirm_move role.grant account.unlock session.revoke | - - - - - - - ● -`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [names = '', marks = ''] = line.split(' | ')
    return names.split(' ').map((name) => [name as Permission, marks.trim().split(' ')] as const)
  })

const EXPECTED: Record<string, Record<'office' | 'own' | 'down' | 'foreign', boolean>> = {
  '●': { office: true, own: true, down: true, foreign: true },
  o: { office: true, own: true, down: false, foreign: false },
  '○': { office: false, own: true, down: false, foreign: false },
  d: { office: false, own: false, down: true, foreign: false },
  u: { office: false, own: true, down: true, foreign: false },
  m: { office: false, own: true, down: false, foreign: false },
  R: { office: true, own: true, down: true, foreign: false },
  '-': { office: false, own: false, down: false, foreign: false },
}

/** What the marks cannot say because the example itself decides: an office's assignment is not below a unit, and so on. */
function expectedOf(mark: string, kind: string, which: keyof (typeof EXPECTED)[string]): boolean {
  const said = EXPECTED[mark]?.[which] ?? false
  // In the examples of assignments and reports the one handed down hangs on the office's own task: the office may too.
  if (mark === 'o' && which === 'down' && kind !== 'task') return true
  if (mark === 'o' && which === 'foreign' && kind === 'directive') return true
  // A unit hands down tasks and assignments, never a directive.
  if (mark === 'd' && kind === 'directive') return false
  if (mark === 'R' && which === 'office' && (kind === 'report' || kind === 'assignment')) return false
  return said
}

describe('the table of roles, row by row', () => {
  it('names every permission once', () => {
    expect(TABLE.map(([name]) => name).sort()).toEqual([...PERMISSIONS].sort())
  })

  const cells = TABLE.flatMap(([permission, marks]) =>
    ROLES.map((role, column) => [permission, role, marks[column] ?? '?'] as const),
  )
  it.each(cells)('%s, %s: %s', (permission, role, mark) => {
    const actor = person('me', at(role, 'U', ['U', 'V']))
    // First part: does the role hold the verb at all? It decides what the interface offers.
    expect(can(actor, permission)).toBe(mark !== '-')
    const kinds = subjectKindsOf(permission)
    if (kinds.length === 0) return
    for (const kind of kinds) {
      for (const which of ['office', 'own', 'down', 'foreign'] as const) {
        const subject = SUBJECTS[kind]?.[which]
        // The union of facts is narrowed by the permission's own kinds, which the loop just read.
        const answer = can(actor, permission as 'note.write', subject as TaskFacts)
        expect({ kind, which, answer }).toEqual({ kind, which, answer: expectedOf(mark, kind, which) })
      }
    }
  })

  it('a record that was forgotten, or is of the wrong kind, is refused', () => {
    const head = person('me', at('office_head', 'OFF'))
    expect(can(head, 'task.dispatch', undefined)).toBe(false)
    expect(can(head, 'task.dispatch', directive as unknown as TaskFacts)).toBe(false)
    expect(can(head, 'settings.manage', undefined)).toBe(true)
  })

  it('a person without a role may do nothing, the system only read', () => {
    const job = brandActor({
      kind: 'system',
      personId: null,
      sessionId: null,
      name: 'x',
      grants: [],
      job: 'remind',
    })
    const nobody = person('me')
    for (const permission of PERMISSIONS) {
      expect(can(nobody, permission)).toBe(false)
      expect(can(job, permission)).toBe(['task.read', 'directive.read', 'report.read'].includes(permission))
    }
    expect(can(job, 'task.read', office)).toBe(true)
    expect(can(job, 'task.read', { ...office, status: 'draft' })).toBe(false)
    expect(can(job, 'report.read', report(part('U', office), 'draft'))).toBe(false)
  })
})

describe('nobody reviews a report that they wrote, signed off or submitted', () => {
  const facts = report(part('U', office))
  it.each(['writer', 'signer'])('the %s, though an officer too', (id) => {
    expect(can(person(id, at('officer', 'OFF')), 'report.review', facts)).toBe(false)
  })

  it('another officer may', () => {
    expect(can(person('me', at('officer', 'OFF')), 'report.review', facts)).toBe(true)
  })

  it('a unit head does not review the own unit’s report, but that of a unit below the assignment', () => {
    const head = person('me', at('unit_head', 'U', ['U', 'V']))
    expect(can(head, 'report.review', facts)).toBe(false)
    expect(can(head, 'report.review', report(part('D', office, ['U'])))).toBe(true)
    expect(can(head, 'report.review', { ...report(part('V', office, ['U'])), writtenById: 'me' })).toBe(false)
  })
})

describe('an external unit has no accounts', () => {
  const external = part('EXT', { ...office, readerUnitIds: ['EXT', 'U'] }, [], {
    part: 'supporting',
    external: true,
    leadUnitId: 'U',
  })

  it('the lead unit’s people record its part', () => {
    for (const verb of ['assignment.acknowledge', 'report.write'] as const) {
      expect(can(person('me', at('liaison', 'U')), verb, external)).toBe(true)
      expect(can(person('me', at('liaison', 'S')), verb, external)).toBe(false)
    }
  })

  it('nobody does while there is no lead', () => {
    const orphan = { ...external, leadUnitId: null }
    expect(can(person('me', at('liaison', 'U')), 'assignment.acknowledge', orphan)).toBe(false)
  })

  it('its draft is read where it is written', () => {
    expect(can(person('me', at('liaison', 'U')), 'report.read', report(external, 'draft'))).toBe(true)
  })
})

describe('a unit head urges the supporters of an own lead', () => {
  it('but not the supporters of another’s', () => {
    const head = person('me', at('unit_head', 'U'))
    const supporter = part('S', office, [], { part: 'supporting', leadUnitId: 'U' })
    expect(can(head, 'urge.send', supporter)).toBe(true)
    expect(can(head, 'urge.send', { ...supporter, leadUnitId: 'X' })).toBe(false)
  })
})

describe('a person of two hats', () => {
  const two = person('me', at('officer', 'OFF'), at('liaison', 'U'))

  it('acts under the hat that may', () => {
    expect(grantsFor(two, 'report.review', report(part('X', office))).map((one) => one.role)).toEqual([
      'officer',
    ])
    expect(grantsFor(two, 'report.write', part('U', office)).map((one) => one.role)).toEqual(['liaison'])
    expect(grantsFor(two, 'task.terminate', office)).toEqual([])
  })

  it('may be liaison of two units', () => {
    const both = person('me', at('liaison', 'U'), at('liaison', 'X'))
    expect(grantsFor(both, 'task.read', office).map((one) => one.unitId)).toEqual(['U', 'X'])
  })
})

describe('the separated administrators', () => {
  it('exclude every other role, and each other', () => {
    expect(conflictingRoles(['auditor'], 'system_admin')).toEqual(['auditor'])
    expect(conflictingRoles(['unit_head', 'liaison'], 'security_admin')).toEqual(['unit_head', 'liaison'])
    expect(conflictingRoles(['system_admin'], 'officer')).toEqual(['system_admin'])
    expect(conflictingRoles(['liaison', 'liaison'], 'liaison')).toEqual([])
    expect(conflictingRoles(['leader', 'officer'], 'unit_head')).toEqual([])
    expect(conflictingRoles(['auditor'], 'auditor')).toEqual([])
  })

  it('the auditor’s values are masked, discipline’s are not', () => {
    expect(auditValuesMasked(person('a', at('auditor', 'OFF')))).toBe(true)
    expect(auditValuesMasked(person('d', at('discipline', 'OFF')))).toBe(false)
  })
})
