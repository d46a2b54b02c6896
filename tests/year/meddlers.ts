// People who try what they may not: another unit's duty, another role's verb, the right verb at the wrong time. All are refused.
import { reviewReport } from '@/server/reports/review-report'
import { submitReport } from '@/server/reports/submit-report'
import { withdrawReport } from '@/server/reports/withdraw-report'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { completeTask } from '@/server/tasks/complete-task'
import { refuseAssignment } from '@/server/tasks/refuse-assignment'
import { strikeOffTask } from '@/server/tasks/strike-off-task'
import { waiveAssignment } from '@/server/tasks/waive-assignment'
import type { World } from './world'

type Try = (world: World) => Promise<unknown>

const accept = { decision: 'accept' as const, verifiedProgress: 100, basis: 'document' as const, reason: '' }

const TRIES: readonly Try[] = [
  // The wrong person.
  async (world) => {
    const { unit, ...about } = await anAssignment(world, ['awaiting_acknowledgement'])
    return world.attempt(`${otherThan(world, unit)}-liaison`, acknowledgeAssignment, about)
  },
  async (world) => {
    const { unit, ...about } = await anAssignment(world, ['awaiting_acknowledgement'])
    return world.attempt(`${unit}-liaison`, waiveAssignment, { ...about, reason: '不想办。' })
  },
  async (world) => world.attempt('inspector', completeTask, await aTask(world, ['under_review'])),
  async (world) =>
    world.attempt(world.chance.pick(world.cast.officers), completeTask, await aTask(world, ['under_review'])),
  async (world) =>
    world.attempt(world.chance.pick(world.cast.officers), strikeOffTask, await aTask(world, ['completed'])),
  async (world) => {
    const { unit, ...about } = await aReport(world, ['submitted'])
    return world.attempt(`${unit}-head`, reviewReport, { ...about, ...accept })
  },
  async (world) => {
    const { unit, ...about } = await aReport(world, ['awaiting_signoff'])
    return world.attempt(`${unit}-liaison`, submitReport, about)
  },
  async (world) => {
    const { unit, ...about } = await aReport(world, ['awaiting_signoff'])
    return world.attempt(`${otherThan(world, unit)}-head`, submitReport, about)
  },
  async (world) => {
    const { unit: _, ...about } = await aReport(world, ['submitted'])
    return world.attempt(world.chance.pick(['sysadmin', 'secadmin', 'auditor']), reviewReport, {
      ...about,
      ...accept,
    })
  },
  // The wrong time.
  async (world) =>
    world.attempt(
      'office-head',
      completeTask,
      await aTask(world, ['dispatched', 'in_progress', 'completed', 'struck_off']),
    ),
  async (world) =>
    world.attempt(
      'office-head',
      strikeOffTask,
      await aTask(world, ['dispatched', 'in_progress', 'under_review', 'struck_off']),
    ),
  async (world) => {
    const { unit, ...about } = await anAssignment(world, [
      'acknowledged',
      'in_progress',
      'accepted',
      'reported_done',
      'replaced',
    ])
    return world.attempt(`${unit}-head`, refuseAssignment, { ...about, reason: '不办了。' })
  },
  async (world) => {
    const { unit: _, ...about } = await aReport(world, ['draft', 'awaiting_signoff', 'accepted', 'returned'])
    return world.attempt(world.chance.pick(world.cast.officers), reviewReport, { ...about, ...accept })
  },
  async (world) => {
    const { unit, ...about } = await aReport(world, ['accepted', 'returned'])
    return world.attempt(`${unit}-head`, withdrawReport, about)
  },
]

/** A few tries on a day; throws where one of them was let through. */
export async function meddle(world: World): Promise<void> {
  for (const one of world.chance.some(TRIES, 2)) {
    const answer = await one(world).catch((error: unknown) => {
      if (error === NOTHING) return null
      throw error
    })
    if (answer !== null)
      throw new Error(`on ${world.day} somebody did what the rules forbid: ${one.toString()}`)
  }
}

/** Thrown where the world has no such record today. */
const NOTHING = new Error('no such record today')

type Status<M> = M extends { status: infer S } ? S : never

async function anAssignment(
  world: World,
  status: Status<Awaited<ReturnType<World['db']['assignment']['findFirstOrThrow']>>>[],
) {
  const rows = await world.db.assignment.findMany({
    where: { status: { in: status } },
    orderBy: { id: 'asc' },
    select: { id: true, version: true, unit: { select: { code: true } } },
  })
  if (rows.length === 0) throw NOTHING
  const { id, version, unit } = world.chance.pick(rows)
  return { assignmentId: id, version, unit: unit.code }
}

async function aTask(
  world: World,
  status: Status<Awaited<ReturnType<World['db']['task']['findFirstOrThrow']>>>[],
) {
  const rows = await world.db.task.findMany({
    where: { status: { in: status } },
    orderBy: { id: 'asc' },
    select: { id: true, version: true },
  })
  if (rows.length === 0) throw NOTHING
  const { id, version } = world.chance.pick(rows)
  return { taskId: id, version }
}

async function aReport(
  world: World,
  status: Status<Awaited<ReturnType<World['db']['report']['findFirstOrThrow']>>>[],
) {
  const rows = await world.db.report.findMany({
    where: { status: { in: status } },
    orderBy: { id: 'asc' },
    select: { id: true, version: true, assignment: { select: { unit: { select: { code: true } } } } },
  })
  if (rows.length === 0) throw NOTHING
  const { id, version, assignment } = world.chance.pick(rows)
  return { reportId: id, version, unit: assignment.unit.code }
}

/** Another unit, whose liaison does not stand in for this one's today. */
function otherThan(world: World, code: string): string {
  const others = world.cast.units.filter(
    (unit) => unit.code !== code && world.standIns.get(code)?.account !== `${unit.code}-liaison`,
  )
  return world.chance.pick(others).code
}
