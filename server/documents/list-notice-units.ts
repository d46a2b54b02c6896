import type { Ctx } from '@/server/context'
import { taskScopeOf, visibleTasks } from '@/server/tasks/scope'

/** Most units that a directive's page names; the rest are reached from their tasks. */
const UNITS = 100

/** The units whose notices of a directive the actor may take: of the office those that it gave work to, of a unit what it reads. */
export async function listNoticeUnits(ctx: Ctx, directiveId: string) {
  const scope = taskScopeOf(ctx.actor)
  return ctx.tx.unit.findMany({
    where: {
      assignments: {
        some: {
          status: { not: 'replaced' },
          task: { AND: [visibleTasks(ctx.actor), { directiveId }] },
          ...(scope.all
            ? { parentAssignmentId: null }
            : { readers: { some: { unitId: { in: scope.unitIds } } } }),
        },
      },
    },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
    take: UNITS,
    select: { code: true, name: true, nameEn: true },
  })
}
