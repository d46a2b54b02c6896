import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { ASSIGNMENT_STATUSES, isOpenAssignment } from '@/domain/tasks/assignment-lifecycle'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notOverBy } from '@/server/org/in-effect'

const OPEN_ASSIGNMENTS = ASSIGNMENT_STATUSES.filter(isOpenAssignment)

/**
 * A unit ends only when nothing hangs on it any longer: no open assignment, no open task that it handed down, no unit under it and no
 * role at it beyond its last day. Throws refused with how many there are; of tasks the number alone, for administrators see no business.
 */
export async function assertMayEnd(ctx: Ctx, unitId: string, lastDay: LocalDate): Promise<void> {
  const beyond = notOverBy(addDays(lastDay, 1))
  const openTask = { status: { in: [...OPEN_TASK_STATUSES] } }
  const [assignments, owned, below, roles] = await Promise.all([
    ctx.tx.assignment.count({ where: { unitId, status: { in: OPEN_ASSIGNMENTS }, task: openTask } }),
    ctx.tx.task.count({ where: { ownerUnitId: unitId, ...openTask } }),
    ctx.tx.unit.count({ where: { parentId: unitId, ...beyond } }),
    ctx.tx.roleGrant.count({ where: { unitId, person: { status: 'active' }, ...beyond } }),
  ])
  if (assignments + owned > 0) failRefused('unit.assignments_open', { count: assignments + owned })
  if (below > 0) failRefused('unit.units_below', { count: below })
  if (roles > 0) failRefused('unit.roles_held', { count: roles })
}
