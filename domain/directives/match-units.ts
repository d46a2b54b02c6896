import type { LocalDate } from '@/domain/calendar/local-date'
import { cleanText } from './clean'
import { foldLooks, isOneSlip, isShortForm } from './name-likeness'
import { simplify } from './simplify'
import { foldName, unitNameKeys, type MatchedBy, type UnitName } from './unit-search'

export { searchNames, searchUnits, unitSearchKeys, type MatchedBy, type UnitName } from './unit-search'

/** A unit that a text may name: its names, its place, its dates of effect and, once it has ended, who took over. */
export type NamedUnit = UnitName & {
  kind?: string
  parentId?: string | null
  validFromOn?: LocalDate | null
  validToOn?: LocalDate | null
  successorIds?: readonly string[]
}

/** How a name in a text was recognised; `looks`: but for what scanning confuses; `part`, `abbreviated`: a guess. */
export type NameMatchedBy =
  | Exclude<MatchedBy, 'pinyin' | 'initials'>
  | 'looks'
  | 'part'
  | 'abbreviated'
  | 'successor'

/** A unit that may be the one a text names. Certain: the only one it can be; otherwise one to be asked about, never filled in. */
export type UnitMatch = { unitId: string; how: NameMatchedBy; score: number; certain: boolean }

/** The days that decide which units a name can mean: that of the directive, and today. */
export type MatchDays = { on?: LocalDate | null; today?: LocalDate | null }

const SCORE: Record<NameMatchedBy, number> = {
  name: 1,
  short: 0.97,
  alias: 0.95,
  english: 0.95,
  former: 0.9,
  successor: 0.89,
  looks: 0.88,
  abbreviated: 0.7,
  part: 0.6,
}
/** Before the own organisation's units: 部社会救助司, 我部救助司. */
const OWN = ['部机关', '我部', '本部', '部内', '部']
const LOCAL = ['province', 'city', 'county']

// 有关部门, 各地, each agency: words for nobody in particular, which no unit may claim
const open = /^(?:各?有关|相关|各|其他|其它|each|any|all|other|relevant|appropriate)/i
const tail = /等(?:有关|相关)?(?:部门|单位|司局)?$/

type Entry = { unitId: string; how: NameMatchedBy }
type Index = {
  units: Map<string, NamedUnit>
  exact: Map<string, Entry[]>
  looks: Map<string, Entry[]>
  own: string[]
}
const indexes = new WeakMap<readonly NamedUnit[], Index>()

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key)
  if (list) list.push(entry)
  else map.set(key, [entry])
}

function indexOf(units: readonly NamedUnit[]): Index {
  const kept = indexes.get(units)
  if (kept) return kept
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const index: Index = { units: byId, exact: new Map(), looks: new Map(), own: [...OWN] }
  for (const unit of units) {
    const keys = unitNameKeys(unit)
    const parent = unit.parentId ? byId.get(unit.parentId) : undefined
    // 北一市民政局: a local name that many share is told apart by the place before it
    const above = parent && parent.kind !== 'ministry' ? [parent.name, parent.shortName] : []
    for (const { key, how } of keys) {
      const entry = { unitId: unit.id, how: how as NameMatchedBy }
      put(index.exact, key, entry)
      put(index.looks, foldLooks(key), entry)
      for (const place of above) if (place) put(index.exact, foldName(place) + key, entry)
    }
    if (unit.kind === 'ministry') index.own.push(...keys.map((one) => one.key))
  }
  index.own.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  indexes.set(units, index)
  return index
}

/** The spellings to look for: as it stands, without brackets, without 等, without the own organisation's name. */
function spellings(name: string, { own }: Index): string[] {
  const bare = [name, name.replace(/[（(][^（）()]*[）)]/g, ''), name.replace(tail, '')].map(foldName)
  const within = bare.flatMap((key) => [
    ...own.filter((word) => key.startsWith(word)).map((word) => key.slice(word.length)),
    ...own.filter((word) => key.endsWith(`ofthe${word}`)).map((word) => key.slice(0, -word.length - 5)),
  ])
  return [...new Set([...bare, ...within])].filter((key) => key.length >= 2)
}

const best = (entries: readonly Entry[]): Entry[] => {
  const of = new Map<string, Entry>()
  for (const entry of entries) {
    const before = of.get(entry.unitId)
    if (!before || SCORE[entry.how] > SCORE[before.how]) of.set(entry.unitId, entry)
  }
  const top = Math.max(0, ...[...of.values()].map((entry) => SCORE[entry.how]))
  return [...of.values()].filter((entry) => SCORE[entry.how] === top)
}

