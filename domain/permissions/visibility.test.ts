import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSIGNMENT_PARTS, ASSIGNMENT_STATUSES } from '@/domain/tasks/assignment-lifecycle'
import { REPORT_STATUSES } from '@/domain/reports/lifecycle'
import { TASK_STATUSES, UNDISPATCHED_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { brandActor, type Actor, type Grant } from './actor'
import { can } from './policy'
import { PERMISSIONS, subjectKindsOf } from './policy-table'
import { isAdminRole, ROLES } from './roles'
import type { AssignmentFacts, ReportFacts, TaskFacts } from './subjects'
import { byAssignmentId, lineageOf, readerUnitsOf, type AssignmentNode } from './visibility'

describe('the units that read a task', () => {
  const node = (id: string, unitId: string, more: Partial<AssignmentNode> = {}): AssignmentNode => ({
    id,
    taskId: 't',
    unitId,
    status: 'in_progress',
    parentAssignmentId: null,
    ...more,
  })

  it('are those of its assignments and of all above them', () => {
    const all = [
      node('a', 'BUREAU'),
      node('b', 'PROVINCE', { parentAssignmentId: 'a' }),
      node('c', 'CITY', { parentAssignmentId: 'b' }),
    ]
    expect(readerUnitsOf('t', all)).toEqual(['BUREAU', 'PROVINCE', 'CITY'])
    expect(lineageOf('c', byAssignmentId(all))).toEqual(['CITY', 'PROVINCE', 'BUREAU'])
    expect(readerUnitsOf('other', all)).toEqual([])
  })

  it('go up along the assignment that a handed-down task hangs on', () => {
    const all = [node('a', 'BUREAU'), node('b', 'PROVINCE', { taskId: 'child', taskParentAssignmentId: 'a' })]
    expect(readerUnitsOf('child', all)).toEqual(['PROVINCE', 'BUREAU'])
    expect(readerUnitsOf('t', all)).toEqual(['BUREAU'])
  })

  it('leave out whoever was replaced, above too', () => {
    const all = [
      node('a', 'BUREAU', { status: 'replaced' }),
      node('b', 'PROVINCE', { parentAssignmentId: 'a' }),
      node('x', 'OTHER', { status: 'replaced' }),
    ]
    expect(readerUnitsOf('t', all)).toEqual(['PROVINCE'])
  })

  it('a ring among the records ends the walk', () => {
    const all = [node('a', 'A', { parentAssignmentId: 'b' }), node('b', 'B', { parentAssignmentId: 'a' })]
    expect(lineageOf('a', byAssignmentId(all))).toEqual(['A', 'B'])
  })
})

// Generated organisations: a tree of units, tasks of the office and of units, assignments handed down, people of any role.
const UNITS = 10
const unitId = (n: number) => `u${n}`
type World = {
  below: (unit: string) => string[]
  tasks: { facts: TaskFacts; assignments: (AssignmentNode & { part: AssignmentFacts['part'] })[] }[]
  reports: ReportFacts[]
  actor: Actor
}

const anyWorld = fc
  .record({
    parents: fc.array(fc.nat(), { minLength: UNITS, maxLength: UNITS }),
    tasks: fc.array(
      fc.record({
        status: fc.constantFrom(...TASK_STATUSES),
        owner: fc.nat(UNITS - 1),
        officeOwned: fc.boolean(),
        submitted: fc.boolean(),
        dispatched: fc.boolean(),
        hangsOn: fc.nat(),
        parts: fc.array(
          fc.record({
            unit: fc.nat(UNITS - 1),
            status: fc.constantFrom(...ASSIGNMENT_STATUSES),
            part: fc.constantFrom(...ASSIGNMENT_PARTS),
            parent: fc.option(fc.nat()),
            external: fc.boolean(),
            report: fc.constantFrom(...REPORT_STATUSES),
            writer: fc.constantFrom('me', 'other'),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    grants: fc.array(fc.record({ role: fc.constantFrom(...ROLES), unit: fc.nat(UNITS - 1) }), {
      maxLength: 3,
    }),
  })
  .map((seed): World => {
    const parentOf = (n: number) => (n === 0 ? null : (seed.parents[n] ?? 0) % n)
    const isBelow = (n: number | null, top: number): boolean =>
      n !== null && (n === top || isBelow(parentOf(n), top))
    const below = (unit: string) => {
      const top = Number(unit.slice(1))
      return Array.from({ length: UNITS }, (_, n) => n)
        .filter((n) => isBelow(n, top))
        .map(unitId)
    }
    const earlier: AssignmentNode[] = []
    const reports: ReportFacts[] = []
    const tasks = seed.tasks.map((task, t) => {
      const hook = task.officeOwned ? null : (earlier[task.hangsOn % Math.max(earlier.length, 1)]?.id ?? null)
      const assignments = task.parts.map((part, p) => ({
        id: `a${t}.${p}`,
        taskId: `t${t}`,
        unitId: unitId(part.unit),
        status: part.status,
        part: part.part,
        parentAssignmentId: part.parent !== null && p > 0 ? `a${t}.${part.parent % p}` : null,
        taskParentAssignmentId: hook,
      }))
      earlier.push(...assignments)
      const byId = byAssignmentId(earlier)
      const facts: TaskFacts = {
        id: `t${t}`,
        status: task.status,
        ownerUnitId: task.officeOwned ? 'office' : unitId(task.owner),
        officeOwned: task.officeOwned,
        readerUnitIds: readerUnitsOf(`t${t}`, earlier),
        submitted: task.submitted,
        dispatched: task.dispatched,
      }
      const lead = assignments.find((one) => one.part === 'lead' && one.status !== 'replaced')?.unitId ?? null
      task.parts.forEach((part, p) => {
        const own = assignments[p]
        if (!own) return
        const assignment: AssignmentFacts = {
          unitId: own.unitId,
          part: part.part,
          external: part.external,
          leadUnitId: lead,
          lineageUnitIds: lineageOf(own.id, byId),
          task: facts,
        }
        reports.push({
          status: part.report,
          writtenById: part.writer,
          signedOffById: null,
          submittedById: null,
          assignment,
        })
      })
      return { facts, assignments }
    })
    const grants = seed.grants.map(
      ({ role, unit }): Grant => ({ role, unitId: unitId(unit), reach: below(unitId(unit)) }),
    )
    const actor = brandActor({ kind: 'person', personId: 'me', sessionId: 's', name: 'me', grants })
    return { below, tasks, reports, actor }
  })

const RUNS = { numRuns: 200 }
const hidden = ({ status, submitted }: TaskFacts) =>
  status === 'draft' || (['declined', 'terminated'].includes(status) && submitted === false)

describe('over generated organisations', () => {
  it('a person reads a task exactly where domain.md §4 says so', () => {
    fc.assert(
      fc.property(anyWorld, ({ tasks, actor }) => {
        for (const { facts } of tasks) {
          const wholly = actor.grants.some((g) =>
            ['leader', 'office_head', 'officer', 'discipline'].includes(g.role),
          )
          const drafter = actor.grants.some((g) => ['office_head', 'officer'].includes(g.role))
          const units = actor.grants
            .filter((g) => ['unit_head', 'liaison'].includes(g.role))
            .flatMap((g) => g.reach)
          const owns = !facts.officeOwned && units.includes(facts.ownerUnitId)
          const out = !UNDISPATCHED_TASK_STATUSES.includes(facts.status) && facts.dispatched !== false
          const given = out && facts.readerUnitIds.some((id) => units.includes(id))
          const expected = owns || (hidden(facts) ? drafter && facts.officeOwned : wholly || given)
          expect(can(actor, 'task.read', facts)).toBe(expected)
        }
      }),
      RUNS,
    )
  })

  it('whoever may act on a record may read it', () => {
    fc.assert(
      fc.property(anyWorld, ({ tasks, reports, actor }) => {
        for (const permission of PERMISSIONS) {
          const kinds = subjectKindsOf(permission)
          for (const { facts } of kinds.includes('task') ? tasks : []) {
            if (can(actor, permission as 'task.approve', facts))
              expect(can(actor, 'task.read', facts)).toBe(true)
          }
          for (const facts of kinds.includes('report') ? reports : []) {
            if (can(actor, permission as 'report.write', facts))
              expect(can(actor, 'report.read', facts)).toBe(true)
          }
          for (const { assignment } of kinds.includes('assignment') ? reports : []) {
            if (can(actor, permission as 'report.write', assignment)) {
              expect(can(actor, 'task.read', assignment.task)).toBe(true)
            }
          }
        }
      }),
      RUNS,
    )
  })

  it('no report that I wrote is mine to review, and no unsigned one anybody’s outside the unit', () => {
    fc.assert(
      fc.property(anyWorld, ({ reports, actor }) => {
        for (const facts of reports) {
          if (facts.writtenById === 'me') expect(can(actor, 'report.review', facts)).toBe(false)
          if (facts.status !== 'draft' && facts.status !== 'awaiting_signoff') continue
          const { external, leadUnitId, unitId: own } = facts.assignment
          const home = external ? leadUnitId : own
          const inside = actor.grants.some(
            (g) => g.unitId === home || (facts.writtenById === 'me' && g.reach.includes(home ?? '')),
          )
          if (!inside) expect(can(actor, 'report.read', facts)).toBe(false)
        }
      }),
      RUNS,
    )
  })

  it('an administrator sees no business, whatever the organisation', () => {
    fc.assert(
      fc.property(anyWorld, ({ tasks, reports, actor }) => {
        const admin = brandActor({
          ...actor,
          grants: actor.grants.filter((grant) => isAdminRole(grant.role)),
        })
        for (const { facts } of tasks) expect(can(admin, 'task.read', facts)).toBe(false)
        for (const facts of reports) expect(can(admin, 'report.read', facts)).toBe(false)
      }),
      RUNS,
    )
  })

  it('a further grant never takes reading away; a wider subtree neither', () => {
    fc.assert(
      fc.property(
        anyWorld,
        fc.constantFrom(...ROLES),
        fc.nat(UNITS - 1),
        ({ tasks, below, actor }, role, unit) => {
          const more = { role, unitId: unitId(unit), reach: below(unitId(unit)) }
          const richer = brandActor({ ...actor, grants: [...actor.grants, more] })
          for (const { facts } of tasks) {
            if (can(actor, 'task.read', facts)) expect(can(richer, 'task.read', facts)).toBe(true)
          }
        },
      ),
      RUNS,
    )
  })

  it('a unit that descends from none of the assignments never reads an office’s task', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(UNITS - 1), ({ tasks, below }, unit) => {
        const reach = below(unitId(unit))
        const head = brandActor({
          kind: 'person',
          personId: 'h',
          sessionId: 's',
          name: 'h',
          grants: [{ role: 'unit_head', unitId: unitId(unit), reach }],
        })
        for (const { facts, assignments } of tasks.filter((one) => one.facts.officeOwned)) {
          const near = assignments.some((one) => one.status !== 'replaced' && reach.includes(one.unitId))
          if (!near && can(head, 'task.read', facts)) {
            // Only an ancestor's unit may read what none of its own assignments shows.
            expect(facts.readerUnitIds.some((id) => reach.includes(id))).toBe(true)
            expect(assignments.some((one) => one.parentAssignmentId !== null)).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })
})
