import type { Grant } from '@/domain/permissions/actor'
import { heirOf, type UnitPlan } from '@/domain/org/unit-change'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { openPartsOf, type OpenPart } from '@/server/org/unit-change/open-parts'
import { endRequests } from '@/server/tasks/end-requests'
import { carryUrge } from '@/server/urges/carry-urges'

type HandOver = {
  changeId: string
  fromIds: readonly string[]
  plan: UnitPlan
  names: ReadonlyMap<string, string>
  as: Grant | null
}

/**
 * The open parts of units that end go to their heirs as they stand: dates, status, reports, urges and requests stay on them, and who held
 * them before is kept. Where the heir has a part in the same task, the stronger stays and the other is replaced by it.
 * Returns the tasks concerned. The caller has locked them.
 */
export async function handOverParts(
  ctx: Ctx,
  { changeId, fromIds, plan, names, as }: HandOver,
): Promise<string[]> {
  const touched = new Set<string>()
  // Read anew for each unit: two that merge may both have a part in one task.
  for (const fromId of fromIds) {
    for (const part of await openPartsOf(ctx, [fromId])) {
      const heirId = heirOf(plan, part.id)
      const { gone } = part.pairWith(heirId)
      touched.add(part.taskId)
      // Accepted work stays under the name that did it where the heir works on the task already.
      if (gone && part.status === 'accepted') continue
      if (gone) await replaceBy(ctx, gone, part, heirId, names, as)
      if (gone?.id !== part.id) await transfer(ctx, part, { heirId, names, as })
      await keepHolder(ctx, part, changeId)
    }
  }
  await shareDirectives(ctx, fromIds, plan)
  return [...touched]
}

type Transfer = { heirId: string; names: ReadonlyMap<string, string>; as: Grant | null }

async function transfer(ctx: Ctx, part: OpenPart, { heirId, names, as }: Transfer): Promise<void> {
  await ctx.tx.assignment.update({
    where: { id: part.id },
    data: { unitId: heirId, version: { increment: 1 } },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'assignment.handed_over',
    as,
    entity: 'assignment',
    entityId: part.id,
    taskId: part.taskId,
    directiveId: part.directiveId,
    unitId: heirId,
    before: { unit: names.get(part.unitId) ?? '', part: part.part },
    after: { unit: names.get(heirId) ?? '', part: part.part, status: part.status },
  })
}

/** Who held the part until now: also of one that the heir's own replaced, so that what its unit was asked finds the heir. */
async function keepHolder(ctx: Ctx, part: OpenPart, changeId: string): Promise<void> {
  await ctx.tx.assignmentHolder.create({
    data: { assignmentId: part.id, unitId: part.unitId, changeId, untilAt: ctx.now },
    select: { assignmentId: true },
  })
}

type Gone = Pick<OpenPart, 'id' | 'taskId' | 'directiveId' | 'unitId' | 'part' | 'status'>

/**
 * Two parts become one: what hung below the one that goes hangs below the other; its open report that was not sent yet and its unanswered urge
 * go along where there is room. A request for more time was about a date that counts no more: it ends, and its unit is told.
 */
async function replaceBy(
  ctx: Ctx,
  gone: Gone,
  part: OpenPart,
  heirId: string,
  names: ReadonlyMap<string, string>,
  as: Grant | null,
): Promise<void> {
  const { stays } = part.pairWith(heirId)
  await ctx.tx.assignment.update({
    where: { id: gone.id },
    data: { status: 'replaced', replacedById: stays.id, version: { increment: 1 } },
    select: { id: true },
  })
  await ctx.tx.assignment.updateMany({
    where: { parentAssignmentId: gone.id, id: { not: stays.id } },
    data: { parentAssignmentId: stays.id },
  })
  await ctx.tx.task.updateMany({
    where: { parentAssignmentId: gone.id },
    data: { parentAssignmentId: stays.id },
  })
  await ctx.tx.$executeRaw`
    UPDATE reports SET assignment_id = ${stays.id}::uuid,
      seq = 1 + (SELECT COALESCE(max(seq), 0) FROM reports WHERE assignment_id = ${stays.id}::uuid)
    WHERE assignment_id = ${gone.id}::uuid AND status IN ('draft', 'awaiting_signoff') AND NOT EXISTS (SELECT FROM reports o
      WHERE o.assignment_id = ${stays.id}::uuid AND o.status IN ('draft', 'awaiting_signoff', 'submitted'))`
  await recordAudit(ctx, {
    event: 'assignment.replaced',
    as,
    entity: 'assignment',
    entityId: gone.id,
    taskId: gone.taskId,
    directiveId: gone.directiveId,
    unitId: gone.unitId,
    before: { status: gone.status, unit: names.get(gone.unitId) ?? '' },
    after: { status: 'replaced', part: gone.part, unit: names.get(heirId) ?? '' },
  })
  await carryUrge(ctx, { fromId: gone.id, toId: stays.id, as })
  await endRequests(ctx, { assignmentIds: [gone.id], end: 'merged', reason: '', as })
}

/** The heirs read of a directive what the units did whose parts they took. */
async function shareDirectives(ctx: Ctx, fromIds: readonly string[], plan: UnitPlan): Promise<void> {
  const heirs = [...new Set([plan.fallbackId, ...Object.values(plan.choices)])].flatMap((id) =>
    id ? [id] : [],
  )
  await ctx.tx.$executeRaw`
    INSERT INTO directive_distributions (directive_id, unit_id, extent, created_at)
    SELECT d.directive_id, h.id, max(d.extent), ${ctx.now} FROM directive_distributions d CROSS JOIN unnest(${heirs}::uuid[]) AS h(id)
    WHERE d.unit_id = ANY(${[...fromIds]}::uuid[]) AND EXISTS (SELECT FROM assignments a JOIN tasks t ON t.id = a.task_id
      WHERE t.directive_id = d.directive_id AND a.unit_id = h.id)
    GROUP BY d.directive_id, h.id ON CONFLICT DO NOTHING`
}
