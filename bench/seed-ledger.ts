// A ledger of the size of some years' work, by bulk SQL on top of the demo organisation: 10,000 tasks (or BENCH_TASKS), four assignments each (two central
// units, a province, a county below it), two reports and reviews on each lead. Statuses and dates spread as in a ledger that is in use.
import pg from 'pg'
import { createDb } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { refreshTasks } from '@/server/tasks/refresh-task'

/** Tasks of the ledger: 10,000, or BENCH_TASKS, a multiple of 100. */
export const LEDGER_TASKS = Number(process.env.BENCH_TASKS || 10_000)
const PER_DIRECTIVE = 100
const BATCH = 500

const DIRECTIVES = `
  WITH made AS (
    SELECT k, string_agg('第' || lpad(i::text, 3, '0') || '项工作由牵头单位负责，按期办结并报送佐证材料。', '' ORDER BY i) AS text
    FROM generate_series(1, $1::int) k, generate_series(1, $2::int) i GROUP BY k)
  INSERT INTO directives (id, title, issuer, kind, language, status, text, text_sha256, issued_on, in_force_at, created_by_id)
  SELECT gen_random_uuid(), '第' || k || '批重点工作任务分解方案', '国家民生事务部', 'document', 'zh-Hans', 'in_force', text,
    encode(sha256(convert_to(k || text, 'UTF8')), 'hex'), current_date - (k % 240)::int, now() - interval '1 day' * (k % 240),
    (SELECT id FROM people WHERE account = 'lijing')
  FROM made`

const PROVISIONS = `
  INSERT INTO provisions (id, directive_id, start, "end", path, class, reason, confirmed_at)
  SELECT gen_random_uuid(), d.id, (i - 1) * size.one, i * size.one, '{}', 'task', 'ordinal_modal', now()
  FROM directives d CROSS JOIN generate_series(1, $1::int) i, LATERAL (SELECT length(d.text) / $1::int AS one) size
  WHERE d.title LIKE '第%批重点工作任务分解方案'`

const TASKS = `
  WITH office AS (SELECT id FROM units WHERE kind = 'office'),
  numbered AS (
    SELECT p.id AS provision_id, p.directive_id, row_number() OVER (ORDER BY d.no, p.start)::int AS n
    FROM provisions p JOIN directives d ON d.id = p.directive_id WHERE d.title LIKE '第%批重点工作任务分解方案'),
  dated AS (
    SELECT *, gen_random_uuid() AS id, current_date - (n * 7 % 240) AS sent_on, current_date - (n * 7 % 240) + 30 + n * 11 % 90 AS due_on
    FROM numbered),
  staged AS (
    SELECT *, CASE WHEN n % 25 = 0 THEN 'dispatched' WHEN due_on < current_date - 5 AND n % 12 <> 0 THEN
      CASE WHEN n % 2 = 0 THEN 'completed' ELSE 'struck_off' END ELSE 'in_progress' END AS status FROM dated),
  tasks AS (
    INSERT INTO tasks (id, directive_id, owner_unit_id, title, expected_result, due_on, original_due_on, due_basis, status, draft_state, sort,
      created_by_id, submitted_at, approved_at, dispatched_at, dispatched_on, completed_at, completed_on)
    SELECT s.id, directive_id, office.id, '完成第' || n || '项重点工作并报送阶段成果', '工作报告', due_on, due_on, 'text', s.status::"TaskStatus",
      'confirmed', n, (SELECT id FROM people WHERE account = 'lijing'), sent_on, sent_on, sent_on, sent_on,
      CASE WHEN status IN ('completed', 'struck_off') THEN least(due_on + n % 9 - 4, current_date)::timestamptz END,
      CASE WHEN status IN ('completed', 'struck_off') THEN least(due_on + n % 9 - 4, current_date) END
    FROM staged s, office)
  INSERT INTO task_provisions (task_id, provision_id) SELECT id, provision_id FROM staged`

/** Units in a fixed order, so that the same task has the same units in every run. */
const UNITS = `
  CREATE TEMP TABLE ledger_units AS
  SELECT id, CASE WHEN kind IN ('bureau', 'affiliated') THEN 'central' ELSE kind::text END AS level, path,
    row_number() OVER (PARTITION BY CASE WHEN kind IN ('bureau', 'affiliated') THEN 'central' ELSE kind::text END ORDER BY sort)::int - 1 AS at
  FROM units WHERE kind IN ('bureau', 'affiliated', 'province', 'county')
    AND EXISTS (SELECT FROM role_grants g WHERE g.unit_id = units.id AND g.role = 'liaison')`

