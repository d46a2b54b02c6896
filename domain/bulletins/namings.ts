import { contentLines } from './content-text'
import type { BulletinContent } from './content'
import type { SectionKey } from './content'

/** A unit by the names under which a text may mention it. */
export type NameableUnit = { id: string; code: string; names: readonly string[] }

/** Where a unit is named: the sentences that name it, and the tasks that they speak of. */
export type Naming = {
  unitId: string
  passages: { section: SectionKey; text: string }[]
  taskNos: number[]
}

/** A directive of the annexed table: its title names units that are not spoken of. */
const NOBODY = '-'
/** The same of titles in a sentence. */
const TITLES = /《[^》]*》/g

/** Shorter names are not looked for: one character is no name. */
const SHORTEST = 2

/**
 * 点名检查: every unit that the text or a table names, with the passages. The longest name wins where one holds another; a row of
 * a table names its lead by code, whatever the words.
 */
export function namingsOf(
  content: BulletinContent,
  units: readonly NameableUnit[],
  language: 'zh-CN' | 'en',
): Naming[] {
  const finder = nameFinder(units)
  const byCode = new Map(units.map((one) => [one.code, one.id]))
  const found = new Map<string, Naming>()
  const note = (unitId: string, section: SectionKey, text: string, nos: readonly number[]) => {
    const naming = found.get(unitId) ?? { unitId, passages: [], taskNos: [] }
    if (!naming.passages.some((one) => one.text === text)) naming.passages.push({ section, text })
    naming.taskNos = [...new Set([...naming.taskNos, ...nos])]
    found.set(unitId, naming)
  }
  const lines = contentLines(content, language)
  for (const [at, section] of content.sections.entries()) {
    const texts = lines[at]?.lines ?? []
    const leads = [
      ...section.paragraphs.map(() => ({ code: '', no: 0 })),
      ...section.tables.flatMap((table) =>
        table.kind === 'tasks'
          ? table.rows.map((row) => ({ code: row.leadCode, no: row.no }))
          : table.rows.map((row) => ({ code: table.by === 'lead' ? row.code : NOBODY, no: 0 })),
      ),
    ]
    for (const [place, text] of texts.entries()) {
      if (leads[place]?.code === NOBODY) continue
      const lead = byCode.get(leads[place]?.code ?? '')
      const nos = taskNosIn(text)
      for (const unitId of new Set([...(lead ? [lead] : []), ...finder(text.replaceAll(TITLES, ''))]))
        note(unitId, section.key, text, nos)
    }
  }
  return [...found.values()]
}

/** The numbers of tasks that a text mentions: T7. */
export function taskNosIn(text: string): number[] {
  return [...text.matchAll(/(?<![A-Za-z0-9])T(\d{1,9})(?!\d)/g)].map(([, no]) => Number(no))
}

/** Finds the units that a text names; Latin names only as whole words. */
function nameFinder(units: readonly NameableUnit[]): (text: string) => string[] {
  const names = units
    .flatMap(({ id, names: own }) => [...new Set(own)].map((name) => ({ id, name: name.trim() })))
    .filter(({ name }) => name.length >= SHORTEST)
    .sort((a, b) => b.name.length - a.name.length)
  const idOf = new Map(names.map(({ id, name }) => [name, id]))
  if (names.length === 0) return () => []
  const escaped = [...idOf.keys()].map((name) => {
    const plain = name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
    return /^[\w ,&.()-]+$/.test(name) ? String.raw`(?<!\w)${plain}(?!\w)` : plain
  })
  // Longer names stand first, so that 北京市民政局 is not read as 北京.
  const pattern = new RegExp(escaped.join('|'), 'g')
  return (text) => [...new Set([...text.matchAll(pattern)].flatMap(([name]) => idOf.get(name) ?? []))]
}

/** What a unit is told and answers to: its passages as one text. */
export function passageText(naming: Pick<Naming, 'passages'>): string {
  return naming.passages.map(({ text }) => text).join('\n')
}
