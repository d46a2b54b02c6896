import type { Ctx } from '@/server/context'

/** One notice: to a unit's people or to one person, of a task or a directive. */
export type Notice = {
  event: string
  params?: Record<string, string | number>
  taskId?: string | null
  directiveId?: string | null
} & ({ unitId: string; personId?: undefined } | { personId: string; unitId?: undefined })

/** Tells a unit's people, or one person, of a transition, in the command's own transaction. */
export async function notify(ctx: Ctx, ...notices: Notice[]): Promise<void> {
  if (notices.length === 0) return
  await ctx.tx.notification.createMany({
    data: notices.map((notice) => ({
      unitId: notice.unitId ?? null,
      personId: notice.personId ?? null,
      event: notice.event,
      params: notice.params ?? {},
      taskId: notice.taskId ?? null,
      directiveId: notice.directiveId ?? null,
      byName: ctx.actor.name,
      createdAt: ctx.now,
    })),
  })
}
