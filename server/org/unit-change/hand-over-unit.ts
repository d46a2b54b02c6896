import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { mayGuide } from '@/domain/org/unit'
import { heirOf, type UnitPlan } from '@/domain/org/unit-change'
import type { Grant } from '@/domain/permissions/actor'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import { endGrant } from '@/server/org/end-grant'
import { notOverBy } from '@/server/org/in-effect'
import type { LoadedUnit } from '@/server/org/unit-change/load-units'

export type Inheritance = {
  from: LoadedUnit
  plan: UnitPlan
  effectiveOn: LocalDate
  to: readonly LoadedUnit[]
  as: Grant | null
}

/** Open tasks that the unit owns change owner, its drafts the units named in them. Returns the tasks concerned. */
export async function handOverOwned(ctx: Ctx, { from, plan, to, as }: Inheritance): Promise<string[]> {
  const owned = await ctx.tx.task.findMany({
    where: { ownerUnitId: from.id, status: { in: [...OPEN_TASK_STATUSES] } },
    orderBy: { no: 'asc' },
    select: { id: true, directiveId: true },
  })
  for (const task of owned) {
    const heirId = heirOf(plan, task.id)
    await ctx.tx.task.update({
      where: { id: task.id },
      data: { ownerUnitId: heirId, version: { increment: 1 } },
      select: { id: true },
    })
    await recordAudit(ctx, {
      event: 'task.owner_changed',
      as,
      entity: 'task',
      entityId: task.id,
      taskId: task.id,
      directiveId: task.directiveId,
      unitId: heirId,
      before: { unit: from.name },
      after: { unit: to.find(({ id }) => id === heirId)?.name ?? '' },
    })
  }
  await handOverDrafts(ctx, from.id, plan)
  return owned.map(({ id }) => id)
}

/** In drafts the heir takes the unit's place; where it is named already, the lead stays the lead. */
async function handOverDrafts(ctx: Ctx, fromId: string, plan: UnitPlan): Promise<void> {
  const parts = await ctx.tx.taskDraftPart.findMany({
    where: { unitId: fromId },
    select: {
      id: true,
      taskId: true,
      part: true,
      task: { select: { draftParts: { select: { id: true, unitId: true, part: true } } } },
    },
  })
  for (const { id, taskId, part, task } of parts) {
    const heirId = heirOf(plan, taskId)
    const other = task.draftParts.find((one) => one.unitId === heirId)
    if (other && (part !== 'lead' || other.part === 'lead')) {
      await ctx.tx.taskDraftPart.deleteMany({ where: { id } })
      continue
    }
    if (other) await ctx.tx.taskDraftPart.deleteMany({ where: { id: other.id } })
    await ctx.tx.taskDraftPart.updateMany({ where: { id }, data: { unitId: heirId } })
  }
}

/** What stands below the unit moves under the heir, with all that stands below that. */
export async function handOverChildren(ctx: Ctx, { from, plan, to }: Inheritance): Promise<void> {
  const children = await ctx.tx.unit.findMany({ where: { parentId: from.id }, select: { id: true } })
  for (const child of children) {
    const heir = to.find(({ id }) => id === heirOf(plan, child.id))
    if (heir) await rehang(ctx, child.id, heir)
  }
}

/** Puts a unit under another: the paths of all that stands below are written anew. */
export async function rehang(
  ctx: Ctx,
  unitId: string,
  parent: Pick<LoadedUnit, 'id' | 'path'>,
): Promise<void> {
  await ctx.tx.$executeRaw`
    UPDATE units SET path = ${[...parent.path]}::uuid[] || path[array_position(path, ${unitId}::uuid):]
    WHERE path @> ARRAY[${unitId}::uuid]`
  await ctx.tx.unit.update({
    where: { id: unitId },
    data: { parentId: parent.id, version: { increment: 1 } },
    select: { id: true },
  })
}

