// What a ministry has written down after some years, by bulk SQL on top of the demo organisation: 100,000 tasks with a provision and four
// assignments each, 250,000 reports of four sentences. Words as they are written: some in nearly every sentence, most seldom.
import pg from 'pg'

export const SEARCH_TASKS = 100_000
const PER_DIRECTIVE = 100
const SENTENCES = 4

const WORDS = `
  CREATE TEMP TABLE spoken AS SELECT
    string_to_array('养老机构,社会救助对象,困境儿童,残疾人两项补贴,殡葬服务,社区工作者,婚姻登记,地名管理,慈善组织,流浪乞讨人员,低保家庭,特困供养人员,志愿服务,社会组织,行政区划,福利彩票,孤儿收养,老年人助餐,适老化改造,护理型床位,临时救助,信息系统,数据共享,消防安全,食品安全,资金监管,督导检查,政策宣传,业务培训,法规修订,标准体系,基层站点,机构备案,年度检查,信用监管,应急预案,服务热线,一件事一次办,村规民约,城乡社区', ',') AS what,
    string_to_array('已完成首轮摸底,正在推进,已印发通知,组织召开部署会,开展集中排查,形成工作台账,完成系统对接,报送阶段成果,建立联席会议制度,对存在问题逐项整改,按月调度,抽查核验,制定实施方案,明确责任分工,纳入年度考核,征求各地意见,正在起草文件,完成验收,启动试点,总结经验做法', ',') AS done,
    string_to_array('滨江区,临海市,青山县,东湖街道,西河镇,南浦新区,北岭乡,云门县,双桥镇,石泉街道,柳河县,松林市,银川路,长岭区,安定镇,永宁县,太和街道,新民市,古城区,金沙县,乌江镇,白云区,红旗街道,龙泉市,凤凰县,梅岭镇,清溪县,平湖市,高桥街道,大通区', ',') AS place`

/** Words that are as rare in life as they are here: each stands in about one of a thousand reports. */
const RARE = `
  CREATE TEMP TABLE rare AS SELECT array_agg(a || b ORDER BY a, b) AS words FROM
    unnest(string_to_array('藤,蔚,曦,璟,泓,翊,骁,涵,霁,晟,鲲,鹏,鸢,麒,麟,瑾,瑜,琮,珩,璇', ',')) a, unnest(string_to_array('苑,汀,岫,屿,墅,坞,邑,浔,滁,崮', ',')) b`

const DIRECTIVES = `
  WITH made AS (
    SELECT k, string_agg('第' || lpad(i::text, 3, '0') || '项：' || rpad(what[1 + (k * 7 + i) % 40], 8, '等') || '有关工作由牵头单位负责，按期办结并报送佐证材料。', '' ORDER BY i) AS text
    FROM spoken, generate_series(1, $1::int) k, generate_series(1, $2::int) i GROUP BY k)
  INSERT INTO directives (id, title, issuer, doc_number, kind, language, status, text, text_sha256, issued_on, in_force_at, created_by_id)
  SELECT gen_random_uuid(), '第' || k || '批重点民生实事分解方案', '国家民生事务部', '民生发〔' || 2016 + k % 10 || '〕' || 1 + k / 10 || '号', 'document', 'zh-Hans', 'in_force', text,
    encode(sha256(convert_to(k || text, 'UTF8')), 'hex'), current_date - (k % 900)::int, now() - interval '1 day' * (k % 900),
    (SELECT id FROM people WHERE account = 'lijing')
  FROM made`

const PROVISIONS = `
  INSERT INTO provisions (id, directive_id, start, "end", path, class, reason, confirmed_at)
  SELECT gen_random_uuid(), d.id, (i - 1) * size.one, i * size.one, '{}', 'task', 'ordinal_modal', now()
  FROM directives d CROSS JOIN generate_series(1, $1::int) i, LATERAL (SELECT length(d.text) / $1::int AS one) size
  WHERE d.title LIKE '第%批重点民生实事分解方案'`

