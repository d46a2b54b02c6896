import type { LocalDate } from '@/domain/calendar/local-date'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import { can } from '@/domain/permissions/policy'
import { addedBySlip, monthOf, totalOf } from '@/domain/org/burden'
import { nextLevel } from '@/domain/urges/lifecycle'
import { answerByOf, obstacleToUrge, owedOf } from '@/domain/urges/rules'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { countRequests } from '@/server/org/count-requests'
import { ledgerWhere } from '@/server/tasks/ledger-sql'
import { loadTasks, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'
import { URGE_AT_MOST, type NotUrged } from '@/server/urges/send-urges'
import { readUrgeStandings, urgedUnitOf } from '@/server/urges/urge-facts'

/** What is to be urged: one assignment, tasks by number, or all that a ledger address stands for. */
export type UrgeAsk = { part: string | null; tasks: readonly number[]; all: string | null }

/**
 * 催办 before it is sent: by unit what its slip would list, what cannot be urged and why, and the burden before and after. Of a task its lead
 * is urged, the others only where the lead owes nothing now. At most 500 tasks. Throws not_found without the right or the tasks.
 */
export async function getUrgeForm(ctx: Ctx, ask: UrgeAsk) {
  if (!can(ctx.actor, 'urge.send')) return failNotFound()
  const found = await findTasks(ctx, ask)
  const tasks = found.filter((task) => task.mayRead)
  const only = ask.part
  if (tasks.length === 0 || (only && !tasks.some((task) => task.assignments.some((one) => one.id === only))))
    return failNotFound()
  const own = new Map(tasks.map((task) => [task.id, urgeableOf(ctx, task, only)]))
  const standings = await readUrgeStandings(
    ctx,
    tasks,
    [...own.values()].flat().map((one) => one.id),
  )
  const obstacleOf = (one: LoadedAssignment) => {
    const standing = standings.get(one.id)
    return standing ? obstacleToUrge({ ...standing, open: standing.open !== null }) : 'urge.nothing_owed'
  }
  const left: NotUrged[] = []
  const units = new Map<string, { unit: LoadedAssignment['unit']; items: UrgeItem[] }>()
  for (const task of tasks) {
    const parts = own.get(task.id) ?? []
    const [lead] = parts
    const free = parts.filter((one) => obstacleOf(one) === null)
    const chosen = lead && free.includes(lead) ? [lead] : free
    if (chosen.length === 0) {
      const code = lead ? (obstacleOf(lead) ?? 'urge.nothing_owed') : 'urge.not_yours'
      left.push({ no: task.no, code, params: (lead && standings.get(lead.id)?.open) ?? {} })
    }
    for (const one of chosen) {
      const standing = standings.get(one.id)
      const id = urgedUnitOf(one)
      const kept = units.get(id) ?? { unit: unitOf(task, one, id), items: [] }
      if (standing)
        kept.items.push({
          assignmentId: one.id,
          no: task.no,
          title: task.title,
          owed: owedOf(standing, ctx.calendar, ctx.today),
          level: standing.lapsed ? (nextLevel(standing.lastLevel) ?? 3) : 1,
        })
      units.set(id, kept)
    }
  }
  const answerByOn = answerByOf(ctx.today, ctx.settings.urgeAnswerWorkingDays, ctx.calendar)
  return {
    units: await withBurden(ctx, [...units.values()], answerByOn),
    left,
    chosen: tasks.length,
    level: Math.max(1, ...[...units.values()].flatMap((one) => one.items.map((item) => item.level))),
    answerByOn,
    answerDays: ctx.settings.urgeAnswerWorkingDays,
    month: monthOf(ctx.today),
    average: await averageOf(ctx),
  }
}

export type UrgeFormData = Awaited<ReturnType<typeof getUrgeForm>>
export type UrgeItem = {
  assignmentId: string
  no: number
  title: string
  owed: ReturnType<typeof owedOf>
  level: number
}

async function findTasks(ctx: Ctx, { part, tasks, all }: UrgeAsk): Promise<LoadedTask[]> {
  if (part) {
    const one = await ctx.tx.assignment.findUnique({ where: { id: part }, select: { taskId: true } })
    return one ? loadTasks(ctx, [one.taskId], { assignmentIds: [part] }) : []
  }
  if (all !== null) {
    const { from, where } = ledgerWhere(ctx, parseLedgerQuery(all))
    const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
      SELECT t.id FROM ${from} WHERE ${where} ORDER BY t.due_on, t.id LIMIT ${URGE_AT_MOST}`
    return loadTasks(
      ctx,
      rows.map((row) => row.id),
    )
  }
  const rows = await ctx.tx.task.findMany({
    where: { no: { in: [...tasks].slice(0, URGE_AT_MOST) } },
    select: { id: true },
  })
  return loadTasks(
    ctx,
    rows.map((row) => row.id),
  )
}

/** The assignments of a task that the actor may urge, the lead first. */
function urgeableOf(ctx: Ctx, task: LoadedTask, only: string | null): LoadedAssignment[] {
  return task.assignments
    .filter((one) => one.status !== 'replaced' && (only === null || one.id === only))
    .filter((one) => can(ctx.actor, 'urge.send', one.facts))
    .sort((a, b) => Number(b.part === 'lead') - Number(a.part === 'lead'))
}

/** The unit that a slip goes to: for one without accounts the lead, which stands on the same task. */
function unitOf(task: LoadedTask, one: LoadedAssignment, id: string) {
  if (one.unitId === id) return one.unit
  return task.assignments.find((other) => other.unitId === id)?.unit ?? one.unit
}

type UnitItems = { unit: LoadedAssignment['unit']; items: UrgeItem[] }

async function withBurden(ctx: Ctx, units: readonly UnitItems[], answerByOn: LocalDate) {
  const month = monthOf(ctx.today)
  const counts = await countRequests(
    ctx,
    month,
    units.map(({ unit }) => unit.id),
  )
  return units.map(({ unit, items }) => {
    const {
      unitId: _id,
      openAssignments,
      ...requests
    } = counts.find((one) => one.unitId === unit.id) ?? {
      unitId: unit.id,
      openAssignments: items.length,
      urges: 0,
      reports: 0,
      answers: 0,
    }
    const adds = totalOf(addedBySlip(month, answerByOn))
    return { unit, items, burden: { ...requests, total: totalOf(requests), adds, openAssignments } }
  })
}

/** Requests a unit this month over all units that have anything open or were asked for anything. */
async function averageOf(ctx: Ctx) {
  const all = await countRequests(ctx, monthOf(ctx.today))
  return { requests: all.reduce((sum, one) => sum + totalOf(one), 0), units: all.length }
}