/** Guidance, portfolios and deputies of the unit go to the heir of all; of guidance what ended keeps its days. */
export async function handOverTies(ctx: Ctx, { from, plan, effectiveOn, to }: Inheritance): Promise<void> {
  const heir = to.find(({ id }) => id === plan.fallbackId)
  if (!heir) return
  const [start, end] = [fromLocalDate(effectiveOn), fromLocalDate(addDays(effectiveOn, -1))]
  const ties = await ctx.tx.guidance.findMany({
    where: { OR: [{ guidingUnitId: from.id }, { guidedUnitId: from.id }], AND: notOverBy(effectiveOn) },
    select: {
      guidingUnitId: true,
      guidedUnitId: true,
      validFromOn: true,
      guidingUnit: { select: { kind: true } },
      guidedUnit: { select: { kind: true } },
    },
  })
  for (const tie of ties) {
    const { guidingUnit, guidedUnit, ...key } = tie
    const where = { guidingUnitId_guidedUnitId_validFromOn: key }
    const validToOn = end < key.validFromOn ? key.validFromOn : end
    await ctx.tx.guidance.update({ where, data: { validToOn }, select: { guidedUnitId: true } })
    const guiding = key.guidingUnitId === from.id ? heir : { id: key.guidingUnitId, kind: guidingUnit.kind }
    const guided = key.guidedUnitId === from.id ? heir : { id: key.guidedUnitId, kind: guidedUnit.kind }
    const pair = { guidingUnitId: guiding.id, guidedUnitId: guided.id }
    if (!mayGuide(guiding.kind, guided.kind)) continue
    if (
      await ctx.tx.guidance.findFirst({
        where: { ...pair, AND: notOverBy(effectiveOn) },
        select: { guidedUnitId: true },
      })
    )
      continue
    await ctx.tx.guidance.createMany({ data: [{ ...pair, validFromOn: start }], skipDuplicates: true })
  }
  await ctx.tx
    .$executeRaw`INSERT INTO portfolio_units (person_id, unit_id) SELECT person_id, h.id FROM portfolio_units
    CROSS JOIN unnest(${to.map(({ id }) => id)}::uuid[]) AS h(id) WHERE unit_id = ${from.id}::uuid ON CONFLICT DO NOTHING`
  await ctx.tx.portfolioUnit.deleteMany({ where: { unitId: from.id } })
  await ctx.tx.deputy.updateMany({ where: { unitId: from.id, endedAt: null }, data: { unitId: heir.id } })
}

/** Roles at the unit end the day before; each is held at the heir chosen for it from the day on. */
export async function handOverRoles(
  ctx: Ctx,
  { from, plan, effectiveOn, to, as }: Inheritance,
): Promise<number> {
  const grants = await ctx.tx.roleGrant.findMany({
    where: { unitId: from.id, person: { status: 'active' }, ...notOverBy(effectiveOn) },
    select: { id: true, personId: true, role: true, validFromOn: true, validToOn: true },
  })
  for (const grant of grants) {
    const heirId = heirOf(plan, grant.id)
    const begins = toLocalDate(grant.validFromOn)
    const { personId, role, validToOn } = grant
    const validFromOn = fromLocalDate(begins > effectiveOn ? begins : effectiveOn)
    const held = await ctx.tx.roleGrant.findFirst({
      where: { personId, role, unitId: heirId, ...notOverBy(effectiveOn) },
      select: { id: true },
    })
    await endGrant(ctx, grant, addDays(effectiveOn, -1))
    if (!held)
      await ctx.tx.roleGrant.create({
        data: { personId, role, unitId: heirId, validFromOn, validToOn, createdAt: ctx.now },
        select: { id: true },
      })
    await recordAudit(ctx, {
      event: 'role.moved',
      as,
      entity: 'person',
      entityId: personId,
      unitId: heirId,
      before: { unit: from.name, role },
      after: { unit: to.find(({ id }) => id === heirId)?.name ?? '', role, validFromOn: effectiveOn },
    })
  }
  return grants.length
}
