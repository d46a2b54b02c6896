import type { DraftRows } from '@/domain/directives/draft/diff'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'

/** Refuses units that are not in effect and people who left: a picker may have been open for long. */
export async function assertKnown(ctx: Ctx, rows: DraftRows): Promise<void> {
  const units = new Set(
    rows.tasks.flatMap((task) => task.parts.flatMap((p) => (p.confirmed && p.unitId ? [p.unitId] : []))),
  )
  const people = new Set(
    rows.tasks.flatMap((task) =>
      [task.responsibleLeaderId, task.responsiblePersonId].filter((id) => id !== null),
    ),
  )
  const today = fromLocalDate(ctx.today)
  const inEffect = { validFromOn: { lte: today }, OR: [{ validToOn: null }, { validToOn: { gte: today } }] }
  if (units.size > 0) {
    const found = await ctx.tx.unit.count({ where: { id: { in: [...units] }, ...inEffect } })
    if (found < units.size) failRefused('workspace.unit_gone')
  }
  if (people.size > 0) {
    const found = await ctx.tx.person.count({ where: { id: { in: [...people] }, status: 'active' } })
    if (found < people.size) failRefused('workspace.person_gone')
  }
}
