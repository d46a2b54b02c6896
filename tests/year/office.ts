// What the supervision office does on a working day: rules, reviews, completes, strikes off.
import { addDays } from '@/domain/calendar/local-date'
import { fromLocalDate } from '@/server/dates'
import { reviewReport } from '@/server/reports/review-report'
import { completeTask } from '@/server/tasks/complete-task'
import { ruleOnRefusal } from '@/server/tasks/rule-on-refusal'
import { strikeOffTask } from '@/server/tasks/strike-off-task'
import type { World } from './world'

const OPEN_BELOW = ['cascade.children_open', 'cascade.child_tasks_open']

/** A day of the office. */
export async function officeActs(world: World): Promise<void> {
  await ruleOnRefusals(world)
  await reviewReports(world)
  await completeTasks(world)
  await strikeOff(world)
}

async function ruleOnRefusals(world: World): Promise<void> {
  const { db, chance, cast } = world
  const refused = await db.assignment.findMany({
    where: {
      status: 'refused',
      parentAssignmentId: null,
      task: { status: { in: ['dispatched', 'in_progress'] } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, version: true, task: { select: { assignments: { select: { unitId: true } } } } },
  })
  for (const { id, version, task } of refused) {
    if (!chance.percent(70)) continue
    const about = { assignmentId: id, version, reason: '按职责分工研究确定。' }
    const free = cast.units.filter((unit) => task.assignments.every(({ unitId }) => unitId !== unit.id))
    if (chance.percent(50)) {
      await world.act(chance.pick(cast.officers), ruleOnRefusal, { ...about, ruling: 'stands' as const })
    } else {
      const unitId = chance.pick(free).id
      await world.act('office-head', ruleOnRefusal, { ...about, ruling: 'reassign' as const, unitId })
    }
  }
}

async function reviewReports(world: World): Promise<void> {
  const { db, chance, cast } = world
  const waiting = await db.report.findMany({
    where: {
      status: 'submitted',
      assignment: {
        parentAssignmentId: null,
        task: { officeOwned: true, status: { in: ['in_progress', 'under_review'] } },
      },
    },
    orderBy: { submittedAt: 'asc' },
    select: { id: true, version: true, claimedProgress: true, kind: true },
  })
  for (const { id, version, claimedProgress, kind } of waiting) {
    if (!chance.percent(65)) continue
    const officer = chance.pick(cast.officers)
    const giveBack = (reason: string) =>
      world.act(officer, reviewReport, {
        reportId: id,
        version,
        decision: 'return' as const,
        returnKind: 'insufficient' as const,
        reason,
      })
    if (chance.percent(kind === 'completion' ? 20 : 10)) {
      await giveBack('请补充佐证。')
      continue
    }
    const verifiedProgress = Math.max(0, claimedProgress - (chance.percent(25) ? 10 : 0))
    const basis = chance.pick(['document', 'telephone', 'visit', 'sample', 'not_verified'] as const)
    const accepted = { decision: 'accept' as const, verifiedProgress, basis, reason: '' }
    // After a merger there may be open work below a unit that had reported done.
    const done = await world.attempt(
      officer,
      reviewReport,
      { reportId: id, version, ...accepted },
      OPEN_BELOW,
    )
    if (!done) await giveBack('下级承办尚未办结，请督促完成后再报。')
  }
}

async function completeTasks(world: World): Promise<void> {
  const { db, chance } = world
  const ready = await db.task.findMany({
    where: {
      status: 'under_review',
      officeOwned: true,
      assignments: { every: { status: { in: ['accepted', 'waived', 'replaced'] } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, version: true },
  })
  for (const { id, version } of ready) {
    if (chance.percent(50)) await world.act('office-head', completeTask, { taskId: id, version })
  }
}

async function strikeOff(world: World): Promise<void> {
  const { db, chance, day } = world
  const completed = await db.task.findMany({
    where: { status: 'completed', officeOwned: true, completedOn: { lt: fromLocalDate(addDays(day, -7)) } },
    orderBy: { id: 'asc' },
    select: { id: true, version: true },
  })
  for (const { id, version } of completed) {
    if (chance.percent(30)) await world.act('office-head', strikeOffTask, { taskId: id, version })
  }
}
