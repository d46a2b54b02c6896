// What does it cost, with 100,000 tasks, to learn who leads what, to find what repeats a requirement, and to look up what was learned?
import pg from 'pg'
import { createDb } from '@/server/db'
import { readLearned } from '@/server/directives/read-learned'
import { rebuildUnitSuggestions } from '@/server/jobs/rebuild-unit-suggestions'
import { loadRules, todayIn } from '@/server/load-rules'
import { findActorByAccount } from '@/server/org/load-actor'
import type { Ctx } from '@/server/context'
import { listLikeRequirements } from '@/server/tasks/list-like-requirements'
import { SEEN_AS } from './actors'
import { ms, percentile, printTable, timesOf } from './measure'

const DIRECTIVES = 1000
const PER_DIRECTIVE = 100
const RUNS = 20
const { DATABASE_URL = '', DATABASE_MIGRATION_URL = '' } = process.env

const WHO = [
  '养老机构',
  '儿童福利机构',
  '救助管理站',
  '社区服务站',
  '殡葬服务单位',
  '慈善组织',
  '行业协会',
  '婚姻登记处',
  '村民委员会',
  '残疾人家庭',
]
const WHAT = [
  '消防设施',
  '食品安全',
  '入户走访',
  '资金发放',
  '信息比对',
  '线路改造',
  '名册核对',
  '收费公示',
  '服务质量',
  '应急演练',
  '档案整理',
  '补贴审核',
]
const HOW = [
  '开展全覆盖检测',
  '建立分户台账',
  '完成一轮抽查',
  '逐条登记隐患',
  '编制操作指引',
  '组织业务轮训',
  '公布办理结果',
  '落实专人负责',
  '形成评估报告',
]
const WHERE = ['城区', '乡镇', '山区', '牧区', '园区', '口岸', '老旧小区', '易地安置点', '边境县', '海岛']

/** Some 100,000 sentences of which no two are quite the same, most of them alike in some words and a few nearly the same. */
function sentence(n: number): string {
  const pick = (list: readonly string[], by: number) => list[Math.floor(by) % list.length] ?? ''
  const mixed = (n * 2_654_435_761) % 4_294_967_296
  return `对${pick(WHERE, mixed / 7)}${pick(WHO, mixed / 97)}的${pick(WHAT, mixed / 1009)}${pick(HOW, mixed / 10_007)}，涉及第${n}号点位和${pick(WHERE, mixed / 31)}${pick(WHO, mixed / 13)}，${pick(HOW, mixed / 211)}并报送阶段成果。`
}

async function seed(): Promise<void> {
  const client = new pg.Client({ connectionString: DATABASE_MIGRATION_URL })
  await client.connect()
  for (let d = 0; d < DIRECTIVES; d++) {
    const sentences = Array.from({ length: PER_DIRECTIVE }, (_, i) => sentence(d * PER_DIRECTIVE + i))
    const starts = sentences.map((_, i) => sentences.slice(0, i).join('').length)
    await client.query(
      `WITH d AS (
        INSERT INTO directives (id, title, issuer, kind, language, status, text, text_sha256, issued_on, in_force_at, created_by_id)
        VALUES (gen_random_uuid(), '第' || $1 || '批', '国家民生事务部', 'document', 'zh-Hans', 'in_force', $2, encode(sha256(convert_to($1, 'UTF8')), 'hex'), current_date, now(),
          (SELECT id FROM people WHERE account = 'lijing')) RETURNING id),
      s AS (SELECT gen_random_uuid() AS task_id, gen_random_uuid() AS provision_id, start, len, n FROM unnest($3::int[], $4::int[]) WITH ORDINALITY AS x(start, len, n)),
      p AS (INSERT INTO provisions (id, directive_id, start, "end", path, class, reason, confirmed_at)
        SELECT provision_id, d.id, start, start + len, '{}', 'task', '', now() FROM s, d),
      t AS (INSERT INTO tasks (id, directive_id, owner_unit_id, title, status, draft_state, sort, created_by_id, submitted_at, approved_at, dispatched_at, dispatched_on, lead_unit_id, due_on)
        SELECT task_id, d.id, (SELECT id FROM units WHERE kind = 'office'), substr($2, start + 1, 20), 'in_progress', 'confirmed', n, (SELECT id FROM people WHERE account = 'lijing'),
          now(), now(), now(), current_date - (n * 7 % 600)::int, (SELECT id FROM units WHERE kind IN ('bureau', 'affiliated') ORDER BY sort OFFSET ((n + $1::int) % 20) LIMIT 1), current_date + 30 FROM s, d RETURNING id, lead_unit_id, due_on),
      a AS (INSERT INTO assignments (id, task_id, unit_id, part, status, due_on, original_due_on, acknowledge_due_on, refuse_due_on)
        SELECT gen_random_uuid(), id, lead_unit_id, 'lead', 'awaiting_acknowledgement', due_on, due_on, current_date, current_date FROM t)
      INSERT INTO task_provisions (task_id, provision_id) SELECT task_id, provision_id FROM s`,
      [String(d), sentences.join(''), starts, sentences.map((one) => one.length)],
    )
  }
  await client.query('ANALYZE')
  await client.end()
}

await seed()
const db = createDb(DATABASE_URL, 4)
const now = new Date()
const rules = await loadRules(db, now)
const today = todayIn(rules.settings, now)

const first = performance.now()
const filled = await rebuildUnitSuggestions({ db, now })
const second = performance.now()
const again = await rebuildUnitSuggestions({ db, now })
const third = performance.now()
console.log(
  `learning from ${filled.tasks} tasks: first run ${ms((second - first) / 1000)} s (${filled.written} requirements written, ${filled.words} words), ` +
    `later runs ${ms((third - second) / 1000)} s (${again.written} written), at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
)

const rows: string[][] = []
for (const { name, account } of SEEN_AS) {
  const found = await findActorByAccount(db, account, today)
  if (!found) throw new Error(`no account ${account}`)
  const ctx: Ctx = { actor: found.actor, tx: db as unknown as Ctx['tx'], now, today, ...rules, address: '' }
  const nowhere = '00000000-0000-0000-0000-000000000000'
  const asked = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      key: String(i),
      text: sentence(i * 613 + 5),
      directiveId: nowhere,
    }))
  const texts = asked(100).map((one) => one.text)
  const acts: [string, () => Promise<unknown>][] = [
    ['what repeats one requirement', () => listLikeRequirements(ctx, asked(1))],
    ['what repeats a hundred', () => listLikeRequirements(ctx, asked(100))],
    ['what was learned of a hundred', () => readLearned(ctx, texts)],
  ]
  for (const [what, act] of acts) {
    const times = await timesOf(RUNS, act)
    rows.push([what, name, ms(percentile(times, 50)), ms(percentile(times, 99))])
  }
}
printTable('Requirements among 100,000 tasks', ['query', 'seen as', 'p50 ms', 'p99 ms'], rows)
await db.$disconnect()
process.exit(0)