const TASKS = `
  WITH office AS (SELECT id FROM units WHERE kind = 'office'),
  numbered AS (
    SELECT p.id AS provision_id, p.directive_id, row_number() OVER (ORDER BY d.no, p.start)::int AS n
    FROM provisions p JOIN directives d ON d.id = p.directive_id WHERE d.title LIKE '第%批重点民生实事分解方案'),
  dated AS (SELECT *, gen_random_uuid() AS id, current_date - (n * 7 % 900) AS sent_on FROM numbered),
  tasks AS (
    INSERT INTO tasks (id, directive_id, owner_unit_id, title, expected_result, due_on, original_due_on, due_basis, status, draft_state, sort,
      created_by_id, submitted_at, approved_at, dispatched_at, dispatched_on, completed_at, completed_on)
    SELECT s.id, directive_id, office.id, place[1 + n % 30] || what[1 + n * 13 % 40] || '：' || done[1 + n * 11 % 20] || CASE WHEN n % 5 = 0 THEN '（' || rare.words[1 + n % 200] || '片区）' ELSE '' END,
      '工作报告', sent_on + 60, sent_on + 60, 'text', (CASE WHEN n % 3 = 0 THEN 'in_progress' ELSE 'completed' END)::"TaskStatus", 'confirmed', n,
      (SELECT id FROM people WHERE account = 'lijing'), sent_on, sent_on, sent_on, sent_on,
      CASE WHEN n % 3 <> 0 THEN sent_on + interval '50 days' END, CASE WHEN n % 3 <> 0 THEN sent_on + 50 END
    FROM dated s, office, spoken, rare)
  INSERT INTO task_provisions (task_id, provision_id) SELECT id, provision_id FROM dated`

/** Units in a fixed order, so that the same task has the same units in every run. */
const UNITS = `
  CREATE TEMP TABLE seeded_units AS
  SELECT id, CASE WHEN kind IN ('bureau', 'affiliated') THEN 'central' ELSE kind::text END AS level, path,
    row_number() OVER (PARTITION BY CASE WHEN kind IN ('bureau', 'affiliated') THEN 'central' ELSE kind::text END ORDER BY sort)::int - 1 AS at
  FROM units WHERE kind IN ('bureau', 'affiliated', 'province', 'county')
    AND EXISTS (SELECT FROM role_grants g WHERE g.unit_id = units.id AND g.role = 'liaison')`

const PART = `
  INSERT INTO assignments (id, task_id, unit_id, part, parent_assignment_id, status, due_on, original_due_on, acknowledge_due_on, refuse_due_on, dispatched_at, acknowledged_at, accepted_at)
  SELECT gen_random_uuid(), t.id, u.id, $1::"AssignmentPart", parent.id, (CASE t.status WHEN 'in_progress' THEN 'acknowledged' ELSE 'accepted' END)::"AssignmentStatus",
    t.due_on, t.due_on, t.dispatched_on + 1, t.dispatched_on + 2, t.dispatched_at, t.dispatched_at + interval '5 hours', t.completed_at
  FROM tasks t JOIN directives d ON d.id = t.directive_id AND d.title LIKE '第%批重点民生实事分解方案'
  JOIN seeded_units u ON u.level = $2 AND u.at = (t.sort + $3::int) % (SELECT count(*) FROM seeded_units WHERE level = $2)
  LEFT JOIN LATERAL (SELECT a.id FROM assignments a JOIN units p ON p.id = a.unit_id
    WHERE a.task_id = t.id AND p.kind = 'province' AND $1 = 'local' AND u.path @> ARRAY[p.id]) parent ON true
  WHERE $1 <> 'local' OR parent.id IS NOT NULL`

const PARTS = [
  ['lead', 'central', 0],
  ['supporting', 'central', 7],
  ['supporting', 'province', 0],
  ['local', 'county', 0],
] as const

/** As the trigger works it out: the unit itself, and the one that it hangs on. */
const READERS = `
  INSERT INTO assignment_readers (unit_id, assignment_id, task_id, due_on)
  SELECT a.unit_id, a.id, a.task_id, a.due_on FROM assignments a JOIN tasks t ON t.id = a.task_id JOIN directives d ON d.id = t.directive_id AND d.title LIKE '第%批重点民生实事分解方案'
  UNION SELECT p.unit_id, a.id, a.task_id, a.due_on FROM assignments a JOIN assignments p ON p.id = a.parent_assignment_id
  ON CONFLICT DO NOTHING`

