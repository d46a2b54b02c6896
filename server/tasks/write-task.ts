import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { assertWritten } from '@/server/versions'

type Versioned = { id: string; version: number }

/** Writes a task by compare-and-set on its version. Throws conflict where somebody wrote it first. */
export async function writeTask(ctx: Ctx, task: Versioned, data: Prisma.TaskUncheckedUpdateManyInput) {
  const written = await ctx.tx.task.updateMany({
    where: { id: task.id, version: task.version },
    data: { ...data, version: { increment: 1 } },
  })
  await assertWritten(ctx, task.id, written)
}

/** Writes an assignment by compare-and-set on its version; its task's version stays. Throws conflict. */
export async function writeAssignment(
  ctx: Ctx,
  assignment: Versioned,
  data: Prisma.AssignmentUncheckedUpdateManyInput,
) {
  const written = await ctx.tx.assignment.updateMany({
    where: { id: assignment.id, version: assignment.version },
    data: { ...data, version: { increment: 1 } },
  })
  await assertWritten(ctx, assignment.id, written)
}

/** An assignment whose report waits for its review is neither waived nor given away: the report is answered first. */
export async function assertNoReportAwaits(ctx: Ctx, assignmentId: string): Promise<void> {
  const waiting = await ctx.tx.report.findFirst({
    where: { assignmentId, status: 'submitted' },
    select: { seq: true },
  })
  if (waiting) failRefused('task.report_awaits_review', { seq: waiting.seq })
}
