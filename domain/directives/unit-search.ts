import { pinyin } from 'pinyin-pro'
import { simplify } from './simplify'

/** A unit as names are matched against it. */
export type UnitName = {
  id: string
  name: string
  shortName: string
  nameEn: string
  shortNameEn: string
  aliases: string[]
  formerNames: string[]
  /** 职能, in words. */
  duties: string
}

/** How a name was recognised in a picker. */
export type MatchedBy = 'name' | 'short' | 'alias' | 'former' | 'pinyin' | 'initials' | 'english'

/** Spellings under which a unit can be found, folded to one form. */
export type UnitKeys = { key: string; how: MatchedBy }[]

/** One form for names: simplified, no blanks or brackets, lower case, OCR's 0 in capitals read as O. */
export function foldName(name: string): string {
  return simplify(name.normalize('NFKC'))
    .replace(/\b0(?=[A-Z]{2})|(?<=[A-Z])0(?=[A-Z])/g, 'O')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[\s·•.,'’"“”()（）\-—]+/g, '')
}

const hanOnly = (text: string) => simplify(text).replace(/[^\u3400-\u9fff]/g, '')

function latinOf(name: string): { full: string; initials: string } {
  const han = hanOnly(name)
  if (han === '') return { full: '', initials: '' }
  const syllables = pinyin(han, { toneType: 'none', type: 'array', v: true })
  return { full: syllables.join(''), initials: syllables.map((s) => s[0] ?? '').join('') }
}

function collector(keys: UnitKeys) {
  return (text: string, how: MatchedBy) => {
    const key = foldName(text)
    if (key !== '' && !keys.some((k) => k.key === key && k.how === how)) keys.push({ key, how })
  }
}

/** The names of a unit as a text may spell them: full, short, aliases, former, English and its capitals (OMB). */
export function unitNameKeys(unit: UnitName): UnitKeys {
  const keys: UnitKeys = []
  const add = collector(keys)
  add(unit.name, 'name')
  add(unit.shortName, 'short')
  for (const alias of unit.aliases) add(alias, 'alias')
  for (const former of unit.formerNames) add(former, 'former')
  add(unit.nameEn, 'english')
  add(unit.shortNameEn, 'english')
  const words = unit.nameEn.split(/\s+/).filter((w) => /^[A-Z]/.test(w))
  if (words.length > 1) add(words.map((w) => w[0]).join(''), 'english')
  return keys
}

/** Keys of a unit, computed once by the caller for many look-ups: its names, pinyin in full, initials. */
export function unitSearchKeys(unit: UnitName): UnitKeys {
  const keys = unitNameKeys(unit)
  const add = collector(keys)
  for (const name of [unit.name, unit.shortName, ...unit.aliases]) {
    const latin = latinOf(name)
    add(latin.full, 'pinyin')
    add(latin.initials, 'initials')
  }
  return keys
}

const weight: Record<MatchedBy, number> = {
  name: 1,
  short: 0.95,
  alias: 0.9,
  former: 0.8,
  english: 0.85,
  initials: 0.75,
  pinyin: 0.7,
}

function scoreOf(query: string, keys: UnitKeys): { how: MatchedBy; score: number } | null {
  let best: { how: MatchedBy; score: number } | null = null
  for (const { key, how } of keys) {
    const at = key.indexOf(query)
    if (at < 0) continue
    const fit = key === query ? 1 : at === 0 ? 0.8 : 0.55
    // a letter or two anywhere inside a long spelling says nothing
    if (at > 0 && (how === 'pinyin' || how === 'initials') && query.length < 3) continue
    const score = weight[how] * fit * (0.7 + (0.3 * query.length) / key.length)
    if (!best || score > best.score) best = { how, score }
  }
  return best
}

/** Finds units for a picker by any name, pinyin in full or initials (shjz), English; best first, ties by name then id. */
export function searchUnits(
  query: string,
  units: readonly UnitName[],
  limit = 10,
): { unitId: string; how: MatchedBy; score: number }[] {
  const wanted = foldName(query)
  if (wanted === '') return []
  return units
    .map((unit) => ({ unit, hit: scoreOf(wanted, unitSearchKeys(unit)) }))
    .filter((row) => row.hit !== null)
    .sort(
      (a, b) =>
        b.hit!.score - a.hit!.score ||
        (a.unit.name < b.unit.name ? -1 : a.unit.name > b.unit.name ? 1 : a.unit.id < b.unit.id ? -1 : 1),
    )
    .slice(0, limit)
    .map((row) => ({ unitId: row.unit.id, how: row.hit!.how, score: row.hit!.score }))
}

/** Finds people (or any named things) by name, pinyin or initials; best first. */
export function searchNames(
  query: string,
  names: readonly { id: string; name: string; nameEn?: string }[],
  limit = 10,
): { id: string; score: number }[] {
  const wanted = foldName(query)
  if (wanted === '') return []
  return names
    .map((one) => {
      const latin = latinOf(one.name)
      const keys: UnitKeys = [{ key: foldName(one.name), how: 'name' }]
      if (latin.full) keys.push({ key: latin.full, how: 'pinyin' }, { key: latin.initials, how: 'initials' })
      if (one.nameEn) keys.push({ key: foldName(one.nameEn), how: 'english' })
      return { one, hit: scoreOf(wanted, keys) }
    })
    .filter((row) => row.hit !== null)
    .sort((a, b) => b.hit!.score - a.hit!.score || (a.one.id < b.one.id ? -1 : 1))
    .slice(0, limit)
    .map((row) => ({ id: row.one.id, score: row.hit!.score }))
}
