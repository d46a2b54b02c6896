import { cleanText } from './clean'
import { simplify } from './simplify'
import { foldName, unitSearchKeys, type MatchedBy, type UnitName } from './unit-search'

export { searchNames, searchUnits, unitSearchKeys, type MatchedBy, type UnitName } from './unit-search'

/** A unit that may be the one a text names. */
export type UnitMatch = { unitId: string; how: MatchedBy; score: number }

const exact: Record<MatchedBy, number> = {
  name: 1,
  short: 0.97,
  alias: 0.95,
  english: 0.95,
  former: 0.9,
  initials: 0.6,
  pinyin: 0.6,
}

// 有关部门, 各地, each agency: words for nobody in particular, which no unit may claim
const open = /^(?:各?有关|相关|各级|各地|其他|each|any|all|other)/i

/** Units that a name read in a text can mean, best first: exact spellings before a name that contains the other. Deterministic. */
export function matchUnits(name: string, units: readonly UnitName[]): UnitMatch[] {
  const cleaned = cleanText(name).text
  const wanted = foldName(cleaned)
  if (wanted === '' || open.test(simplify(cleaned.trim()))) return []
  const found: UnitMatch[] = []
  for (const unit of units) {
    let best: UnitMatch | null = null
    for (const { key, how } of unitSearchKeys(unit)) {
      let score = 0
      if (key === wanted) score = exact[how]
      // 民政部社会救助司 contains 社会救助司; a name of one or two characters proves nothing
      else if (how !== 'pinyin' && how !== 'initials' && Math.min(key.length, wanted.length) >= 3) {
        if (wanted.endsWith(key) || key.endsWith(wanted)) score = exact[how] * 0.8
      }
      if (score > 0 && (!best || score > best.score)) best = { unitId: unit.id, how, score }
    }
    if (best) found.push(best)
  }
  return found.sort((a, b) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1))
}

/** A suggestion for a task whose text names no unit, with the word of the unit's duties that speaks for it. */
export type UnitSuggestion = { unitId: string; reason: { code: 'duty'; word: string } }

const separators = /[，。；、：,;.:\s（）()]+/
const empty =
  /^(?:负责|承担|拟订|拟定|组织|指导|协调|推进|管理|监督|研究|起草|工作|有关|相关|以及|和|等|and|the|of|for|to|in|with|work|matters)$/i

function dutyWords(duties: string): Map<string, number> {
  const words = new Map<string, number>()
  for (const part of simplify(duties).split(separators)) {
    if (part === '') continue
    if (/[\u3400-\u9fff]/.test(part)) {
      for (let size = 2; size <= 6; size++) {
        for (let i = 0; i + size <= part.length; i++) words.set(part.slice(i, i + size), size)
      }
    } else if (part.length > 3 && !empty.test(part)) words.set(part.toLowerCase(), 3)
  }
  return words
}

/** At most three units whose duties (职能) share the most telling word with a task's text; rarer and longer words weigh more. */
export function suggestUnits(text: string, units: readonly UnitName[]): UnitSuggestion[] {
  const cleaned = simplify(cleanText(text).text).toLowerCase()
  const vocabularies = units.map((unit) => ({ unit, words: dutyWords(unit.duties) }))
  const holders = new Map<string, number>()
  for (const { words } of vocabularies)
    for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1)
  const scored: { unitId: string; score: number; word: string }[] = []
  for (const { unit, words } of vocabularies) {
    let score = 0
    let word = ''
    let strongest = 0
    for (const [candidate, size] of words) {
      if (empty.test(candidate) || !cleaned.includes(candidate)) continue
      const rarity = Math.log((units.length + 1) / (holders.get(candidate) ?? 1))
      const value = rarity * (size - 1) ** 2
      score += value
      if (value > strongest || (value === strongest && candidate > word)) {
        strongest = value
        word = candidate
      }
    }
    if (strongest >= 2 && word !== '') scored.push({ unitId: unit.id, score, word })
  }
  scored.sort((a, b) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1))
  const least = (scored[0]?.score ?? 0) * 0.3
  return scored
    .filter((row) => row.score >= least)
    .slice(0, 3)
    .map((row) => ({ unitId: row.unitId, reason: { code: 'duty', word: row.word } }))
}
