import { addWorkingDays, isWorkingDay } from '@/domain/calendar/working-days'
import type { Db } from '@/server/db'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import { loadRules, todayIn } from '@/server/load-rules'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'
import { sendNextLevel } from '@/server/urges/escalate-urges'
import { lapseSlip } from '@/server/urges/lapse-slip'
import { loadSlip } from '@/server/urges/load-slip'
import { settleUrges } from '@/server/urges/settle-urges'
import { urgeByRule, type RuleTarget } from '@/server/urges/urge-by-rule'
import type { Ctx } from '@/server/context'

const NAME = 'send-urges'
/** Urges that one transaction looks at. */
const BATCH = 200

/**
 * Urging by the clock 自动催办, on worked days: what was done since is answered by deed; unanswered slips lapse after their date and go out at
 * the next level; then each unit is urged for what the rules find. Run twice it acts once.
 */
export async function runUrging(run: { db: Db; now: Date }) {
  const { settings, calendar } = await loadRules(run.db, run.now, null)
  const today = todayIn(settings, run.now)
  const result = { settled: 0, lapsed: 0, escalated: 0, urged: 0 }
  if (!isWorkingDay(today, calendar)) return result
  const act = <I, R>(command: (ctx: Ctx, input: I) => Promise<R>, input: I) =>
    runCommand(systemActor(NAME), command, input, { name: NAME, now: run.now, db: run.db })
  const open = await run.db.urge.findMany({
    where: { status: { in: ['sent', 'lapsed'] } },
    select: { assignmentId: true },
    orderBy: { id: 'asc' },
  })
  for (let at = 0; at < open.length; at += BATCH) {
    const ids = open.slice(at, at + BATCH).map((one) => one.assignmentId)
    result.settled += await act((ctx, input: string[]) => settleUrges(ctx, input, null), ids)
  }
  const due = await run.db.urgeSlip.findMany({
    where: { status: 'sent', answerByOn: { lt: fromLocalDate(today) } },
    select: { id: true },
    orderBy: { no: 'asc' },
  })
  for (const { id } of due) if (await act(lapseSlip, { slipId: id })) result.lapsed += 1
  const { unanswered } = settings.urgeRules
  if (unanswered.on) {
    const lapsed = await run.db.urgeSlip.findMany({
      where: { status: 'lapsed', level: { lt: 3 } },
      select: { id: true, answerByOn: true },
      orderBy: { no: 'asc' },
    })
    const ripe = lapsed.filter(
      (one) => today >= addWorkingDays(toLocalDate(one.answerByOn), unanswered.workingDays, calendar),
    )
    for (const { id } of ripe) if (await act(escalateLapsed, { slipId: id })) result.escalated += 1
  }
  for (const target of await findTargets(run.db, today)) result.urged += await act(urgeByRule, target)
  return result
}

/** A slip that was answered, or escalated, since it was found is left alone. */
async function escalateLapsed(ctx: Ctx, { slipId }: { slipId: string }): Promise<boolean> {
  const loaded = await loadSlip(ctx, slipId, { lock: true })
  return loaded.slip.status === 'lapsed' && (await sendNextLevel(ctx, loaded, '', null)) !== null
}

/** Most tasks of one unit on a day's slip; the others wait for the next worked day. */
const SLIP_AT_MOST = 400

/** Units with anything that a rule might find and has not urged for, by sender: looked at closely under the locks of `urgeByRule`. */
async function findTargets(db: Db, today: string): Promise<RuleTarget[]> {
  const rows = await db.$queryRaw<
    { unit_id: string | null; sender_unit_id: string; task_ids: string[]; assignment_ids: string[] }[]
  >`
    SELECT CASE WHEN u.kind = 'external' THEN t.lead_unit_id ELSE a.unit_id END AS unit_id, COALESCE(p.unit_id, t.owner_unit_id) AS sender_unit_id,
      array_agg(DISTINCT t.id) AS task_ids, array_agg(a.id) AS assignment_ids
    FROM assignments a JOIN tasks t ON t.id = a.task_id JOIN units u ON u.id = a.unit_id
      LEFT JOIN assignments p ON p.id = a.parent_assignment_id
    WHERE t.status IN ('dispatched', 'in_progress', 'under_review')
      AND NOT EXISTS (SELECT FROM urges g WHERE g.assignment_id = a.id AND g.status = 'sent')
      AND ((a.status = 'awaiting_acknowledgement' AND a.acknowledge_due_on < ${today}::date
          AND NOT EXISTS (SELECT FROM urges g WHERE g.assignment_id = a.id AND g.rule = 'not_acknowledged' AND g.fact_on = a.acknowledge_due_on))
        OR (a.status IN ('acknowledged', 'in_progress') AND (
          (a.due_on <= ${today}::date + 45 AND NOT EXISTS (SELECT FROM urges g WHERE g.assignment_id = a.id AND g.fact_on = a.due_on
            AND g.rule = CASE WHEN a.due_on < ${today}::date THEN 'overdue' ELSE 'due_soon' END::"UrgeRule"))
          OR (a.light_facts ->> 'missedPeriods')::int > 0 OR (a.light_facts -> 'reportDuesAhead' ->> 0)::date < ${today}::date)))
    GROUP BY 1, 2 ORDER BY 2, 1`
  return rows.flatMap(({ unit_id, sender_unit_id, task_ids, assignment_ids }) =>
    unit_id
      ? [
          {
            unitId: unit_id,
            senderUnitId: sender_unit_id,
            taskIds: task_ids.slice(0, SLIP_AT_MOST),
            assignmentIds: assignment_ids,
          },
        ]
      : [],
  )
}
