import { REQUIREMENT_RULES } from '@/domain/directives/requirement-likeness'
import type { Db } from '@/server/db'
import type { JobRun } from '@/server/jobs/timed-jobs'
import { loadRules, todayIn } from '@/server/load-rules'
import { writeRequirements } from '@/server/tasks/write-requirements'

/** Tasks whose requirement is written in one go; of a directive of 10,000 tasks the text is read once a batch. */
const BATCH = 1000
/** Suggestions rest on work of so many months. */
const MONTHS = 24
/** A word of fewer tasks than this is nobody's habit. */
const LEAST = 2
const LOCK = 7_403_101

/** What a run did: requirements written, tasks learned from, words kept; `busy` where another run was under way. */
export type Rebuilt = { written: number; tasks: number; words: number; busy: boolean }

/**
 * Learns who leads what kind of task, from the office's dispatched tasks of the last two years: writes the requirements that are missing or of
 * older rules (batches by keyset, each its own transaction), then counts their words in the database and replaces what was known, in one
 * transaction. Bounded memory, safe to run twice or at the same time.
 */
export async function rebuildUnitSuggestions({ db, now }: JobRun): Promise<Rebuilt> {
  const today = todayIn((await loadRules(db, now)).settings, now)
  const written = await fillRequirements(db)
  return db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<
        { ours: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(${LOCK}::int) AS ours`
      if (!lock?.ours) return { written, tasks: 0, words: 0, busy: true }
      await tx.$executeRaw`DELETE FROM suggestion_words`
      const words = await tx.$executeRaw`
        INSERT INTO suggestion_words (word, unit_id, tasks, last_nos)
        SELECT w.word, t.lead_unit_id, count(*), (array_agg(t.no ORDER BY t.no DESC))[1:5]
        FROM tasks t JOIN task_requirements r ON r.task_id = t.id CROSS JOIN LATERAL unnest(r.words) AS w(word)
        WHERE t.office_owned AND t.lead_unit_id IS NOT NULL AND t.status <> 'terminated'
          AND t.dispatched_on >= ${today}::date - ${MONTHS}::int * interval '1 month'
        GROUP BY w.word, t.lead_unit_id HAVING count(*) >= ${LEAST}::int`
      const [learned] = await tx.$queryRaw<{ tasks: number }[]>`
        SELECT count(*)::int AS tasks FROM tasks t WHERE t.office_owned AND t.lead_unit_id IS NOT NULL AND t.status <> 'terminated'
          AND t.dispatched_on >= ${today}::date - ${MONTHS}::int * interval '1 month'`
      const tasks = learned?.tasks ?? 0
      const build = { tasks, builtAt: now }
      await tx.suggestionBuild.upsert({ where: { id: 1 }, create: build, update: build })
      return { written, tasks, words, busy: false }
    },
    { timeout: 600_000, maxWait: 30_000 },
  )
}

/** Writes the requirements of dispatched tasks that have none yet, or one of older rules; in the order of directives, so that texts are read once. */
async function fillRequirements(db: Db): Promise<number> {
  let written = 0
  let after = { directiveId: NOTHING, id: NOTHING }
  for (;;) {
    const rows = await db.$queryRaw<{ id: string; directiveId: string }[]>`
      SELECT t.id, t.directive_id AS "directiveId" FROM tasks t LEFT JOIN task_requirements r ON r.task_id = t.id
      WHERE (t.directive_id, t.id) > (${after.directiveId}::uuid, ${after.id}::uuid) AND t.dispatched_at IS NOT NULL
        AND (r.task_id IS NULL OR r.rules < ${REQUIREMENT_RULES}::int)
      ORDER BY t.directive_id, t.id LIMIT ${BATCH}`
    const last = rows.at(-1)
    if (!last) return written
    written += await db.$transaction(
      (tx) =>
        writeRequirements(
          { tx },
          rows.map((row) => row.id),
        ),
      { timeout: 120_000 },
    )
    after = last
  }
}

const NOTHING = '00000000-0000-0000-0000-000000000000'
