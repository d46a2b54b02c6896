// Organisations as property tests make them: tasks of every status, handed down or not, their assignments and reports, people with any posts.
import fc from 'fast-check'
import { brandActor, type Actor, type Grant } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { ROLES, type Role } from '@/domain/permissions/roles'
import { isUnsigned, REPORT_STATUSES, type ReportStatus } from '@/domain/reports/lifecycle'
import { ASSIGNMENT_STATUSES } from '@/domain/tasks/assignment-lifecycle'
import { TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { fromLocalDate } from '@/server/dates'
import { taskFacts } from '@/server/tasks/load-task'
import { buildDirective, NOW, testWorld } from './factories'
import type { Organisation } from './organisation'

const CODES = ['relief', 'elderly', 'north', 'north-city', 'north-county', 'south', 'finance'] as const
const status = fc.constantFrom(...ASSIGNMENT_STATUSES)
const assignment = fc.record({
  unit: fc.constantFrom(...CODES),
  status,
  parent: fc.option(fc.nat(4)),
  report: fc.option(fc.constantFrom(...REPORT_STATUSES)),
})
/** A task as it is generated. */
export const generatedTask = fc.record({
  status: fc.constantFrom(...TASK_STATUSES),
  submitted: fc.boolean(),
  dispatched: fc.boolean(),
  /** Index into earlier assignments that the task hangs on; null: the office's own. */
  hangsOn: fc.option(fc.nat(6)),
  assignments: fc.uniqueArray(assignment, { minLength: 1, maxLength: 4, selector: (a) => a.unit }),
})
/** The posts of one person. */
export const generatedPosts = fc.array(
  fc.record({ role: fc.constantFrom(...ROLES), unit: fc.constantFrom('office', 'ministry', ...CODES) }),
  { minLength: 1, maxLength: 3 },
)
export type Spec = {
  tasks: (typeof generatedTask extends fc.Arbitrary<infer T> ? T : never)[]
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
export async function writeTasks(specs: Spec['tasks']): Promise<{ taskIds: string[]; directiveId: string }> {
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
      const created = await tx.task.create({
        data: {
          ...taskData(spec, out, parent, directive.id, org),
          // The last sentence is nobody's.
          provisions: { create: { provisionId: directive.provisions[taskIds.length % 2]?.id ?? '' } },
        },
      })
      taskIds.push(created.id)
      const ids: string[] = []
      for (const [index, one] of assigned.entries()) {
        const lead = index === hasLead
        const row = await tx.assignment.create({
          data: {
            taskId: created.id,
            unitId: unit(one.unit),
            part: lead ? 'lead' : one.parent === null ? 'supporting' : 'local',
            status: lead && one.status === 'replaced' ? 'acknowledged' : one.status,
            refusalReason: one.status === 'refused' ? '不属本单位职责' : null,
            parentAssignmentId: one.parent === null ? null : (ids[one.parent] ?? null),
            acknowledgeDueOn: fromLocalDate('2020-04-13'),
            refuseDueOn: fromLocalDate('2020-04-14'),
          },
        })
        if (one.report) await tx.report.create({ data: reportData(row.id, one.report, org) })
        ids.push(row.id)
        made.push({ id: row.id, unitId: row.unitId })
      }
    })
  }
  return { taskIds, directiveId: directive.id }
}

function reportData(assignmentId: string, status: ReportStatus, org: Organisation) {
  const writtenById = org.personIds.officer ?? ''
  return {
    assignmentId,
    status,
    seq: 1,
    claimedProgress: 40,
    done: '一件事已完成摸底排查。',
    writtenById,
    submittedAt: isUnsigned(status) ? null : NOW,
  }
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

export async function actorWith(posts: Spec['people'][number]): Promise<Actor> {
  const { db, org } = await testWorld()
  const units = await db.unit.findMany({ select: { id: true, path: true } })
  const grants = posts.map(({ role, unit }): Grant => {
    const unitId = org.unitIds[unit] ?? ''
    return { role, unitId, reach: units.filter((u) => u.path.includes(unitId)).map((u) => u.id) }
  })
  return brandActor({ kind: 'person', personId: crypto.randomUUID(), sessionId: null, name: '某人', grants })
}

/** Which of the tasks the policy lets a person read, by id, sorted. */
export function readableOf(
  actor: Actor,
  rows: readonly (Parameters<typeof taskFacts>[0] & { id: string; readers: { unitId: string }[] })[],
): string[] {
  const reads = (row: (typeof rows)[number]) => {
    const units = row.readers.map((one) => one.unitId)
    return can(actor, 'task.read', taskFacts(row, units))
  }
  return rows
    .filter(reads)
    .map((row) => row.id)
    .sort()
}
