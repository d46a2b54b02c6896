import { cleanText } from './clean'
import { foldWords, isEveryday, tellingWords } from './telling-words'

/** A unit that may be suggested, with its functions 职能. */
export type DutyUnit = { id: string; duties: string }

/** What was learned of one word: how many dispatched tasks with it a unit led, the newest of them by number, newest first. */
export type LearnedWord = { word: string; unitId: string; tasks: number; lastNos: readonly number[] }

/** What suggestions rest on besides duties: the words of the text as learned, out of so many tasks. */
export type Learned = { total: number; words: readonly LearnedWord[] }

/** Why a unit is suggested: a word of its duties, or tasks alike that it led; both where both hold. */
export type SuggestionReason =
  | { code: 'duty'; word: string }
  | { code: 'past'; word: string; count: number; tasks: readonly number[]; duty?: string }

/** A suggestion for a task whose text names no unit. It counts for nothing until a person accepts it. */
export type UnitSuggestion = { unitId: string; reason: SuggestionReason }

type Claim = { score: number; word: string; strongest: number }

const SHOWN = 3
/** A suggestion with less than this share of the best one's score is noise. */
const LEAST_SHARE = 0.3
/** A word that more units than this (or a fifth of them) have among their duties tells nothing. */
const HOLDERS = 2
/** Past: at least so many tasks, of which at least this share were led by the unit; a word in more than a twentieth of all tells nothing. */
const PAST_TASKS = 2
const PAST_SHARE = 0.6
const PAST_COMMON = 0.05
const SMALL_TOTAL = 60

const separators = /[，。；、：,;.:\n（）()]+/

/** Words of a unit's duties that can speak for it: each duty whole, and runs of its words. */
function dutyWords(duties: string): Set<string> {
  const words = new Set<string>()
  for (const part of duties.split(separators)) {
    const phrase = foldWords(part).trim()
    if (phrase.length >= 2 && phrase.length <= 16 && !isEveryday(phrase)) words.add(phrase)
    // A short word that is only part of a duty (消防 of 消防安全) is too weak to speak for it.
    for (const word of tellingWords(part, 4)) if (/[\u3400-\u9fff]{3}|[a-z]{6}| /.test(word)) words.add(word)
  }
  return words
}

/** Longer and rarer weighs more: 养老机构 of one unit beats 养老 of three. */
const valueOf = (word: string, units: number, holders: number) => {
  const length = /[\u3400-\u9fff]/.test(word) ? word.length : word.length / 2.5
  return Math.log((units + 1) / holders) * (length - 1) ** 2
}

function add(claims: Map<string, Claim>, unitId: string, word: string, value: number): void {
  const claim = claims.get(unitId) ?? { score: 0, word: '', strongest: 0 }
  const better = value > claim.strongest || (value === claim.strongest && word < claim.word)
  claims.set(unitId, {
    score: claim.score + value,
    word: better ? word : claim.word,
    strongest: Math.max(value, claim.strongest),
  })
}

/** True where the word stands in the text by itself: Latin words not inside longer ones. */
function stands(text: string, word: string): boolean {
  if (/[\u3400-\u9fff]/.test(word)) return text.includes(word)
  return new RegExp(`(?<![a-z])${word.replace(/[^a-z ]/g, '.')}(?:e?s)?(?![a-z])`).test(text)
}

function byDuties(text: string, units: readonly DutyUnit[]): Map<string, Claim> {
  const vocabularies = units.map((unit) => ({ unit, words: dutyWords(unit.duties) }))
  const holders = new Map<string, number>()
  for (const { words } of vocabularies)
    for (const word of words) holders.set(word, (holders.get(word) ?? 0) + 1)
  const most = Math.max(HOLDERS, Math.floor(units.length / 5))
  const claims = new Map<string, Claim>()
  for (const { unit, words } of vocabularies) {
    const here = [...words].filter((word) => (holders.get(word) ?? 0) <= most && stands(text, word))
    // 养老 inside 养老机构 that was found already says nothing more
    const longest = here.filter((word) => !here.some((other) => other !== word && other.includes(word)))
    for (const word of longest)
      add(claims, unit.id, word, valueOf(word, units.length, holders.get(word) ?? 1))
  }
  return claims
}

function byPast(units: ReadonlySet<string>, { total, words }: Learned) {
  const all = new Map<string, number>()
  for (const { word, tasks } of words) all.set(word, (all.get(word) ?? 0) + tasks)
  const claims = new Map<string, Claim>()
  const known = new Map<string, LearnedWord>()
  // Sums of fractions depend on their order.
  const inOrder = [...words].sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : 0))
  for (const learned of inOrder) {
    const { word, unitId, tasks } = learned
    const of = all.get(word) ?? tasks
    if (!units.has(unitId) || tasks < PAST_TASKS || tasks / of < PAST_SHARE) continue
    if (total > SMALL_TOTAL && of / total > PAST_COMMON) continue
    const rarity = Math.log((total + 1) / of)
    const length = /[\u3400-\u9fff]/.test(word) ? word.length : word.length / 2.5
    add(claims, unitId, word, (tasks / of) ** 2 * rarity * length * Math.log(1 + tasks))
    known.set(`${unitId} ${word}`, learned)
  }
  return { claims, known }
}

/**
 * At most three units for a text that names none: those that led tasks alike (learned from dispatched work), then those whose duties share a
 * telling word with it. Each rests on a word that is rare among units or tasks, and shows it. Deterministic, whatever the order of the units.
 */
export function suggestUnits(
  text: string,
  units: readonly DutyUnit[],
  learned: Learned = { total: 0, words: [] },
): UnitSuggestion[] {
  const folded = foldWords(cleanText(text).text)
  const duties = byDuties(folded, units)
  const { claims: past, known } = byPast(new Set(units.map((unit) => unit.id)), learned)
  const bestDuty = Math.max(0, ...[...duties.values()].map((claim) => claim.score))
  const bestPast = Math.max(0, ...[...past.values()].map((claim) => claim.score))
  const share = (claim: Claim | undefined, best: number) => (claim && best > 0 ? claim.score / best : 0)
  return units
    .map(({ id }) => {
      const [duty, led] = [duties.get(id), past.get(id)]
      // Work done weighs more than words of a charter.
      return { id, duty, led, score: share(led, bestPast) * 1.2 + share(duty, bestDuty) }
    })
    .filter((row) => row.score >= LEAST_SHARE)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ id, duty, led }) => {
      const told = led && known.get(`${id} ${led.word}`)
      if (!told) return { unitId: id, reason: { code: 'duty', word: duty?.word ?? '' } }
      const reason = { code: 'past' as const, word: told.word, count: told.tasks, tasks: told.lastNos }
      return { unitId: id, reason: duty ? { ...reason, duty: duty.word } : reason }
    })
}
