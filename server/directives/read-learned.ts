import type { Learned, LearnedWord } from '@/domain/directives/suggest-units'
import { tellingWords } from '@/domain/directives/telling-words'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'

/** Words of one decomposition that are looked up; a longer text has said what it is about by then. */
const MOST_WORDS = 20_000

/**
 * What was learned of the words of these texts from dispatched work (job rebuild-unit-suggestions); a unit that ended stands as its successor
 * where it has a single one. One query, however many texts.
 */
export async function readLearned(ctx: Ctx, texts: readonly string[]): Promise<Map<string, LearnedWord[]>> {
  const words = new Set<string>()
  for (const text of texts) {
    for (const word of tellingWords(text)) words.add(word)
    if (words.size >= MOST_WORDS) break
  }
  const rows = await ctx.tx.suggestionWord.findMany({
    where: { word: { in: [...words] } },
    orderBy: [{ word: 'asc' }, { unitId: 'asc' }],
    select: { word: true, unitId: true, tasks: true, lastNos: true, unit: { select: unitSelect } },
  })
  const byWord = new Map<string, LearnedWord[]>()
  for (const { unit, ...row } of rows) {
    const unitId = standingUnit(ctx, row.unitId, unit)
    if (!unitId) continue
    const known = byWord.get(row.word) ?? []
    const same = known.find((one) => one.unitId === unitId)
    const rest = known.filter((one) => one !== same)
    byWord.set(row.word, [...rest, same ? together(same, row) : { ...row, unitId }])
  }
  return byWord
}

/** The unit, or the one that took over alone; null where it ended and several or none did. */
function standingUnit(ctx: Ctx, unitId: string, { validToOn, successors }: Unit): string | null {
  if (!validToOn || toLocalDate(validToOn) >= ctx.today) return unitId
  const [heir, other] = successors
  return heir && !other ? heir.successorId : null
}

function together(a: LearnedWord, b: Pick<LearnedWord, 'tasks' | 'lastNos'>): LearnedWord {
  const lastNos = [...a.lastNos, ...b.lastNos].sort((x, y) => y - x).slice(0, a.lastNos.length)
  return { ...a, tasks: a.tasks + b.tasks, lastNos }
}

const unitSelect = {
  validToOn: true,
  successors: { select: { successorId: true }, take: 2 },
} as const
type Unit = { validToOn: Date | null; successors: { successorId: string }[] }

/** What was learned of one text's words, out of all that was looked up for its directive. */
export function learnedOf(
  text: string,
  byWord: ReadonlyMap<string, readonly LearnedWord[]>,
  total: number,
): Learned {
  return { total, words: tellingWords(text).flatMap((word) => byWord.get(word) ?? []) }
}

/** Of how many tasks was learned; 0 before the first time. */
export async function countLearned(ctx: Ctx): Promise<number> {
  const build = await ctx.tx.suggestionBuild.findUnique({ where: { id: 1 }, select: { tasks: true } })
  return build?.tasks ?? 0
}
