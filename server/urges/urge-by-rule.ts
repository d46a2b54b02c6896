import { answerByOf, factToUrge, obstacleToUrge } from '@/domain/urges/rules'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { loadTasks } from '@/server/tasks/load-task'
import { readUrgeStandings, ruleSenderOf, urgedUnitOf } from '@/server/urges/urge-facts'
import { writeSlip, type SlipItem } from '@/server/urges/write-slip'

/** A unit to urge by the rules, and what of it may be due for that. */
export type RuleTarget = {
  unitId: string
  senderUnitId: string
  taskIds: readonly string[]
  assignmentIds: readonly string[]
}

/**
 * Urges one unit by the rules: one slip of level one a unit, sender and day, stacked; a fact that was urged for once is not urged for again,
 * and an assignment with an open urge waits. Looked at anew under the locks, so that two runs at once act once. Returns how many urges.
 */
export async function urgeByRule(ctx: Ctx, target: RuleTarget): Promise<number> {
  const { unitId, senderUnitId } = target
  const tasks = await loadTasks(ctx, target.taskIds, { lock: true, assignmentIds: target.assignmentIds })
  await ctx.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`urge ${senderUnitId} ${unitId}`}))::text`
  const today = await ctx.tx.urgeSlip.count({
    where: { unitId, senderUnitId, level: 1, sentById: null, sentOn: fromLocalDate(ctx.today) },
  })
  if (today > 0) return 0
  const wanted = new Set(target.assignmentIds)
  const own = tasks.flatMap((task) =>
    task.assignments
      .filter((one) => wanted.has(one.id) && urgedUnitOf(one) === unitId)
      .filter((one) => ruleSenderOf(task, one) === senderUnitId)
      .map((assignment) => ({ task, assignment })),
  )
  const ids = own.map(({ assignment }) => assignment.id)
  const standings = await readUrgeStandings(ctx, tasks, ids)
  const known = await ctx.tx.urge.findMany({
    where: { assignmentId: { in: ids }, rule: { not: 'by_hand' } },
    select: { assignmentId: true, rule: true, factOn: true },
  })
  const said = new Set(
    known.map((one) => `${one.assignmentId} ${one.rule} ${one.factOn.toISOString().slice(0, 10)}`),
  )
  const items = own.flatMap(({ task, assignment }): SlipItem[] => {
    const standing = standings.get(assignment.id)
    if (!standing || obstacleToUrge({ ...standing, open: standing.open !== null })) return []
    const fact = factToUrge(standing, ctx.settings.urgeRules, ctx.calendar, ctx.today)
    if (!fact || said.has(`${assignment.id} ${fact.rule} ${fact.factOn}`)) return []
    return [{ assignmentId: assignment.id, unitId: assignment.unitId, task, ...fact }]
  })
  if (items.length === 0) return 0
  const answerByOn = answerByOf(ctx.today, ctx.settings.urgeAnswerWorkingDays, ctx.calendar)
  await writeSlip(ctx, { unitId, senderUnitId, level: 1, text: '', answerByOn, items }, null)
  return items.length
}
