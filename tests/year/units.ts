// What units do on a working day: acknowledge or refuse, write, sign, send; each by its temper.
import type { Prisma } from '@/prisma/generated/client'
import { toLocalDate } from '@/server/dates'
import { attachReference } from '@/server/reports/attach-reference'
import { saveReportDraft } from '@/server/reports/save-report-draft'
import { sendReportBack } from '@/server/reports/send-report-back'
import { sendReportForSignoff } from '@/server/reports/send-report-for-signoff'
import { submitReport } from '@/server/reports/submit-report'
import { acknowledgeAssignment } from '@/server/tasks/acknowledge-assignment'
import { refuseAssignment } from '@/server/tasks/refuse-assignment'
import type { YearUnit } from './cast'
import type { World } from './world'

const select = {
  id: true,
  version: true,
  status: true,
  unitId: true,
  dueOn: true,
  refuseDueOn: true,
  claimedProgress: true,
  task: { select: { kind: true } },
  childAssignments: {
    where: { status: { notIn: ['accepted', 'waived', 'replaced'] } },
    select: { id: true },
  },
  reports: { orderBy: { seq: 'desc' }, take: 1, select: { id: true, version: true, status: true } },
} satisfies Prisma.AssignmentSelect

type Held = Awaited<ReturnType<typeof held>>[number]

/** Open assignments whose task is on its way, the oldest first. */
async function held(world: World) {
  return world.db.assignment.findMany({
    where: {
      status: { in: ['awaiting_acknowledgement', 'acknowledged', 'in_progress'] },
      task: { status: { in: ['dispatched', 'in_progress'] } },
    },
    orderBy: { id: 'asc' },
    select,
  })
}

/** A day of all units. */
export async function unitsAct(world: World): Promise<void> {
  const { units, provinces, counties } = world.cast
  const byId = new Map([...units, ...provinces, ...counties].map((unit) => [unit.id, unit]))
  for (const assignment of await held(world)) {
    const unit = byId.get(assignment.unitId)
    if (!unit) continue
    if (assignment.status === 'awaiting_acknowledgement') await answer(world, unit, assignment)
    else await report(world, unit, assignment)
  }
}

async function answer(world: World, unit: YearUnit, { id, version, refuseDueOn }: Held): Promise<void> {
  const { chance, day } = world
  if (!chance.percent(unit.temper.acknowledges)) return
  const about = { assignmentId: id, version }
  if (chance.percent(unit.temper.refuses) && day <= toLocalDate(refuseDueOn)) {
    await world.act(`${unit.code}-head`, refuseAssignment, { ...about, reason: '不属于本单位职责。' })
  } else {
    await world.act(world.liaison(unit.code), acknowledgeAssignment, about)
  }
}

async function report(world: World, unit: YearUnit, assignment: Held): Promise<void> {
  const { chance } = world
  const [last] = assignment.reports
  if (last?.status === 'submitted') return
  if (last?.status === 'awaiting_signoff') {
    if (!chance.percent(unit.temper.signs)) return
    const signed = { reportId: last.id, version: last.version }
    if (chance.percent(5)) {
      await world.act(`${unit.code}-head`, sendReportBack, {
        ...signed,
        reason: '数字与台账不符，核对后再报。',
      })
    } else {
      await world.act(`${unit.code}-head`, submitReport, signed)
    }
    return
  }
  if (chance.percent(unit.temper.reports)) await write(world, unit, assignment)
}

async function write(world: World, unit: YearUnit, assignment: Held): Promise<void> {
  const { chance, day } = world
  const [last] = assignment.reports
  const liaison = world.liaison(unit.code)
  const claimed = Math.min(100, assignment.claimedProgress + chance.whole(10, 35))
  // What goes on for long ends with the year; what waits for units below is not reported done.
  const mayEnd =
    (assignment.task.kind !== 'ongoing' || day > '2025-11-15') && assignment.childAssignments.length === 0
  const done = claimed === 100 && mayEnd
  const idle = !done && chance.percent(15)
  const draft = await world.act(liaison, saveReportDraft, {
    assignmentId: assignment.id,
    version: last?.status === 'draft' ? last.version : null,
    kind: done ? ('completion' as const) : idle ? ('no_change' as const) : ('progress' as const),
    claimedProgress: done ? 100 : Math.min(claimed, 95),
    done: idle ? '等待上级批复，本期无变化。' : `截至${day}，已完成${claimed}%，其余按计划推进。`,
    nextStep: done ? '' : '继续推进。',
    nextStepOn: '',
    difficulty: '',
    helpNeeded: '',
  })
  if (done || chance.percent(40)) {
    await world.act(liaison, attachReference, {
      assignmentId: assignment.id,
      reference: `${unit.name}函〔2025〕${chance.whole(1, 999)}号`,
      name: '',
    })
  }
  const { id, version } = await world.db.report.findUniqueOrThrow({
    where: { id: draft.reportId },
    select: { id: true, version: true },
  })
  await world.act(liaison, sendReportForSignoff, { reportId: id, version })
}
