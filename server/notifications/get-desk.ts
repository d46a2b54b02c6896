import type { LocalDate } from '@/domain/calendar/local-date'
import { lastLook, sinceChoice, sinceDays } from '@/domain/notifications/since-point'
import { parseLedgerFilter } from '@/domain/tasks/ledger-filter'
import type { Ctx } from '@/server/context'
import { startOfDay, toLocalDateOrNull } from '@/server/dates'
import { listMilestonesSoon } from '@/server/milestones/list-milestones'
import { listBesideRisks } from '@/server/notifications/beside-risks'
import { listChanges, summariseChanges } from '@/server/notifications/list-changes'
import { listDoneToday } from '@/server/notifications/list-done-today'
import { DUTIES_PAGE, listDuties } from '@/server/notifications/list-duties'
import { listRisks } from '@/server/notifications/list-risks'
import { readLooks } from '@/server/notifications/mark-desk-seen'
import { readWatch } from '@/server/notifications/read-watch'
import { adminCounts, sumOfCounts } from '@/server/org/admin-counts'
import { readSnapshot } from '@/server/snapshot'
import { filterSql, ledgerSource } from '@/server/tasks/ledger-sql'

/** Rows of each block before 全部. */
export const DESK_ROWS = 5

/** What 上次以来 compares with now, and what the choices beside it would. */
export async function readSincePoint(ctx: Ctx, asked: string | undefined) {
  const last = lastLook(await readLooks(ctx), ctx.now)
  const { choice, on } = sinceChoice(asked, last, ctx.today)
  const days = sinceDays(ctx.today, ctx.calendar)
  const at = (day: LocalDate) => startOfDay(day, ctx.settings.zone)
  const point = {
    last: last ?? at(days.workday),
    workday: at(days.workday),
    week: at(days.week),
    date: at(on ?? ctx.today),
  }[choice]
  return { choice, on, days, last: last?.toISOString() ?? null, at: point }
}

export type SincePoint = Awaited<ReturnType<typeof readSincePoint>>

/** The desk: what is to be done, what is at risk, what changed, what was done today; each figure as of the same moment as its rows. */
export async function getDesk(ctx: Ctx, { since }: { since?: string }) {
  return readSnapshot(ctx, async (now) => {
    const duties = await listDuties(now, { limit: DESK_ROWS })
    const admin = await adminCounts(now)
    const risks = await listRisks(now, DESK_ROWS)
    const point = await readSincePoint(now, since)
    return {
      duties,
      admin,
      total: duties.total + sumOfCounts(admin),
      watch: await readWatch(now),
      nextDueOn: duties.total === 0 ? await findNextDue(now) : null,
      risks,
      beside: await listBesideRisks(now),
      milestones: await listMilestonesSoon(now),
      point,
      changes: await summariseChanges(now, point.at, DESK_ROWS),
      done: await listDoneToday(now),
    }
  })
}

export type Desk = Awaited<ReturnType<typeof getDesk>>

/** 全部 n 项: a page of all duties. */
export async function getAllDuties(ctx: Ctx, after: string | undefined) {
  return listDuties(ctx, { limit: DUTIES_PAGE, after })
}

/** 全部 n 处: a page of all changes since the point asked for. */
export async function getAllChanges(
  ctx: Ctx,
  { since, event, before }: { since?: string; event?: string; before?: string },
) {
  return readSnapshot(ctx, async (now) => {
    const point = await readSincePoint(now, since)
    return { point, ...(await listChanges(now, point.at, { event, before })) }
  })
}

/** The nearest date to come among the open tasks that the person reads; null where none has one. */
async function findNextDue(ctx: Ctx): Promise<LocalDate | null> {
  const { from, rule } = ledgerSource(ctx)
  const open = filterSql(ctx, parseLedgerFilter({ view: 'open' }))
  const rows = await ctx.tx.$queryRaw<{ due_on: Date | null }[]>`
    SELECT min(t.due_on) AS due_on FROM ${from} WHERE ${rule} AND ${open} AND t.due_on >= ${ctx.today}::date`
  return toLocalDateOrNull(rows[0]?.due_on ?? null)
}
