import type { Ctx } from '@/server/context'
import { listIndicators } from '@/server/indicators/list-indicators'
import { listMilestones } from '@/server/milestones/list-milestones'
import { listRegisters, mayPlan } from '@/server/registers/get-register'
import { findReadableTask } from '@/server/tasks/get-task'
import { loadTask } from '@/server/tasks/load-task'

/** Milestones, registers and indicators of a task for its page. All parts of it are loaded only where something counts them. Throws not_found. */
export async function readKept(ctx: Ctx, no: number) {
  const near = await findReadableTask(ctx, no)
  const milestones = await listMilestones(ctx, near)
  const { registers, indicators } = await ctx.tx.task.findUniqueOrThrow({
    where: { id: near.id },
    select: {
      registers: { take: 1, select: { id: true } },
      indicators: { take: 1, where: { droppedReason: null }, select: { id: true } },
    },
  })
  const counted = registers.length + indicators.length > 0
  const task = counted ? await loadTask(ctx, near.id) : null
  return {
    milestones,
    registers: task ? await listRegisters(ctx, task) : [],
    indicators: task ? await listIndicators(ctx, task) : [],
    mayPlan: mayPlan(ctx, near),
    mayKeepRegisters: near.dispatchedAt !== null && mayPlan(ctx, near),
  }
}

export type TaskKept = Awaited<ReturnType<typeof readKept>>