const PART = `
  INSERT INTO assignments (id, task_id, unit_id, part, parent_assignment_id, status, due_on, original_due_on, acknowledge_due_on, refuse_due_on,
    dispatched_at, acknowledged_at, accepted_at)
  SELECT gen_random_uuid(), t.id, u.id, $1::"AssignmentPart", parent.id,
    (CASE t.status WHEN 'dispatched' THEN 'awaiting_acknowledgement' WHEN 'in_progress' THEN 'acknowledged' ELSE 'accepted' END)::"AssignmentStatus",
    t.due_on, t.due_on, t.dispatched_on + 1, t.dispatched_on + 2, t.dispatched_at,
    CASE WHEN t.status <> 'dispatched' THEN t.dispatched_at + interval '5 hours' END, t.completed_at
  FROM tasks t
  JOIN directives d ON d.id = t.directive_id AND d.title LIKE '第%批重点工作任务分解方案'
  JOIN ledger_units u ON u.level = $2 AND u.at = (t.sort + $3::int) % (SELECT count(*) FROM ledger_units WHERE level = $2)
  LEFT JOIN LATERAL (SELECT a.id FROM assignments a JOIN units p ON p.id = a.unit_id
    WHERE a.task_id = t.id AND p.kind = 'province' AND u.level = 'county' AND u.path @> ARRAY[p.id]) parent ON true
  WHERE u.level <> 'county' OR parent.id IS NOT NULL`

/** Lead, a supporting bureau, a supporting province, and a county below that province: each by the task's number and an offset. */
const PARTS = [
  ['lead', 'central', 0],
  ['supporting', 'central', 7],
  ['supporting', 'province', 0],
  ['local', 'county', 0],
] as const

const REPORTS = `
  WITH leads AS (
    SELECT a.id AS assignment_id, t.sort AS n, t.status, t.dispatched_at AS sent, least(t.completed_at, now()) AS ended,
      (SELECT g.person_id FROM role_grants g WHERE g.unit_id = a.unit_id AND g.role = 'liaison' LIMIT 1) AS liaison,
      (SELECT g.person_id FROM role_grants g WHERE g.unit_id = a.unit_id AND g.role = 'unit_head' LIMIT 1) AS head
    FROM assignments a JOIN tasks t ON t.id = a.task_id JOIN directives d ON d.id = t.directive_id
    WHERE a.part = 'lead' AND t.status <> 'dispatched' AND d.title LIKE '第%批重点工作任务分解方案'),
  written AS (
    SELECT gen_random_uuid() AS id, leads.*, seq, CASE WHEN status <> 'in_progress' AND seq = 2 THEN 100 ELSE 20 * seq + n % 40 END AS claimed,
      CASE WHEN status = 'in_progress' AND seq = 2 AND n % 6 = 0 THEN 'submitted' ELSE 'accepted' END AS stands,
      sent + (coalesce(ended, now()) - sent) * (seq * 0.4) AS at
    FROM leads CROSS JOIN generate_series(1, 2) seq),
  reports AS (
    INSERT INTO reports (id, assignment_id, seq, kind, status, claimed_progress, done, next_step, written_by_id, signed_off_by_id,
      submitted_by_id, created_at, updated_at, submitted_at)
    SELECT id, assignment_id, seq, (CASE WHEN claimed = 100 THEN 'completion' ELSE 'progress' END)::"ReportKind", stands::"ReportStatus", claimed,
      '第' || seq || '期：已完成方案制定、任务分解和首轮摸底，各项工作按计划推进，形成阶段成果若干。', '继续推进并按期报送', liaison, head, head, at, at, at
    FROM written)
  INSERT INTO reviews (id, report_id, reviewer_id, decision, verified_progress, basis, reviewed_at)
  SELECT gen_random_uuid(), id, (SELECT id FROM people WHERE account = 'lijing'), 'accept', greatest(claimed - n % 9, 0), 'document', at
  FROM written WHERE stands = 'accepted'`

/** Fills the ledger, once: a second bench finds it there. */
export async function seedLedger(ownerUrl: string, appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ full: boolean }>('SELECT count(*) >= $1 AS full FROM tasks', [
      LEDGER_TASKS,
    ])
    if (rows[0]?.full) return
    await client.query('BEGIN')
    await client.query(DIRECTIVES, [LEDGER_TASKS / PER_DIRECTIVE, PER_DIRECTIVE])
    await client.query(PROVISIONS, [PER_DIRECTIVE])
    await client.query(TASKS)
    await client.query(UNITS)
    for (const [part, level, offset] of PARTS) {
      await client.query(PART, [part, level, offset])
      // The triggers' plans were made on empty tables; without new statistics they grow quadratic.
      await client.query('ANALYZE tasks, assignments, assignment_readers')
    }
    await client.query(REPORTS)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  await project(appUrl)
  await analyze(ownerUrl)
}

/** Lights, figures and whose move, worked out by the same rule as after a command. */
async function project(appUrl: string): Promise<void> {
  const db = createDb(appUrl, 2)
  const now = new Date()
  const rules = await loadRules(db, now)
  const ids = (await db.task.findMany({ select: { id: true } })).map(({ id }) => id)
  for (let at = 0; at < ids.length; at += BATCH) {
    const some = ids.slice(at, at + BATCH)
    await db.$transaction(
      (tx) => refreshTasks({ tx, now, today: todayIn(rules.settings, now), ...rules }, some),
      {
        timeout: 60_000,
      },
    )
  }
  await db.$disconnect()
}

/** A database that lives has its statistics; one just filled would be measured on wrong plans. */
async function analyze(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('ANALYZE')
  await client.end()
}
