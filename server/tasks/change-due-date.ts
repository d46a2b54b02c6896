import { z } from 'zod'
import type { LocalDate } from '@/domain/calendar/local-date'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import { invalid } from '@/domain/errors'
import { isOpenAssignment } from '@/domain/tasks/assignment-lifecycle'
import { missingForDueChange } from '@/domain/tasks/closing-guards'
import { followingDates, type DatedTask, type MovedDate } from '@/domain/tasks/due-change'
import { isOpenTask } from '@/domain/tasks/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { tellUnits } from '@/server/tasks/change-status'
import { lockAbove, lockBelow } from '@/server/tasks/handed-down'
import { loadTask, type LoadedTask } from '@/server/tasks/load-task'
import { openTask } from '@/server/tasks/open-for-act'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { taskReasonSchema } from '@/server/tasks/task-reason'
import { writeDates } from '@/server/tasks/write-dates'

/** The new date as typed (7-31, 7月底, +10wd), and why. */
export const changeDueDateSchema = taskReasonSchema.extend({
  dueOn: z.string().trim().min(1, 'date.empty').max(40, 'date.unreadable'),
})

/**
 * 改时限 by a leader's decision, with the reason: parts that went by the task's date go with it, whatever below would be due later is drawn in.
 * The first date stays; no extension is counted. Refused before dispatch, once closed, and for a date past or after the assignment above.
 */
export async function changeDueDate(
  ctx: Ctx,
  input: z.output<typeof changeDueDateSchema>,
): Promise<{ taskNo: number }> {
  const parent = await lockAbove(ctx, input.taskId)
  const { task, as } = await openTask(ctx, input, 'task.change_due')
  if (task.dispatchedAt === null || !isOpenTask(task.status))
    failRefused('task.cannot_change_due', { status: task.status })
  const to = readDate(ctx, input.dueOn)
  const dueOn = toLocalDateOrNull(task.dueOn)
  const parentDueOn = toLocalDateOrNull(parent?.dueOn ?? null)
  const [missing] = missingForDueChange({ kind: task.kind, dueOn, to, today: ctx.today, parentDueOn })
  if (missing) failRefused(missing.code, missing.params)

  const belowIds = await lockBelow(ctx, task.id)
  const below: LoadedTask[] = []
  for (const id of belowIds) below.push(await loadTask(ctx, id))
  const moved = followingDates(asDated(task), below.map(asDated), to)
  await writeDates(ctx, moved, dueOn !== null && to > dueOn ? 'later' : 'earlier')
  const { reason } = input
  for (const one of [task, ...below]) {
    const found = moved.find((date) => date.of === 'task' && date.id === one.id)
    const parts = moved.filter((date) => one.assignments.some((part) => part.id === date.id))
    if (!found && parts.length === 0) continue
    await record(ctx, { task: one, to: found?.to ?? null, parts, as, reason })
  }
  await refreshTasks(ctx, [task.id, ...belowIds])
  return { taskNo: task.no }
}

function readDate(ctx: Ctx, typed: string): LocalDate {
  const read = parseTypedDate(typed, ctx.today, ctx.calendar)
  if ('error' in read) throw invalid([{ path: 'dueOn', code: read.error }])
  return read.date
}

function asDated(task: LoadedTask): DatedTask {
  return {
    id: task.id,
    dueOn: toLocalDateOrNull(task.dueOn),
    open: isOpenTask(task.status) && task.kind !== 'ongoing',
    parentPartId: task.parentAssignmentId,
    parts: task.assignments.map(({ id, dueOn, status, parentAssignmentId }) => ({
      id,
      dueOn: toLocalDateOrNull(dueOn),
      open: isOpenAssignment(status),
      parentId: parentAssignmentId,
    })),
  }
}

type Recorded = {
  task: LoadedTask
  to: LocalDate | null
  parts: readonly MovedDate[]
  as: Awaited<ReturnType<typeof openTask>>['as']
  reason: string
}

async function record(ctx: Ctx, { task, to, parts, as, reason }: Recorded) {
  const dueOn = toLocalDateOrNull(task.dueOn)
  await recordAudit(ctx, {
    event: 'task.due_date_changed',
    as,
    entity: 'task',
    entityId: task.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { dueOn },
    after: { dueOn: to ?? dueOn, reason, parts: parts.length },
  })
  await tellUnits(ctx, task, 'task.due_date_changed', { reason, on: to ?? dueOn ?? '' })
}
