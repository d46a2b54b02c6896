import type { Ctx } from '@/server/context'
import { settingsEffect } from '@/server/org/settings-effect'
import { refreshTasks } from '@/server/tasks/refresh-task'

const AT_ONCE = 2_000
const BATCH = 500

/**
 * Turns the lights that other thresholds or another calendar turn: up to 2,000 tasks here, all others by the minute's job,
 * which also works out anew when each changes next. `ctx` holds the rules as they were.
 */
export async function turnLights(ctx: Ctx, next: Pick<Ctx, 'settings' | 'calendar'>): Promise<void> {
  const { taskIds } = await settingsEffect(ctx, next.settings, next.calendar)
  await ctx.tx.$executeRaw`
    UPDATE tasks SET light_next_change_on = ${ctx.today}::date WHERE light IN ('ok', 'risk', 'off')`
  await ctx.tx.$executeRaw`
    UPDATE assignments SET light_next_change_on = ${ctx.today}::date WHERE light IN ('ok', 'risk', 'off')`
  const now = taskIds.slice(0, AT_ONCE)
  for (let at = 0; at < now.length; at += BATCH) {
    await refreshTasks({ ...ctx, ...next }, now.slice(at, at + BATCH))
  }
}