const isLocal = (index: Index, unitId: string) => LOCAL.includes(index.units.get(unitId)?.kind ?? '')

/** 财政部社会保障司 is another ministry's, though ours may have one of the name. */
function isForeign(index: Index, name: string): boolean {
  for (let end = 2; end < name.length; end++) if (index.exact.has(name.slice(0, end))) return true
  return false
}

function slips(index: Index, wanted: readonly string[]): Entry[] {
  const found: Entry[] = []
  for (const [key, entries] of index.exact) {
    if (!wanted.some((one) => isOneSlip(one, key))) continue
    // 北城区 and 北辰区 may both exist, and only one be in the tree
    found.push(...entries.filter(({ unitId }) => !isLocal(index, unitId)))
  }
  return found.map(({ unitId }) => ({ unitId, how: 'looks' }))
}

function guesses(index: Index, wanted: readonly string[]): Entry[] {
  const found: Entry[] = []
  const add = (entries: readonly Entry[], how: 'part' | 'abbreviated') =>
    found.push(...entries.map(({ unitId }) => ({ unitId, how })))
  for (const [key, entries] of index.exact) {
    for (const one of wanted) {
      if (isShortForm(one, key)) add(entries, 'abbreviated')
      else if (Math.min(one.length, key.length) < 3) continue
      else if (key.endsWith(one)) add(entries, 'part')
      else if (one.endsWith(key) && !isForeign(index, one))
        add(
          entries.filter(({ unitId }) => !isLocal(index, unitId)),
          'part',
        )
    }
  }
  return found
}

const inEffect = (unit: NamedUnit, day: LocalDate) =>
  (!unit.validFromOn || unit.validFromOn <= day) && (!unit.validToOn || unit.validToOn >= day)

/** The unit itself where it stands today, else those that took over, however often. */
function heirsOf(index: Index, unitId: string, today: LocalDate, seen = new Set<string>()): string[] {
  const unit = index.units.get(unitId)
  if (!unit || seen.has(unitId)) return []
  seen.add(unitId)
  if (inEffect(unit, today)) return [unitId]
  return (unit.successorIds ?? []).flatMap((id) => heirsOf(index, id, today, seen))
}

/**
 * Units that a name read in a text can mean, best first. Exact spellings (name, short, alias, English, former) before what a scanner confused,
 * that before guesses; of two units of one name the one in effect on the directive's day; an ended unit by its successors. Certain only where it
 * can be no other: else several, all to be asked about. Deterministic, whatever the order of the units.
 */
export function matchUnits(name: string, units: readonly NamedUnit[], days: MatchDays = {}): UnitMatch[] {
  const cleaned = cleanText(name).text.trim()
  const index = indexOf(units)
  const wanted = spellings(cleaned, index)
  if (wanted.length === 0 || open.test(simplify(cleaned))) return []
  const steps: (() => Entry[])[] = [
    () => wanted.flatMap((key) => index.exact.get(key) ?? []),
    () =>
      wanted
        .flatMap((key) => index.looks.get(foldLooks(key)) ?? [])
        .map(({ unitId }) => ({ unitId, how: 'looks' })),
    () => slips(index, wanted),
    () => guesses(index, wanted),
  ]
  for (const step of steps) {
    const matches = placed(index, best(step()), days)
    if (matches.length > 0) return matches
  }
  return []
}

function placed(index: Index, entries: readonly Entry[], { on, today }: MatchDays): UnitMatch[] {
  const then = on ? entries.filter(({ unitId }) => inEffect(index.units.get(unitId)!, on)) : entries
  const named = then.length > 0 ? then : entries
  const found = new Map<string, NameMatchedBy>()
  for (const { unitId, how } of named) {
    for (const heir of today ? heirsOf(index, unitId, today) : [unitId]) {
      const by = heir === unitId ? how : 'successor'
      const before = found.get(heir)
      if (!before || SCORE[by] > SCORE[before]) found.set(heir, by)
    }
  }
  const guessed = (how: NameMatchedBy) => how === 'part' || how === 'abbreviated'
  const alone = found.size === 1
  return [...found]
    .map(([unitId, how]) => ({ unitId, how, score: SCORE[how], certain: alone && !guessed(how) }))
    .sort((a, b) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1))
}
