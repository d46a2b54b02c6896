import type { DraftDiff, DraftRows } from '@/domain/directives/draft/diff'
import type { DraftPart, DraftProvision, DraftTask } from '@/domain/directives/draft/model'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, fromLocalDateOrNull } from '@/server/dates'
import { refreshTasks } from '@/server/tasks/refresh-task'
import type { PlaceKey } from './place'

type Where = PlaceKey & { ownerUnitId: string }

/**
 * Writes a diff: rows gone, rows changed (version + 1), rows new. Links and parts of a changed task are written anew,
 * since the partial uniques of chosen parts do not wait for the commit. Returns the rows as they now stand.
 */
export async function persistDraft(ctx: Ctx, diff: DraftDiff, where: Where): Promise<DraftRows> {
  const { tx } = ctx
  const stays = <T extends { id: string }>(rows: readonly T[]) => new Set(rows.map((row) => row.id))
  const [keptTasks, keptProvisions] = [stays(diff.after.tasks), stays(diff.after.provisions)]
  const taskIds = diff.before.tasks.map((task) => task.id)
  await tx.taskProvision.deleteMany({ where: { taskId: { in: taskIds } } })
  await tx.taskDraftPart.deleteMany({ where: { taskId: { in: taskIds } } })
  // Of a draft nothing was reported or reached yet: its plan is written anew like its parts.
  await tx.milestone.deleteMany({ where: { taskId: { in: taskIds }, droppedReason: null } })
  await tx.indicator.deleteMany({ where: { taskId: { in: taskIds }, droppedReason: null } })
  const goneTasks = taskIds.filter((id) => !keptTasks.has(id))
  if (goneTasks.length > 0) await tx.task.deleteMany({ where: { id: { in: goneTasks } } })
  const goneProvisions = diff.before.provisions.map((one) => one.id).filter((id) => !keptProvisions.has(id))
  if (goneProvisions.length > 0) await tx.provision.deleteMany({ where: { id: { in: goneProvisions } } })

  const provisions = await writeProvisions(ctx, diff, where.directiveId)
  const tasks: DraftTask[] = []
  const known = stays(diff.before.tasks)
  for (const task of diff.after.tasks) {
    const data = columnsOf(task)
    const row = known.has(task.id)
      ? await tx.task.update({
          where: { id: task.id },
          data: { ...data, version: { increment: 1 } },
          select: { no: true, version: true },
        })
      : await tx.task.create({
          data: { ...data, ...newTask(ctx, task, where) },
          select: { no: true, version: true },
        })
    tasks.push({ ...task, ...row })
  }
  await tx.taskProvision.createMany({
    data: diff.after.tasks.flatMap((task) =>
      task.provisionIds.map((provisionId) => ({ taskId: task.id, provisionId })),
    ),
  })
  await tx.taskDraftPart.createMany({
    data: diff.after.tasks.flatMap((task) => task.parts.map((part) => partRow(task.id, part))),
  })
  await writePlans(ctx, diff.after.tasks)
  await refreshTasks(
    ctx,
    tasks.map((task) => task.id),
  )
  return { tasks, provisions }
}

async function writeProvisions(ctx: Ctx, diff: DraftDiff, directiveId: string): Promise<DraftProvision[]> {
  const before = new Map(diff.before.provisions.map((one) => [one.id, one]))
  const written: DraftProvision[] = []
  for (const one of diff.after.provisions) {
    const old = before.get(one.id)
    const said = one.confirmed
      ? { confirmedAt: ctx.now, confirmedById: ctx.actor.personId }
      : { confirmedAt: null, confirmedById: null }
    const data = {
      start: one.start,
      end: one.end,
      class: one.class,
      reason: one.reason,
      // Who confirmed the class first stays, unless the class itself changed.
      ...(old && old.confirmed === one.confirmed && old.class === one.class ? {} : said),
    }
    const { version } = old
      ? await ctx.tx.provision.update({
          where: { id: one.id },
          data: { ...data, version: { increment: 1 } },
          select: { version: true },
        })
      : await ctx.tx.provision.create({
          data: { ...data, id: one.id, directiveId, path: [...one.path], version: one.version },
          select: { version: true },
        })
    written.push({ ...one, version })
  }
  return written
}

/** A task put back by undo keeps its number and goes on from the version it had. */
function newTask(ctx: Ctx, task: DraftTask, { directiveId, assignmentId, ownerUnitId }: Where) {
  return {
    id: task.id,
    directiveId,
    ownerUnitId,
    parentAssignmentId: assignmentId,
    officeOwned: assignmentId === null,
    ...(task.no > 0 ? { no: task.no } : {}),
    createdById: ctx.actor.personId ?? '',
    createdAt: ctx.now,
    version: task.version,
  }
}

function columnsOf(task: DraftTask) {
  return {
    title: task.title,
    expectedResult: task.expectedResult,
    remark: task.remark,
    groupTitle: task.groupTitle,
    kind: task.kind,
    cycle: task.cycle,
    cycleDay: task.cycle === null ? null : (task.cycleDay ?? null),
    dueOn: fromLocalDateOrNull(task.dueOn),
    dueBasis: task.dueBasis,
    dueBasisText: task.dueBasisText,
    responsibleLeaderId: task.responsibleLeaderId,
    responsiblePersonId: task.responsiblePersonId,
    whole: task.whole,
    cascade: task.cascade,
    status: task.status,
    draftState: task.draftState,
    reasons: [...task.reasons],
    closeReason: task.closeReason,
    sort: task.sort,
  }
}

function partRow(taskId: string, part: DraftPart) {
  return { ...part, taskId, reason: part.reason ?? Prisma.DbNull }
}

/** A milestone of a draft has no first date yet: its dates move together until it goes out. */
async function writePlans({ tx }: Ctx, tasks: readonly DraftTask[]): Promise<void> {
  await tx.milestone.createMany({
    data: tasks.flatMap(({ id: taskId, milestones }) =>
      milestones.map(({ dueOn, ...one }, sort) => {
        return { ...one, taskId, sort, dueOn: fromLocalDate(dueOn), originalDueOn: fromLocalDate(dueOn) }
      }),
    ),
  })
  await tx.indicator.createMany({
    data: tasks.flatMap(({ id: taskId, indicators }) =>
      indicators.map((one, sort) => ({ ...one, taskId, sort: sort + 1 })),
    ),
  })
}
