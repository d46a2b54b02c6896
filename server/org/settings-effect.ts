import type { WorkingCalendar } from '@/domain/calendar/working-days'
import type { Settings } from '@/domain/settings'
import { lightOf, type Light, type LightFacts } from '@/domain/tasks/light'
import type { Ctx } from '@/server/context'

/** How many open tasks of the office would turn from one light to another today. */
export type LightTurn = { from: Light; to: Light; count: number }

/** What other thresholds, or another calendar, would do today: the turns, the commonest first, and which tasks they are. */
export async function settingsEffect(
  ctx: Ctx,
  next: Settings,
  calendar: WorkingCalendar = ctx.calendar,
): Promise<{ turns: LightTurn[]; taskIds: string[] }> {
  // Grey and blue follow from acknowledgement and completion alone; no threshold moves them.
  const rows = await ctx.tx.$queryRaw<{ id: string; office_owned: boolean; facts: LightFacts }[]>`
    SELECT id, office_owned, light_facts AS facts FROM tasks WHERE light IN ('ok', 'risk', 'off') AND light_facts IS NOT NULL`
  const counts = new Map<string, LightTurn>()
  const taskIds: string[] = []
  for (const { id, office_owned, facts } of rows) {
    const from = lightOf(facts, ctx.settings, ctx.calendar, ctx.today).light
    const to = lightOf(facts, next, calendar, ctx.today).light
    if (from === to || from === null || to === null) continue
    taskIds.push(id)
    if (!office_owned) continue
    const key = `${from}-${to}`
    const turn = counts.get(key) ?? { from, to, count: 0 }
    counts.set(key, { ...turn, count: turn.count + 1 })
  }
  return { turns: [...counts.values()].sort((a, b) => b.count - a.count), taskIds }
}
