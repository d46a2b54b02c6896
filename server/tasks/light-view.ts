import { lightOf, type LightFacts, type LightView } from '@/domain/tasks/light'
import type { Ctx } from '@/server/context'

/** The light of a row from its kept facts, as of today: the same rule that the kept column was written by. Null facts: none. */
export function lightViewOf(
  ctx: Pick<Ctx, 'settings' | 'calendar' | 'today'>,
  row: { lightFacts: unknown },
): LightView | null {
  if (!row.lightFacts) return null
  return lightOf(row.lightFacts as LightFacts, ctx.settings, ctx.calendar, ctx.today)
}
