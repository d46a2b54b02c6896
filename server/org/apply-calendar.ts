import type { WorkingCalendar } from '@/domain/calendar/working-days'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import type { Grant } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'
import { movedLimits } from '@/server/org/calendar-effect'
import { turnLights } from '@/server/org/turn-lights'
import { failConflict } from '@/server/errors'
import { loadRules } from '@/server/load-rules'

/** The id under which the record keeps changes of the calendar. */
export const CALENDAR_ID = '00000000-0000-0000-0000-000000000002'

/** The context with the calendar read anew, one change at a time; throws conflict where the year's version is another (0: not published). */
export async function openCalendar(ctx: Ctx, year: number, version: number): Promise<Ctx> {
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('luoshi.calendar'))`
  const row = await ctx.tx.calendarYear.findUnique({ where: { year }, select: { version: true } })
  if ((row?.version ?? 0) !== version) {
    const last = await ctx.tx.auditEntry.findFirst({
      where: { entityId: CALENDAR_ID },
      orderBy: { id: 'desc' },
      select: { actorName: true, at: true },
    })
    failConflict({
      ...(last ? { by: last.actorName, at: last.at.toISOString() } : {}),
      version: row?.version ?? 0,
    })
  }
  const { calendar } = await loadRules(ctx.tx, ctx.now, null)
  return { ...ctx, calendar }
}

type Change = {
  year: number
  next: WorkingCalendar
  before: AuditValues
  after: AuditValues
  as: Grant | null
}

/** After the rows were written: moves the limits that wait, turns the lights, records. `ctx` holds the calendar as it was. */
export async function applyCalendar(
  ctx: Ctx,
  { year, next, before, after, as }: Change,
): Promise<{ limits: number }> {
  const limits = await movedLimits(ctx, next)
  await ctx.tx.$executeRaw`
    UPDATE assignments a SET acknowledge_due_on = v.acknowledge, refuse_due_on = v.refuse
    FROM jsonb_to_recordset(${JSON.stringify(limits)}::jsonb) AS v(id uuid, acknowledge date, refuse date) WHERE a.id = v.id`
  await turnLights(ctx, { settings: ctx.settings, calendar: next })
  await recordAudit(ctx, {
    event: 'calendar.changed',
    as,
    entity: 'calendar',
    entityId: CALENDAR_ID,
    before: { year, ...before },
    after: { year, ...after, limitsMoved: limits.length },
  })
  return { limits: limits.length }
}
