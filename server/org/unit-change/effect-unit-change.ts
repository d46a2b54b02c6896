import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { formerNamesAfter } from '@/domain/org/unit-tree'
import { nextUnitChangeStatus, unitChangeObstacle, unitPlanSchema } from '@/domain/org/unit-change'
import type { Grant } from '@/domain/permissions/actor'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { assertNoDueConflict } from '@/server/org/unit-change/due-conflict'
import { handOverParts } from '@/server/org/unit-change/hand-over-parts'
import {
  handOverChildren,
  handOverOwned,
  handOverRoles,
  handOverTies,
  rehang,
} from '@/server/org/unit-change/hand-over-unit'
import { loadUnits, type LoadedUnit } from '@/server/org/unit-change/load-units'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { readdressSlips } from '@/server/urges/carry-urges'

const BATCH = 500

/**
 * Carries a confirmed change out, all in the caller's transaction: names, places, and of units that end all that hangs on them.
 * Throws refused where the rules stand against it by now (`unit_change.…`).
 */
export async function effectUnitChange(
  ctx: Ctx,
  changeId: string,
  as: Grant | null,
): Promise<{ tasks: number }> {
  const change = await ctx.tx.unitChange.findUniqueOrThrow({
    where: { id: changeId },
    include: { units: true },
  })
  const status = nextUnitChangeStatus(change.status, 'effect')
  if (!status) return failRefused('unit_change.not_now', { status: change.status })
  const plan = unitPlanSchema.parse(change.plan)
  const effectiveOn = toLocalDate(change.effectiveOn)
  const side = (which: string) => change.units.filter((one) => one.side === which).map((one) => one.unitId)
  const parentIds = plan.parentId ? [plan.parentId] : []
  const units = await loadUnits(ctx, [...side('from'), ...side('to'), ...parentIds], true)
  const of = (ids: readonly string[]) => units.filter(({ id }) => ids.includes(id))
  const [from, to, parent] = [of(side('from')), of(side('to')), of(parentIds)[0] ?? null]
  const obstacle = unitChangeObstacle({ kind: change.kind, from, to, parent, plan, effectiveOn })
  if (obstacle) return failRefused(obstacle)

  let tasks: string[] = []
  const [unit] = from
  if (change.kind === 'rename' && unit && plan.names) {
    const formerNames = formerNamesAfter(unit.name, plan.names.name, unit.formerNames)
    await ctx.tx.unit.update({
      where: { id: unit.id },
      data: { ...plan.names, formerNames, version: { increment: 1 } },
      select: { id: true },
    })
  } else if (change.kind === 'move' && unit && parent) await rehang(ctx, unit.id, parent)
  else tasks = await inherit(ctx, { changeId, from, to, plan, effectiveOn, as })

  await ctx.tx.unitChange.update({
    where: { id: changeId },
    data: { status, effectedAt: ctx.now, version: { increment: 1 } },
    select: { id: true },
  })
  await tell(ctx, { change, from, to, parent, names: plan.names?.name, tasks: tasks.length, as })
  return { tasks: tasks.length }
}

type Heritage = {
  changeId: string
  from: LoadedUnit[]
  to: LoadedUnit[]
  plan: ReturnType<typeof unitPlanSchema.parse>
  effectiveOn: LocalDate
  as: Grant | null
}

async function inherit(ctx: Ctx, { changeId, from, to, plan, effectiveOn, as }: Heritage): Promise<string[]> {
  const fromIds = from.map(({ id }) => id)
  // A report, a review or an answer on one of these tasks comes wholly before or wholly after.
  await ctx.tx
    .$executeRaw`SELECT t.id FROM tasks t WHERE t.status::text = ANY(${[...OPEN_TASK_STATUSES]}::text[]) AND (t.owner_unit_id = ANY(${fromIds}::uuid[])
    OR t.id IN (SELECT task_id FROM assignments WHERE unit_id = ANY(${fromIds}::uuid[]))
    OR t.id IN (SELECT task_id FROM task_draft_parts WHERE unit_id = ANY(${fromIds}::uuid[]))) ORDER BY t.id FOR UPDATE`
  await assertNoDueConflict(ctx, fromIds, plan)
  const names = new Map([...from, ...to].map(({ id, name }) => [id, name]))
  const touched = new Set(await handOverParts(ctx, { changeId, fromIds, plan, names, as }))
  for (const unit of from) {
    const share = { from: unit, to, plan, effectiveOn, as }
    for (const id of await handOverOwned(ctx, share)) touched.add(id)
    await handOverChildren(ctx, share)
    await handOverRoles(ctx, share)
    await handOverTies(ctx, share)
    const lastDay = addDays(effectiveOn, -1)
    await ctx.tx.unit.update({
      where: { id: unit.id },
      data: {
        validToOn: fromLocalDate(lastDay < unit.validFromOn ? unit.validFromOn : lastDay),
        version: { increment: 1 },
      },
      select: { id: true },
    })
  }
  const [toIds, { fallbackId }] = [to.map(({ id }) => id), plan]
  if (fallbackId) await readdressSlips(ctx, { fromIds, toIds, fallbackId, names, as })
  await ctx.tx.unitSuccession.createMany({
    data: fromIds.flatMap((unitId) => toIds.map((successorId) => ({ unitId, successorId }))),
    skipDuplicates: true,
  })
  const ids = [...touched]
  for (let at = 0; at < ids.length; at += BATCH) await refreshTasks(ctx, ids.slice(at, at + BATCH))
  return ids
}

type Told = {
  change: { id: string; no: number; kind: 'rename' | 'move' | 'merge' | 'split' }
  from: LoadedUnit[]
  to: LoadedUnit[]
  parent: LoadedUnit | null
  names: string | undefined
  tasks: number
  as: Grant | null
}

const EVENTS = {
  rename: 'unit.renamed',
  move: 'unit.moved',
  merge: 'unit.merged',
  split: 'unit.split',
} as const

async function tell(ctx: Ctx, { change, from, to, parent, names, tasks, as }: Told): Promise<void> {
  const after = names ?? [...to, ...(parent ? [parent] : [])].map(({ name }) => name).join('、')
  const event = EVENTS[change.kind]
  for (const unit of from)
    await recordAudit(ctx, {
      event,
      as,
      entity: 'unit',
      entityId: unit.id,
      unitId: unit.id,
      before: { unit: unit.name },
      after: { unit: after, change: change.no, tasks },
    })
  const params = { unit: from.map(({ name }) => name).join('、'), successor: after, count: tasks }
  if (event === 'unit.merged' || event === 'unit.split')
    await notify(ctx, ...to.map(({ id }) => ({ unitId: id, event, params })))
}
