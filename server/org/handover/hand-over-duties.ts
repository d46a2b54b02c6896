import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { mayBeStoodFor } from '@/domain/org/deputy'
import { grantsFor } from '@/domain/permissions/policy'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudits, type AuditRecord } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { heldBy, loadHandingOver } from '@/server/org/handover/held-duties'
import { reasonField } from '@/server/org/form-fields'
import { inEffectOn } from '@/server/org/in-effect'

const nobody = z
  .literal('')
  .transform(() => null)
  .or(z.uuid())
  .nullable()
  .default(null)

/** Whose duties go to whom: one heir for all, others for tasks, parts, drafts and portfolio where they are named. */
export const handOverDutiesSchema = z.object({
  personId: z.uuid(),
  toId: z.uuid({ error: 'handover.heir_missing' }),
  tasksToId: nobody,
  assignmentsToId: nobody,
  draftsToId: nobody,
  portfolioToId: nobody,
  reason: reasonField,
})
type Input = z.output<typeof handOverDutiesSchema>

/**
 * Hands a person's duties over in one act: tasks and parts in charge, drafts of reports (who wrote them before stays in the record),
 * portfolio; deputies end. Roles are the security administrator's. Throws not_found and invalid (`handover.…`).
 */
export async function handOverDuties(ctx: Ctx, input: Input): Promise<{ count: number }> {
  const { personId } = input
  const person = await loadHandingOver(ctx, personId)
  const [as] = person.grants.flatMap(({ unitId }) =>
    grantsFor(ctx.actor, 'deputy.name', { personId, unitId }),
  )
  return passOn(ctx, { ...input, name: person.name, as: as ?? null })
}

/** The same as the person leaves, by the system administrator. Throws forbidden. */
export async function handOverOnLeaving(
  ctx: Ctx,
  input: Input & { name: string },
): Promise<{ count: number }> {
  return passOn(ctx, { ...input, as: assertMay(ctx.actor, 'user.manage') })
}

async function passOn(
  ctx: Ctx,
  input: Input & { name: string; as: Grant | null },
): Promise<{ count: number }> {
  const { personId, toId, reason, name, as } = input
  await ctx.tx.$executeRaw`SELECT id FROM people WHERE id = ${personId}::uuid FOR UPDATE`
  const heirOf = {
    tasks: input.tasksToId ?? toId,
    assignments: input.assignmentsToId ?? toId,
    drafts: input.draftsToId ?? toId,
    portfolio: input.portfolioToId ?? toId,
  }
  const held = heldBy(personId)
  const [tasks, parts, drafts, units] = await Promise.all([
    ctx.tx.task.findMany({ where: held.tasks, select: { id: true, directiveId: true } }),
    ctx.tx.assignment.findMany({
      where: held.assignments,
      select: { id: true, taskId: true, unitId: true, task: { select: { directiveId: true } } },
    }),
    ctx.tx.report.findMany({
      where: held.drafts,
      select: {
        id: true,
        seq: true,
        assignment: { select: { unitId: true, taskId: true, task: { select: { directiveId: true } } } },
      },
    }),
    ctx.tx.portfolioUnit.findMany({ where: held.portfolio, select: { unitId: true } }),
  ])
  const people = await loadHeirs(ctx, Object.values(heirOf), personId)
  assertSits(
    people,
    heirOf.assignments,
    'assignmentsToId',
    parts.map((one) => one.unitId),
  )
  assertSits(
    people,
    heirOf.drafts,
    'draftsToId',
    drafts.map((one) => one.assignment.unitId),
  )

  const bump = { version: { increment: 1 } }
  const ids = (rows: readonly { id: string }[]) => ({ id: { in: rows.map((row) => row.id) } })
  await ctx.tx.task.updateMany({ where: ids(tasks), data: { responsiblePersonId: heirOf.tasks, ...bump } })
  await ctx.tx.assignment.updateMany({
    where: ids(parts),
    data: { responsiblePersonId: heirOf.assignments, ...bump },
  })
  await ctx.tx.report.updateMany({ where: ids(drafts), data: { writtenById: heirOf.drafts, ...bump } })
  await ctx.tx.portfolioUnit.deleteMany({ where: held.portfolio })
  await ctx.tx.portfolioUnit.createMany({
    data: units.map(({ unitId }) => ({ personId: heirOf.portfolio, unitId })),
    skipDuplicates: true,
  })
  const ended = await ctx.tx.deputy.updateMany({
    where: held.deputies,
    data: { endedAt: ctx.now, endedById: ctx.actor.personId, ...bump },
  })

  const passed = (heir: string) => ({
    as,
    before: { person: name },
    after: { person: people.get(heir)?.name ?? '', reason },
  })
  const records: AuditRecord[] = [
    ...tasks.map(({ id, directiveId }) => ({
      ...passed(heirOf.tasks),
      event: 'task.person_changed' as const,
      entity: 'task',
      entityId: id,
      taskId: id,
      directiveId,
    })),
    ...parts.map(({ id, taskId, unitId, task }) => ({
      ...passed(heirOf.assignments),
      event: 'assignment.person_changed' as const,
      entity: 'assignment',
      entityId: id,
      taskId,
      unitId,
      directiveId: task.directiveId,
    })),
    ...drafts.map(({ id, assignment: { taskId, unitId, task } }) => ({
      ...passed(heirOf.drafts),
      event: 'report.draft_handed_over' as const,
      entity: 'report',
      entityId: id,
      taskId,
      unitId,
      directiveId: task.directiveId,
    })),
    ...units.map(({ unitId }) => ({
      ...passed(heirOf.portfolio),
      event: 'portfolio.handed_over' as const,
      entity: 'unit',
      entityId: unitId,
      unitId,
    })),
  ]
  if (records.length > 0) await recordAudits(ctx, records)
  return { count: records.length + ended.count }
}

type Heir = { name: string; units: string[] }

async function loadHeirs(ctx: Ctx, ids: readonly string[], personId: string): Promise<Map<string, Heir>> {
  const rows = await ctx.tx.person.findMany({
    where: { id: { in: [...ids] }, status: 'active' },
    select: {
      id: true,
      name: true,
      grants: { where: inEffectOn(ctx.today), select: { role: true, unitId: true } },
    },
  })
  const fit = rows.filter(
    (row) =>
      row.id !== personId && row.grants.length > 0 && row.grants.every((one) => mayBeStoodFor(one.role)),
  )
  const people = new Map(
    fit.map((row) => [row.id, { name: row.name, units: row.grants.map((one) => one.unitId) }]),
  )
  if (ids.some((id) => !people.has(id))) throw invalid([{ path: 'toId', code: 'handover.heir_unfit' }])
  return people
}

/** Parts and drafts stay in their unit: whoever takes them over sits there. */
function assertSits(
  people: ReadonlyMap<string, Heir>,
  heirId: string,
  path: string,
  unitIds: readonly string[],
): void {
  const heir = people.get(heirId)
  const outside = unitIds.filter((unitId) => !heir?.units.includes(unitId)).length
  if (heir && outside > 0)
    throw invalid([{ path, code: 'handover.heir_elsewhere', params: { person: heir.name, count: outside } }])
}
