import { heirOf, type UnitPlan } from '@/domain/org/unit-change'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { openPartsOf } from '@/server/org/unit-change/open-parts'

/**
 * Where two parts of one task become one, what hangs below must not be due after it: a due date changes only through an extension or a
 * leader's decision, never by a merger. Throws refused `unit_change.due_conflict` with the task's number.
 */
export async function assertNoDueConflict(
  ctx: Ctx,
  fromIds: readonly string[],
  plan: UnitPlan,
): Promise<void> {
  if (!plan.fallbackId) return
  const parts = await openPartsOf(ctx, fromIds)
  for (const { gone, stays, childDueOn } of parts.map((part) => part.pairWith(heirOf(plan, part.id)))) {
    if (gone && stays.dueOn && childDueOn && childDueOn > stays.dueOn)
      failRefused('unit_change.due_conflict', { no: gone.taskNo })
  }
}
