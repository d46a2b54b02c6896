import { suggestUnits, type LearnedWord } from '@/domain/directives/suggest-units'
import { tellingWords } from '@/domain/directives/telling-words'
import type { Draft } from '@/domain/directives/draft/model'
import type { PartReason } from '@/domain/directives/draft/part-reason'
import { addMonths } from '@/domain/calendar/local-date'
import type { Ctx } from '@/server/context'
import { learnedOf } from '@/server/directives/read-learned'

/** Suggestions rest on work of so many months, and on so many words of the texts. */
const MONTHS = 24
const MOST_WORDS = 2000

type Proposed = { unitId: string; reason: PartReason }

/** Units that a card of a breakdown may be given to, proposed: by card, and by sentence for cards that are made while the page is open. */
export type BelowSuggestions = {
  tasks: Readonly<Record<string, readonly Proposed[]>>
  sentences: Readonly<Record<string, readonly Proposed[]>>
}

/**
 * As the office's suggestions, among the units to which this one may hand down: by what they led of the tasks that this unit gave before (nobody else's:
 * only these does it read), and by their duties. At most three each; nothing is filled in. Two queries, however many cards.
 */
export async function suggestBelow(
  ctx: Ctx,
  { unitId, draft, offered }: { unitId: string; draft: Draft; offered: readonly string[] },
): Promise<BelowSuggestions> {
  const sentences = new Map(draft.provisions.map((one) => [one.id, draft.text.slice(one.start, one.end)]))
  const saidBy = (ids: readonly string[]) => ids.map((id) => sentences.get(id) ?? '')
  const cards = draft.tasks
    .filter((task) => task.status === 'draft')
    .map((task) => [task.id, [task.title, ...saidBy(task.provisionIds)].join('\n')] as const)
  const [units, learned] = await Promise.all([
    ctx.tx.unit.findMany({ where: { id: { in: [...offered] } }, select: { id: true, duties: true } }),
    readGivenBefore(ctx, unitId, [...sentences.values(), ...cards.map(([, text]) => text)]),
  ])
  const propose = (text: string): Proposed[] =>
    suggestUnits(text, units, learnedOf(text, learned.byWord, learned.total)).map(
      ({ unitId: id, reason }) => ({
        unitId: id,
        reason: 'tasks' in reason ? { ...reason, tasks: [...reason.tasks] } : reason,
      }),
    )
  const among = (texts: Iterable<readonly [string, string]>) =>
    Object.fromEntries([...texts].map(([id, text]) => [id, propose(text)]))
  return { tasks: among(cards), sentences: among(sentences) }
}

/** Who led the tasks with these words that the unit broke its own down into, in the last two years. */
async function readGivenBefore(ctx: Ctx, unitId: string, texts: readonly string[]) {
  const words = [...new Set(texts.flatMap((text) => tellingWords(text)))].slice(0, MOST_WORDS)
  const from = addMonths(ctx.today, -MONTHS)
  const rows = await ctx.tx.$queryRaw<(LearnedWord & { total: number })[]>`
    WITH given AS (SELECT t.id, t.no, t.lead_unit_id FROM tasks t WHERE t.owner_unit_id = ${unitId}::uuid AND NOT t.office_owned
      AND t.lead_unit_id IS NOT NULL AND t.status <> 'terminated' AND t.dispatched_on >= ${from}::date)
    SELECT w.word, g.lead_unit_id AS "unitId", count(*)::int AS tasks, (array_agg(g.no ORDER BY g.no DESC))[1:5] AS "lastNos",
      (SELECT count(*)::int FROM given) AS total
    FROM given g JOIN task_requirements r ON r.task_id = g.id CROSS JOIN LATERAL unnest(r.words) AS w(word)
    WHERE w.word = ANY(${words}::text[]) GROUP BY w.word, g.lead_unit_id ORDER BY w.word, g.lead_unit_id`
  const byWord = new Map<string, LearnedWord[]>()
  for (const { total: _total, ...row } of rows) byWord.set(row.word, [...(byWord.get(row.word) ?? []), row])
  return { total: rows[0]?.total ?? 0, byWord }
}
