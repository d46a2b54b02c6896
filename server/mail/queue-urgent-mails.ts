import type { JobRun } from '@/server/jobs/timed-jobs'
import { todayIn, loadRules } from '@/server/load-rules'
import { mailSettings } from '@/server/mail/mail-settings'

/** Dispatches older than this are told by the next digest. */
const HOURS = 24

/**
 * Writes down one mail for each person of a unit to which tasks of an extra urgent directive were dispatched, however many; one a dispatch.
 * Counts come from the notices of the dispatch. Run again it adds nobody twice. Answers how many were written.
 */
export async function queueUrgentMails({ db, now }: JobRun): Promise<number> {
  if (!mailSettings()) return 0
  const { settings } = await loadRules(db, now)
  const today = todayIn(settings, now)
  const since = new Date(now.getTime() - HOURS * 3_600_000)
  return db.$executeRaw`
    INSERT INTO mail_outbox (id, dedupe_key, person_id, kind, count, created_at, next_try_at)
    SELECT gen_random_uuid(), 'urgent:' || p.id || ':' || d.id || ':' || extract(epoch FROM n.created_at), p.id, 'urgent',
      sum(COALESCE((n.params ->> 'count')::int, 1)), ${now}, ${now}
    FROM notifications n LEFT JOIN tasks t ON t.id = n.task_id JOIN directives d ON d.id = COALESCE(n.directive_id, t.directive_id)
      JOIN LATERAL (SELECT DISTINCT q.id FROM role_grants g JOIN people q ON q.id = g.person_id
        WHERE g.unit_id = n.unit_id AND g.role IN ('unit_head', 'liaison') AND g.valid_from_on <= ${today}::date
          AND (g.valid_to_on IS NULL OR g.valid_to_on >= ${today}::date)
          AND q.status = 'active' AND q.mail_on AND q.email IS NOT NULL) p ON TRUE
    WHERE n.event IN ('task.dispatched', 'assignment.dispatched') AND d.urgency = 'extra_urgent' AND n.created_at > ${since} AND n.created_at <= ${now}
    GROUP BY p.id, d.id, n.created_at
    ON CONFLICT (dedupe_key) DO NOTHING`
}
