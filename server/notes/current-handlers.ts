import type { Ctx } from '@/server/context'

/**
 * Who answers now what units were asked on a task that have ended since: by the unit that was asked, the one that its part of the task went
 * to (or that of the part which replaced it). A note is never changed; where a unit was split, only the heir of its part answers.
 */
export async function currentHandlers(ctx: Ctx, taskId: string | null): Promise<ReadonlyMap<string, string>> {
  if (taskId === null) return new Map()
  const rows = await ctx.tx.assignmentHolder.findMany({
    where: { assignment: { taskId } },
    orderBy: { untilAt: 'asc' },
    select: {
      unitId: true,
      assignment: { select: { unitId: true, replacedBy: { select: { unitId: true } } } },
    },
  })
  return new Map(
    rows.map(({ unitId, assignment: part }) => {
      const replacedAtItsUnit = part.unitId === unitId ? part.replacedBy : null
      return [unitId, replacedAtItsUnit?.unitId ?? part.unitId]
    }),
  )
}
