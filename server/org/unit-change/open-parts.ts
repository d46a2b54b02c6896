import { strongerPart } from '@/domain/org/unit-change'
import { OPEN_TASK_STATUSES } from '@/domain/tasks/lifecycle'
import type { AssignmentPart, AssignmentStatus } from '@/prisma/generated/enums'
import type { Ctx } from '@/server/context'

type Row = {
  id: string
  taskId: string
  taskNo: number
  directiveId: string
  unitId: string
  part: AssignmentPart
  status: AssignmentStatus
  dueOn: Date | null
  dispatchedAt: Date
  version: number
  childDueOn: Date | null
}

/** A part of an open task, and the other parts of units in the same task. */
export type OpenPart = Row & {
  /** What becomes of it at this heir: which of the two stays where the heir has a part already; `gone` is null where it simply changes hands. */
  pairWith: (heirId: string) => { gone: Row | null; stays: Row; childDueOn: Date | null }
}

/** The parts of these units in open tasks that are not waived or replaced: what a successor takes over. Oldest task first. */
export async function openPartsOf(ctx: Ctx, unitIds: readonly string[]): Promise<OpenPart[]> {
  const rows = await ctx.tx.assignment.findMany({
    where: {
      status: { not: 'replaced' },
      task: {
        status: { in: [...OPEN_TASK_STATUSES] },
        assignments: { some: { unitId: { in: [...unitIds] } } },
      },
    },
    orderBy: [{ task: { no: 'asc' } }, { dispatchedAt: 'asc' }],
    select: {
      id: true,
      taskId: true,
      unitId: true,
      part: true,
      status: true,
      dueOn: true,
      dispatchedAt: true,
      version: true,
      task: { select: { no: true, directiveId: true } },
      childAssignments: { where: { status: { not: 'replaced' } }, select: { dueOn: true } },
      childTasks: { select: { dueOn: true } },
    },
  })
  const all = rows.map(
    ({ task, childAssignments, childTasks, ...row }): Row => ({
      ...row,
      taskNo: task.no,
      directiveId: task.directiveId,
      childDueOn: latest([...childAssignments, ...childTasks].map((one) => one.dueOn)),
    }),
  )
  return all
    .filter(({ unitId, status }) => unitIds.includes(unitId) && status !== 'waived')
    .map((part) => ({
      ...part,
      pairWith: (heirId) => {
        const other = all.find(
          (one) => one.taskId === part.taskId && one.unitId === heirId && one.id !== part.id,
        )
        if (!other) return { gone: null, stays: part, childDueOn: null }
        const done = other.status === 'accepted' || other.status === 'waived'
        const stays = done && other.part !== 'lead' ? part : strongerPart(part, other)
        const gone = stays.id === part.id ? other : part
        return { gone, stays, childDueOn: gone.childDueOn }
      },
    }))
}

function latest(days: readonly (Date | null)[]): Date | null {
  return days.reduce<Date | null>((last, day) => (day && (!last || day > last) ? day : last), null)
}
