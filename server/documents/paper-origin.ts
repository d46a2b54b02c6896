import type { Ctx } from '@/server/context'

/** What stands at the head of every paper of a task: the unit that watches over it and the handling mark of its directive. The task must exist. */
export async function paperOrigin(ctx: Ctx, taskId: string) {
  const { ownerUnit, directive } = await ctx.tx.task.findUniqueOrThrow({
    where: { id: taskId },
    select: {
      ownerUnit: { select: { name: true, nameEn: true } },
      directive: { select: { marking: true } },
    },
  })
  return { owner: ownerUnit, marking: directive.marking }
}
