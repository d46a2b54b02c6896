// Every rule of the domain that a row could break, as a query that finds the rows which do. Each title is the rule.
import type { Db } from '@/server/db'

type Invariant = { rule: string; breaks: (db: Db) => Promise<unknown[]> }

/** All of them; an empty answer means that the rule holds. */
export const INVARIANTS: readonly Invariant[] = [
  {
    rule: 'a task that went out has exactly one active lead',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t
      WHERE t.status IN ('dispatched', 'in_progress', 'under_review', 'completed', 'struck_off', 'archived', 'suspended')
        AND (SELECT count(*) FROM assignments a WHERE a.task_id = t.id AND a.part = 'lead' AND a.status <> 'replaced') <> 1`,
  },
  {
    rule: 'a completed task has nothing open: every assignment is accepted or waived, no child task is open',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t WHERE t.status IN ('completed', 'struck_off', 'archived') AND (
        EXISTS (SELECT FROM assignments a WHERE a.task_id = t.id AND a.status NOT IN ('accepted', 'waived', 'replaced'))
        OR EXISTS (SELECT FROM tasks c JOIN assignments p ON p.id = c.parent_assignment_id WHERE p.task_id = t.id
          AND c.status NOT IN ('declined', 'completed', 'struck_off', 'terminated', 'archived')))`,
  },
  {
    rule: 'a task under review or beyond has evidence and a conclusion',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t WHERE t.status IN ('under_review', 'completed', 'struck_off', 'archived') AND (
        COALESCE(t.conclusion, '') = '' OR NOT EXISTS (SELECT FROM report_evidence e JOIN reports r ON r.id = e.report_id
          JOIN assignments a ON a.id = r.assignment_id WHERE a.task_id = t.id))`,
  },
  {
    rule: 'a task under review has every assignment accepted, reported done or waived',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t JOIN assignments a ON a.task_id = t.id AND a.parent_assignment_id IS NULL
      WHERE t.status = 'under_review' AND a.status NOT IN ('accepted', 'reported_done', 'waived', 'replaced')`,
  },
  {
    rule: 'a task in progress was acknowledged by its lead, now or before it was given to another',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t WHERE t.status IN ('in_progress', 'under_review', 'completed', 'struck_off')
        AND NOT EXISTS (SELECT FROM assignments a WHERE a.task_id = t.id AND a.part = 'lead' AND a.acknowledged_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM assignments a WHERE a.task_id = t.id AND a.refused_at IS NOT NULL)`,
  },
  {
    rule: 'nobody reviewed a report that they wrote, signed off or submitted',
    breaks: (db) => db.$queryRaw`
      SELECT r.id FROM reviews v JOIN reports r ON r.id = v.report_id
      WHERE v.reviewer_id IN (r.written_by_id, r.signed_off_by_id, r.submitted_by_id)`,
  },
  {
    rule: 'a report is accepted or returned by a review that says so, with a verified figure and its basis',
    breaks: (db) => db.$queryRaw`
      SELECT r.id FROM reports r LEFT JOIN LATERAL (SELECT * FROM reviews v WHERE v.report_id = r.id
        ORDER BY v.reviewed_at DESC, v.id DESC LIMIT 1) v ON true
      WHERE (r.status = 'accepted' AND v.decision IS DISTINCT FROM 'accept')
        OR (r.status = 'returned' AND v.decision IS DISTINCT FROM 'return')`,
  },
  {
    rule: 'only a completion report moves its assignment: reported done means one waits, accepted means one was accepted',
    breaks: (db) => db.$queryRaw`
      SELECT a.id FROM assignments a WHERE
        (a.status = 'reported_done' AND NOT EXISTS (SELECT FROM reports r WHERE r.assignment_id = a.id AND r.kind = 'completion' AND r.status = 'submitted'))
        OR (a.status = 'accepted' AND NOT EXISTS (SELECT FROM reports r WHERE r.assignment_id = a.id AND r.kind = 'completion' AND r.status = 'accepted'))`,
  },
  {
    rule: 'an assignment is not due after its parent',
    breaks: (db) => db.$queryRaw`
      SELECT a.id FROM assignments a JOIN assignments p ON p.id = a.parent_assignment_id WHERE a.due_on > p.due_on`,
  },
  {
    rule: 'a handed-down task belongs to a unit and hangs on an assignment; the office’s own does not',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t JOIN units u ON u.id = t.owner_unit_id WHERE t.office_owned <> (t.parent_assignment_id IS NULL)
        OR (t.office_owned AND u.kind <> 'office')`,
  },
  {
    rule: 'a suspended or terminated task has no light, nor has any assignment of it',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t WHERE t.status IN ('suspended', 'terminated') AND (t.light IS NOT NULL
        OR EXISTS (SELECT FROM assignments a WHERE a.task_id = t.id AND a.light IS NOT NULL AND a.status NOT IN ('accepted', 'waived', 'replaced')))`,
  },
  {
    rule: 'a completed light marks lateness where the task was completed after its date',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t WHERE t.status IN ('completed', 'struck_off', 'archived') AND t.kind <> 'ongoing'
        AND t.completed_late <> (t.completed_on > t.due_on)`,
  },
  {
    rule: 'what is overdue, or was, is marked for ever',
    breaks: (db) => db.$queryRaw`
      SELECT a.id FROM assignments a JOIN tasks t ON t.id = a.task_id WHERE NOT a.ever_overdue AND a.light = 'off'
        AND a.due_on < (SELECT max(at)::date FROM audit_entries) AND a.status IN ('acknowledged', 'in_progress')
        AND a.light_facts ->> 'kind' <> 'ongoing'`,
  },
  {
    rule: 'a directive with an open task that went out is in force',
    breaks: (db) => db.$queryRaw`
      SELECT d.no FROM directives d JOIN tasks t ON t.directive_id = d.id
      WHERE t.status IN ('dispatched', 'in_progress', 'under_review', 'suspended') AND d.status <> 'in_force'`,
  },
  {
    rule: 'readers of a task are the units of its active assignments and of all that these descend from',
    breaks: (db) => db.$queryRaw`
      SELECT a.id FROM assignments a WHERE a.status <> 'replaced'
        AND NOT EXISTS (SELECT FROM assignment_readers r WHERE r.assignment_id = a.id AND r.unit_id = a.unit_id)
      UNION ALL SELECT r.assignment_id FROM assignment_readers r JOIN assignments a ON a.id = r.assignment_id WHERE a.status = 'replaced'`,
  },
  {
    rule: 'a replaced assignment names what took its place',
    breaks: (db) => db.$queryRaw`
      SELECT a.id FROM assignments a WHERE a.status = 'replaced' AND a.replaced_by_id IS NULL`,
  },
  {
    rule: 'the kept figures of a task are its lead’s',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t JOIN assignments a ON a.task_id = t.id AND a.part = 'lead' AND a.status <> 'replaced'
      WHERE (t.claimed_progress, t.verified_progress, t.lead_unit_id) IS DISTINCT FROM (a.claimed_progress, a.verified_progress, a.unit_id)`,
  },
  {
    rule: 'the history of lights ends, for every task that went out, with what is kept of it, and no row of it skips the one before',
    breaks: (db) => db.$queryRaw`
      SELECT t.no FROM tasks t LEFT JOIN LATERAL (SELECT * FROM task_standings h WHERE h.task_id = t.id ORDER BY h.at DESC, h.id DESC LIMIT 1) h ON TRUE
      WHERE t.dispatched_at IS NOT NULL AND (h.status, h.light::text, h.lead_unit_id, h.due_on, h.claimed, h.verified) IS DISTINCT FROM
        (t.status, CASE WHEN t.completed_late THEN 'late' ELSE t.light::text END, t.lead_unit_id, t.due_on, t.claimed_progress, t.verified_progress)
      UNION ALL SELECT t.no FROM (SELECT task_id, was_light, was_lead_unit_id,
          lag(light) OVER each AS light_before, lag(lead_unit_id) OVER each AS lead_before
        FROM task_standings WINDOW each AS (PARTITION BY task_id ORDER BY at, id)) h JOIN tasks t ON t.id = h.task_id
      WHERE (h.was_light, h.was_lead_unit_id) IS DISTINCT FROM (h.light_before, h.lead_before)`,
  },
]

/** The rules that are broken, each with up to three of the rows. */
export async function brokenInvariants(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const { rule, breaks } of INVARIANTS) {
    const rows = await breaks(db)
    if (rows.length > 0) found.push(`${rule}: ${rows.length}, e.g. ${JSON.stringify(rows.slice(0, 3))}`)
  }
  return found
}
