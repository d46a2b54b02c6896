import { displayFrom, cleanText } from '@/domain/directives/clean'
import { REQUIREMENT_RULES, requirementMarks } from '@/domain/directives/requirement-likeness'
import { tellingWords } from '@/domain/directives/telling-words'
import type { Ctx } from '@/server/context'

/** Longest requirement that is kept, in characters: longer ones are whole chapters, which no sentence repeats. */
const LONGEST = 4000

type Row = { task_id: string; text: string; marks: number[]; words: string[]; rules: number }

/** What tasks require, in their own sentences, cleaned and simplified; empty for a whole directive. One read, however many. */
export async function readRequirementTexts(
  ctx: Pick<Ctx, 'tx'>,
  taskIds: readonly string[],
): Promise<{ id: string; title: string; text: string }[]> {
  const tasks = await ctx.tx.task.findMany({
    where: { id: { in: [...taskIds] } },
    select: {
      id: true,
      title: true,
      whole: true,
      directiveId: true,
      provisions: {
        orderBy: { provision: { start: 'asc' } },
        select: { provision: { select: { start: true, end: true } } },
      },
    },
  })
  const directives = await ctx.tx.directive.findMany({
    where: { id: { in: [...new Set(tasks.map((task) => task.directiveId))] } },
    select: { id: true, text: true },
  })
  const cleaned = new Map(directives.map(({ id, text }) => [id, cleanText(text)]))
  return tasks.map(({ id, title, whole, directiveId, provisions }) => {
    const from = cleaned.get(directiveId)
    const sentences = whole || !from ? [] : provisions.map((one) => one.provision)
    const text = sentences
      .map(({ start, end }) => (from ? displayFrom(from, start, end, { simplified: true }).trim() : ''))
      .join('\n')
      .slice(0, LONGEST)
    return { id, title, text }
  })
}

/**
 * Writes the kept projection of what these tasks require: their sentences with the marks and words that they are found and learned by. Called
 * at dispatch and by the job rebuild-unit-suggestions; one write, however many. Returns how many.
 */
export async function writeRequirements(ctx: Pick<Ctx, 'tx'>, taskIds: readonly string[]): Promise<number> {
  if (taskIds.length === 0) return 0
  const texts = await readRequirementTexts(ctx, taskIds)
  const rows = texts.map(({ id, title, text }): Row => {
    const words = text === '' ? [] : tellingWords(`${title}\n${text}`)
    return { task_id: id, text, marks: requirementMarks(text), words, rules: REQUIREMENT_RULES }
  })
  await ctx.tx.$executeRaw`
    INSERT INTO task_requirements (task_id, text, marks, words, rules)
    SELECT task_id, text, marks, words, rules
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(task_id uuid, text text, marks int[], words text[], rules int)
    ON CONFLICT (task_id) DO UPDATE SET text = excluded.text, marks = excluded.marks, words = excluded.words, rules = excluded.rules`
  return rows.length
}
