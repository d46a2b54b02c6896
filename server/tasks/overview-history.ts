import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { noFigures } from '@/domain/tasks/light-history'
import type { LightFigures, OverviewLight } from '@/domain/tasks/overview-lights'
import type { OverviewView } from '@/domain/tasks/overview-view'
import type { Ctx } from '@/server/context'
import { countLightsOn, lightSeries, lightsOn } from '@/server/tasks/light-history'

/** Weeks that the small multiples show. */
export const OVERVIEW_WEEKS = 12
/** How long ago the second bar is. */
const EARLIER_DAYS = 28

/** How things stood: four weeks ago, on the day compared with, and week by week of each directive or unit (by number or code). */
export type OverviewHistory = {
  earlier: { on: LocalDate; figures: LightFigures }
  since: { on: LocalDate; figures: LightFigures }
  mondays: readonly LocalDate[]
  weeks: ReadonlyMap<string, readonly LightFigures[]>
}

/** The history beside the overview's figures, counted by the same rule (server/tasks/light-history.ts). */
export async function readOverviewHistory(ctx: Ctx, { by, since }: OverviewView): Promise<OverviewHistory> {
  const earlier = addDays(ctx.today, -EARLIER_DAYS)
  const days = [earlier, since].sort()
  const [all] = await countLightsOn(ctx, days)
  const { mondays, series } = await lightSeries(ctx, OVERVIEW_WEEKS, by)
  const figuresOn = (day: LocalDate) => all?.on[days.indexOf(day)] ?? noFigures()
  return {
    earlier: { on: earlier, figures: figuresOn(earlier) },
    since: { on: since, figures: figuresOn(since) },
    mondays,
    weeks: new Map(series.map((one) => [one.key, one.on])),
  }
}

/** How a task's light moved since the day compared with; `new`: it had not gone out. */
export type LightChange = { code: 'same' | 'new' } | { code: 'was'; light: OverviewLight }

/** Of these tasks, how each light moved since a day. */
export async function readChanges(
  ctx: Ctx,
  since: LocalDate,
  rows: readonly { id: string; light: { name: string } | null }[],
): Promise<ReadonlyMap<string, LightChange>> {
  const stood = await lightsOn(
    ctx,
    since,
    rows.map((row) => row.id),
  )
  const changeOf = (id: string, now: string | undefined): LightChange => {
    const was = stood.get(id)
    if (!was) return { code: 'new' }
    return was.light === null || was.light === now ? { code: 'same' } : { code: 'was', light: was.light }
  }
  return new Map(rows.map(({ id, light }) => [id, changeOf(id, light?.name)]))
}
