import { hasRole, homeUnitsOf, reachOf, type Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'

/** Who reads which tasks, worked out once from the actor: everything of the ministry, what units were given, or nothing. */
export type TaskScope = {
  /** Leaders, office, discipline: all that was sent for approval. */
  all: boolean
  /** Office head and officers: the office's drafts too. */
  officeDrafts: boolean
  /** Units whose dispatched tasks are read: the reach of the unit roles. */
  unitIds: string[]
}

/** The read rule of domain/permissions/reading.ts as data for a `where`; a contract test holds the two together. */
export function taskScopeOf(actor: Actor): TaskScope {
  return {
    all: actor.kind === 'system' || hasRole(actor, 'leader', 'office_head', 'officer', 'discipline'),
    officeDrafts: hasRole(actor, 'office_head', 'officer'),
    unitIds: reachOf(actor, 'unit_head', 'liaison'),
  }
}

const HIDDEN: Prisma.TaskWhereInput = {
  OR: [{ status: 'draft' }, { status: { in: ['declined', 'terminated'] }, submittedAt: null }],
}
const NOT_GONE_OUT: Prisma.TaskWhereInput = {
  OR: [
    { status: { in: ['draft', 'awaiting_approval', 'approved', 'declined'] } },
    { dispatchedAt: null },
    HIDDEN,
  ],
}

/** The tasks that the actor may read, as a Prisma `where`. For long lists of units start from `readableTaskIds`. */
export function visibleTasks(actor: Actor): Prisma.TaskWhereInput {
  const scope = taskScopeOf(actor)
  const ways: Prisma.TaskWhereInput[] = []
  if (scope.all) ways.push({ NOT: HIDDEN })
  if (scope.officeDrafts) ways.push({ AND: [HIDDEN, { officeOwned: true }] })
  if (scope.unitIds.length > 0) {
    ways.push({ officeOwned: false, ownerUnitId: { in: scope.unitIds } })
    if (!scope.all) ways.push({ NOT: NOT_GONE_OUT, readers: { some: { unitId: { in: scope.unitIds } } } })
  }
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways }
}

/** The same rule as SQL over `tasks t`; unit people start from assignment_readers, indexed by unit and due date. */
export function visibleTasksSql(actor: Actor): Prisma.Sql {
  const scope = taskScopeOf(actor)
  const hidden = Prisma.sql`(t.status = 'draft' OR (t.status IN ('declined', 'terminated') AND t.submitted_at IS NULL))`
  const ways: Prisma.Sql[] = []
  if (scope.all) ways.push(Prisma.sql`NOT ${hidden}`)
  if (scope.officeDrafts) ways.push(Prisma.sql`(${hidden} AND t.office_owned)`)
  if (scope.unitIds.length > 0) {
    ways.push(Prisma.sql`(NOT t.office_owned AND t.owner_unit_id = ANY(${scope.unitIds}::uuid[]))`)
    if (!scope.all)
      ways.push(Prisma.sql`(NOT ${hidden} AND t.status NOT IN ('awaiting_approval', 'approved', 'declined') AND t.dispatched_at IS NOT NULL
        AND t.id IN (SELECT r.task_id FROM assignment_readers r WHERE r.unit_id = ANY(${scope.unitIds}::uuid[])))`)
  }
  return ways.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}

/** Units at which the actor itself sits with a unit role: what does not leave the unit is listed from here. */
export function homeUnitIds(actor: Actor): string[] {
  return homeUnitsOf(actor, 'unit_head', 'liaison')
}
