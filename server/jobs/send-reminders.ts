import type { LocalDate } from '@/domain/calendar/local-date'
import { isWorkingDay } from '@/domain/calendar/working-days'
import { reminderOn, type Reminder } from '@/domain/notifications/reminders'
import type { Ctx } from '@/server/context'
import type { Db } from '@/server/db'
import { startOfDay, toLocalDate } from '@/server/dates'
import { loadRules, todayIn } from '@/server/load-rules'
import { notify } from '@/server/notifications/notify'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

const NAME = 'send-reminders'

type Due = { unit_id: string; task_id: string; no: number; title: string; due_on: Date; urge_open: boolean }
type Told = { reminder: Reminder; due: Due; dueOn: LocalDate }

/**
 * 到期提醒 on worked days: to each unit at most one notice a kind and day, however many dates: so many working days before a due date or a
 * periodic report, on the day, and after it. What is urged for is not reminded of as well. Run twice it tells once.
 */
export async function sendReminders(run: { db: Db; now: Date }) {
  const { settings, calendar } = await loadRules(run.db, run.now, null)
  const today = todayIn(settings, run.now)
  if (!isWorkingDay(today, calendar)) return { told: 0 }
  const dues = await run.db.$queryRaw<Due[]>`
    SELECT CASE WHEN u.kind = 'external' THEN t.lead_unit_id ELSE a.unit_id END AS unit_id, t.id AS task_id, t.no, t.title, x.due_on,
      EXISTS (SELECT FROM urges g WHERE g.assignment_id = a.id AND g.status = 'sent') AS urge_open
    FROM assignments a JOIN tasks t ON t.id = a.task_id JOIN units u ON u.id = a.unit_id
      CROSS JOIN LATERAL (SELECT LEAST(a.due_on, (a.light_facts -> 'reportDuesAhead' ->> 0)::date) AS due_on) x
    WHERE t.status IN ('dispatched', 'in_progress', 'under_review') AND a.status IN ('awaiting_acknowledgement', 'acknowledged', 'in_progress')
      AND x.due_on <= ${today}::date + 45
      AND NOT EXISTS (SELECT FROM reports r WHERE r.assignment_id = a.id AND r.status = 'submitted')
    ORDER BY x.due_on, t.no`
  const told = dues.flatMap((due): Told[] => {
    const dueOn = toLocalDate(due.due_on)
    const reminder = due.urge_open || !due.unit_id ? null : reminderOn(dueOn, settings, calendar, today)
    return reminder ? [{ reminder, due, dueOn }] : []
  })
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    const key = `${one.due.unit_id} ${one.reminder.code}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  let count = 0
  for (const group of groups.values()) {
    const meta = { name: NAME, now: run.now, db: run.db }
    if (await runCommand(systemActor(NAME), remindUnit, group, meta)) count += 1
  }
  return { told: count }
}

/** One notice of its kind a unit and day; false where it was told already. */
async function remindUnit(ctx: Ctx, group: Told[]): Promise<boolean> {
  const [first] = group
  if (!first) return false
  const { reminder, due, dueOn } = first
  await ctx.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`${reminder.code} ${due.unit_id}`}))::text`
  const since = startOfDay(ctx.today, ctx.settings.zone)
  const before = await ctx.tx.notification.count({
    where: { unitId: due.unit_id, event: reminder.code, createdAt: { gte: since } },
  })
  if (before > 0) return false
  await notify(ctx, {
    unitId: due.unit_id,
    event: reminder.code,
    params: {
      count: group.length,
      workingDays: reminder.params.workingDays,
      dueOn,
      no: due.no,
      title: due.title,
    },
    taskId: group.length === 1 ? due.task_id : undefined,
  })
  return true
}
