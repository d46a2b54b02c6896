// Bureaus hand work down to the provinces that they guide, provinces to their counties; who handed it down reviews what comes back.
import { reviewReport } from '@/server/reports/review-report'
import { handDownTask } from '@/server/tasks/hand-down-task'
import { ruleOnRefusal } from '@/server/tasks/rule-on-refusal'
import type { World } from './world'

/** A day of handing down and of what comes back up. */
export async function workBelow(world: World): Promise<void> {
  await handDown(world)
  await ruleBelow(world)
  await reviewBelow(world)
}

async function handDown(world: World): Promise<void> {
  const { db, chance, cast } = world
  const held = await db.assignment.findMany({
    where: {
      status: { in: ['acknowledged', 'in_progress'] },
      task: { status: 'in_progress' },
      childAssignments: { none: {} },
      unit: { kind: { in: ['bureau', 'province'] } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, version: true, taskId: true, unit: { select: { id: true, kind: true, code: true } } },
  })
  for (const { id, version, taskId, unit } of held) {
    const all =
      unit.kind === 'bureau'
        ? cast.provinces
        : cast.counties.filter(({ provinceId }) => provinceId === unit.id)
    if (all.length === 0 || !chance.percent(unit.kind === 'bureau' ? 0.6 : 15)) continue
    // A supporting bureau finds that the lead was first: a unit carries a task once.
    const taken = await db.assignment.findMany({
      where: { taskId, status: { not: 'replaced' } },
      select: { unitId: true },
    })
    const below = all.filter((one) => taken.every(({ unitId }) => unitId !== one.id))
    if (below.length === 0) continue
    await world.act(`${unit.code}-head`, handDownTask, {
      assignmentId: id,
      version,
      kinds: [],
      unitIds: below.map((one) => one.id),
      weights: {},
      dueOn: '',
      note: '',
    })
  }
}

/** Whoever handed it down rules that a refusal stands not: the unit carries it out after all. */
async function ruleBelow(world: World): Promise<void> {
  const refused = await world.db.assignment.findMany({
    where: {
      status: 'refused',
      parentAssignmentId: { not: null },
      task: { status: { in: ['dispatched', 'in_progress'] } },
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      version: true,
      parentAssignment: { select: { unit: { select: { code: true } } } },
    },
  })
  for (const { id, version, parentAssignment } of refused) {
    const about = { assignmentId: id, version, reason: '属于本地职责。' }
    await world.act(`${parentAssignment?.unit.code}-head`, ruleOnRefusal, {
      ...about,
      ruling: 'stands' as const,
    })
  }
}

async function reviewBelow(world: World): Promise<void> {
  const { db, chance } = world
  const waiting = await db.report.findMany({
    where: {
      status: 'submitted',
      assignment: {
        parentAssignmentId: { not: null },
        task: { status: { in: ['in_progress', 'under_review'] } },
      },
    },
    orderBy: { submittedAt: 'asc' },
    select: {
      id: true,
      version: true,
      claimedProgress: true,
      assignment: { select: { parentAssignment: { select: { unit: { select: { code: true } } } } } },
    },
  })
  for (const { id, version, claimedProgress, assignment } of waiting) {
    const above = assignment.parentAssignment?.unit.code
    if (!above || !chance.percent(50)) continue
    const returned = { decision: 'return' as const, returnKind: 'doubtful' as const, reason: '请核对数字。' }
    const accepted = {
      decision: 'accept' as const,
      verifiedProgress: claimedProgress,
      basis: 'document' as const,
      reason: '',
    }
    const decision = chance.percent(10) ? returned : accepted
    await world.act(`${above}-head`, reviewReport, { reportId: id, version, ...decision })
  }
}
