import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brandActor, type Grant } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { ROLES, type Role } from '@/domain/permissions/roles'
import { ASSIGNMENT_STATUSES } from '@/domain/tasks/assignment-lifecycle'
import { TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { Prisma } from '@/prisma/generated/client'
import { fromLocalDate } from '@/server/dates'
import { visibleDirectives } from '@/server/directives/scope'
import { directiveFactsOf } from '@/server/directives/facts'
import { taskFacts } from '@/server/tasks/load-task'
import { visibleTasks, visibleTasksSql } from '@/server/tasks/scope'
import { buildDirective, NOW, testWorld } from '@/tests/factories'
import type { Organisation } from '@/tests/organisation'

const CODES = ['relief', 'elderly', 'north', 'north-city', 'north-county', 'south', 'finance'] as const
const status = fc.constantFrom(...ASSIGNMENT_STATUSES)
const assignment = fc.record({ unit: fc.constantFrom(...CODES), status, parent: fc.option(fc.nat(4)) })
const task = fc.record({
  status: fc.constantFrom(...TASK_STATUSES),
  submitted: fc.boolean(),
  dispatched: fc.boolean(),
  /** Index into earlier assignments that the task hangs on; null: the office's own. */
  hangsOn: fc.option(fc.nat(6)),
  assignments: fc.uniqueArray(assignment, { minLength: 1, maxLength: 4, selector: (a) => a.unit }),
})
const person = fc.array(
  fc.record({ role: fc.constantFrom(...ROLES), unit: fc.constantFrom('office', 'ministry', ...CODES) }),
  { minLength: 1, maxLength: 3 },
)
type Spec = {
  tasks: (typeof task extends fc.Arbitrary<infer T> ? T : never)[]
  people: { role: Role; unit: string }[][]
}

const DATED = [
  'dispatched',
  'in_progress',
  'under_review',
  'completed',
  'struck_off',
  'archived',
  'suspended',
]

/** Writes the generated tasks; what the database itself refuses (a dispatched task without lead) is mended first. */
async function write(specs: Spec['tasks']): Promise<{ taskIds: string[]; directiveId: string }> {
  const { db, org } = await testWorld()
  const directive = await buildDirective({ status: 'in_force' })
  const unit = (code: string) => org.unitIds[code] ?? ''
  const made: { id: string; unitId: string }[] = []
  const taskIds: string[] = []
  for (const spec of specs) {
    const parent = spec.hangsOn === null ? undefined : made[spec.hangsOn]
    const out = DATED.includes(spec.status) || (spec.status === 'terminated' && spec.dispatched)
    const assigned = spec.status === 'draft' || !out ? [] : spec.assignments
    const hasLead = Math.max(
      0,
      assigned.findIndex((one) => one.status !== 'replaced'),
    )
    // Task and assignments in one transaction, as dispatch writes them: at commit a dispatched task has a lead.
    await db.$transaction(async (tx) => {
      const created = await tx.task.create({ data: taskData(spec, out, parent, directive.id, org) })
      taskIds.push(created.id)
      const ids: string[] = []
      for (const [index, one] of assigned.entries()) {
        const lead = index === hasLead
        const row = await tx.assignment.create({
          data: {
            taskId: created.id,
            unitId: unit(one.unit),
            part: lead ? 'lead' : 'local',
            status: lead && one.status === 'replaced' ? 'acknowledged' : one.status,
            refusalReason: one.status === 'refused' ? '不属本单位职责' : null,
            parentAssignmentId: one.parent === null ? null : (ids[one.parent] ?? null),
            acknowledgeDueOn: fromLocalDate('2020-04-13'),
            refuseDueOn: fromLocalDate('2020-04-14'),
          },
        })
        ids.push(row.id)
        made.push({ id: row.id, unitId: row.unitId })
      }
    })
  }
  return { taskIds, directiveId: directive.id }
}

function taskData(
  spec: Spec['tasks'][number],
  out: boolean,
  parent: { id: string; unitId: string } | undefined,
  directiveId: string,
  org: Organisation,
) {
  const sent = spec.submitted || out || spec.status === 'approved' || spec.status === 'awaiting_approval'
  return {
    directiveId,
    ownerUnitId: parent?.unitId ?? org.unitIds.office ?? '',
    parentAssignmentId: parent?.id ?? null,
    officeOwned: !parent,
    createdById: org.personIds.officer ?? '',
    title: '一件事',
    status: spec.status,
    statusBeforeSuspension: spec.status === 'suspended' ? ('in_progress' as const) : null,
    dueOn: fromLocalDate('2020-06-30'),
    submittedAt: sent ? NOW : null,
    dispatchedAt: out ? NOW : null,
    completedOn: ['completed', 'struck_off'].includes(spec.status) ? fromLocalDate('2020-05-01') : null,
  }
}

async function actorFor(posts: { role: Role; unit: string }[]) {
  const { db, org } = await testWorld()
  const units = await db.unit.findMany({ select: { id: true, path: true } })
  const grants = posts.map(({ role, unit }): Grant => {
    const unitId = org.unitIds[unit] ?? ''
    return { role, unitId, reach: units.filter((u) => u.path.includes(unitId)).map((u) => u.id) }
  })
  return brandActor({ kind: 'person', personId: crypto.randomUUID(), sessionId: null, name: '某人', grants })
}

describe('reading', () => {
  it('lists exactly the tasks and directives that the policy lets each person read', async () => {
    const { db } = await testWorld()
    const property = fc.asyncProperty(
      fc.array(task, { minLength: 1, maxLength: 5 }),
      fc.array(person, { minLength: 4, maxLength: 8 }),
      async (specs, people) => {
        const { taskIds, directiveId } = await write(specs)
        const rows = await db.task.findMany({ where: { id: { in: taskIds } }, include: { readers: true } })
        const directive = await db.directive.findUniqueOrThrow({ where: { id: directiveId } })
        const directiveFacts = await directiveFactsOf(db, directive)
        for (const posts of people) {
          const actor = await actorFor(posts)
          const byPolicy = rows
            .filter((row) =>
              can(
                actor,
                'task.read',
                taskFacts(
                  row,
                  row.readers.map((r) => r.unitId),
                ),
              ),
            )
            .map((row) => row.id)
            .sort()
          const listed = await db.task.findMany({
            where: { AND: [{ id: { in: taskIds } }, visibleTasks(actor)] },
            select: { id: true },
          })
          expect(listed.map((row) => row.id).sort()).toEqual(byPolicy)
          const bySql = await db.$queryRaw<{ id: string }[]>(
            Prisma.sql`SELECT t.id FROM tasks t WHERE t.id = ANY(${taskIds}::uuid[]) AND ${visibleTasksSql(actor)}`,
          )
          expect(bySql.map((row) => row.id).sort()).toEqual(byPolicy)
          const count = await db.directive.count({
            where: { AND: [{ id: directiveId }, visibleDirectives(actor)] },
          })
          expect(count === 1).toBe(can(actor, 'directive.read', directiveFacts))
        }
      },
    )
    await fc.assert(property, { numRuns: 40 })
  }, 120_000)
})
