import { addWorkingDays, workingDaysBetween } from '@/domain/calendar/working-days'
import { plannedOnCard } from '@/domain/directives/draft/plan'
import { can } from '@/domain/permissions/policy'
import { milestoneState } from '@/domain/milestones/milestone'
import { isAcknowledged, isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'
import { isOpenTask } from '@/domain/tasks/lifecycle'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate, toLocalDateOrNull } from '@/server/dates'
import type { LoadedTask } from '@/server/tasks/load-task'
import { homeUnitIds, visibleTasks } from '@/server/tasks/scope'

const select = {
  id: true,
  title: true,
  dueOn: true,
  originalDueOn: true,
  doneOn: true,
  note: true,
  droppedReason: true,
  version: true,
  doneBy: { select: { name: true, nameEn: true } },
} satisfies Prisma.MilestoneSelect

type Row = Prisma.MilestoneGetPayload<{ select: typeof select }>

function shown(ctx: Ctx, row: Row) {
  const [dueOn, doneOn] = [toLocalDate(row.dueOn), toLocalDateOrNull(row.doneOn)]
  const state = milestoneState({ dueOn, doneOn, dropped: row.droppedReason !== null }, ctx.today)
  return {
    ...row,
    dueOn,
    doneOn,
    originalDueOn: toLocalDate(row.originalDueOn),
    state,
    lateDays: state === 'overdue' ? workingDaysBetween(dueOn, ctx.today, ctx.calendar) : 0,
  }
}

/** The milestones of a task in the order of their dates, and what this person may do with them. */
export async function listMilestones(ctx: Ctx, task: LoadedTask) {
  const rows = await ctx.tx.milestone.findMany({
    where: { taskId: task.id },
    orderBy: [{ dueOn: 'asc' }, { sort: 'asc' }, { id: 'asc' }],
    select,
  })
  const open = isOpenTask(task.status)
  const running = open && task.dispatchedAt !== null
  const lead = task.assignments.find((one) => one.part === 'lead' && isActiveAssignment(one.status))
  return {
    rows: rows.map((row) => shown(ctx, row)),
    acts: {
      add: open && !plannedOnCard(task) && can(ctx.actor, 'task.plan', task.facts),
      redate:
        open &&
        !plannedOnCard(task) &&
        can(ctx.actor, running ? 'milestone.redate' : 'task.plan', task.facts),
      mark:
        running &&
        task.status !== 'suspended' &&
        lead !== undefined &&
        isAcknowledged(lead.status) &&
        can(ctx.actor, 'milestone.fill', lead.facts),
    },
  }
}

export type TaskMilestones = Awaited<ReturnType<typeof listMilestones>>
export type ShownMilestone = TaskMilestones['rows'][number]

const SOON_DAYS = 5
const DESK_ROWS = 10

/** 里程碑 of the tasks that the person's units lead: due within five working days or overdue, oldest first. */
export async function listMilestonesSoon(ctx: Ctx) {
  const units = homeUnitIds(ctx.actor)
  if (units.length === 0) return []
  const rows = await ctx.tx.milestone.findMany({
    where: {
      doneOn: null,
      droppedReason: null,
      dueOn: { lte: fromLocalDate(addWorkingDays(ctx.today, SOON_DAYS, ctx.calendar)) },
      task: {
        status: { in: ['dispatched', 'in_progress', 'under_review'] },
        assignments: { some: { part: 'lead', status: { not: 'replaced' }, unitId: { in: units } } },
      },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: DESK_ROWS,
    select: { ...select, task: { select: { no: true, title: true } } },
  })
  return rows.map(({ task, ...row }) => ({ ...shown(ctx, row), task }))
}

export type MilestoneSoon = Awaited<ReturnType<typeof listMilestonesSoon>>[number]

const ROADMAP_ROWS = 300

/** 路线图 of a directive: the milestones of the tasks that this person reads, by month. */
export async function listRoadmap(ctx: Ctx, directiveId: string) {
  const rows = await ctx.tx.milestone.findMany({
    where: { droppedReason: null, task: { AND: [visibleTasks(ctx.actor), { directiveId }] } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: ROADMAP_ROWS,
    select: { ...select, task: { select: { no: true, title: true } } },
  })
  const months = new Map<string, (ReturnType<typeof shown> & { task: { no: number; title: string } })[]>()
  for (const { task, ...row } of rows) {
    const one = { ...shown(ctx, row), task }
    const month = one.dueOn.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return [...months].map(([month, milestones]) => ({ month, milestones }))
}

export type Roadmap = Awaited<ReturnType<typeof listRoadmap>>