const REPORTS = `
  WITH leads AS (
    SELECT a.id AS assignment_id, t.sort AS n, t.dispatched_at AS sent,
      (SELECT g.person_id FROM role_grants g WHERE g.unit_id = a.unit_id AND g.role = 'unit_head' LIMIT 1) AS head
    FROM assignments a JOIN tasks t ON t.id = a.task_id JOIN directives d ON d.id = t.directive_id
    WHERE a.part = 'lead' AND d.title LIKE '第%批重点民生实事分解方案')
  INSERT INTO reports (id, assignment_id, seq, kind, status, claimed_progress, done, next_step, written_by_id, signed_off_by_id, submitted_by_id, created_at, updated_at, submitted_at)
  SELECT gen_random_uuid(), assignment_id, seq, 'progress', 'accepted', least(100, 20 * seq + n % 40),
    (SELECT string_agg(place[1 + (n + s * 7 + seq) % 30] || what[1 + (n * 3 + s * 11 + seq) % 40] || done[1 + (n + s * 3 + seq * 5) % 20]
      || CASE WHEN (n + s + seq) % 5 = 0 THEN '，涉及' || rare.words[1 + (n * 7 + s + seq) % 200] || '等' || 1 + n % 90 || '处' ELSE '，进展情况良好' END || '。', '')
      FROM generate_series(1, $1::int - 1) s),
    '继续推进各项重点工作，按期报送进展。', head, head, head, sent + seq * interval '15 days', sent + seq * interval '15 days', sent + seq * interval '15 days'
  FROM leads, spoken, rare, generate_series(1, CASE WHEN n % 2 = 0 THEN 3 ELSE 2 END) seq`

const TABLES = ['directives', 'provisions', 'tasks', 'assignments', 'reports'] as const

/** Words of what was written past the triggers, by the triggers' own functions. */
const FOUND = [
  'SELECT count(search_directive(d.id)) FROM directives d',
  'SELECT count(search_task(t.id)) FROM tasks t',
  'INSERT INTO search_provisions (provision_id, folded) SELECT p.id, search_provision(d.text, p.start, p."end") FROM provisions p JOIN directives d ON d.id = p.directive_id ON CONFLICT DO NOTHING',
  `INSERT INTO search_reports (report_id, assignment_id, task_id, under_lead, signed, folded)
    SELECT r.id, a.id, a.task_id, a.part = 'supporting' OR u.kind = 'external', true, search_fold(concat_ws(E'\\n', r.done, r.next_step, r.difficulty, r.help_needed))
    FROM reports r JOIN assignments a ON a.id = r.assignment_id JOIN units u ON u.id = a.unit_id WHERE r.status <> 'withdrawn' ON CONFLICT DO NOTHING`,
] as const

/** Fills it, once: a second run finds it there. Triggers rest meanwhile, for a row at a time would take hours. */
export async function seedSearch(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ full: boolean }>('SELECT count(*) >= $1 AS full FROM tasks', [
      SEARCH_TASKS,
    ])
    if (rows[0]?.full) return
    await client.query('BEGIN')
    for (const table of TABLES) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await client.query(WORDS)
    await client.query(RARE)
    await client.query(DIRECTIVES, [SEARCH_TASKS / PER_DIRECTIVE, PER_DIRECTIVE])
    await client.query(PROVISIONS, [PER_DIRECTIVE])
    await client.query(TASKS)
    await client.query(UNITS)
    for (const [part, level, offset] of PARTS) {
      await client.query(PART, [part, level, offset])
      await client.query('ANALYZE tasks, assignments')
    }
    await client.query(READERS)
    await client.query(REPORTS, [SENTENCES])
    for (const sql of FOUND) await client.query(sql)
    for (const table of TABLES) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    await client.query('COMMIT')
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}
