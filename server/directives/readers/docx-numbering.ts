import { figureOf } from './docx-numbers'
import { child, childrenOf, valueOf, type XmlElement } from './xml'

type Level = {
  start: number
  format: string
  text: string
  suffix: string
  style: string | null
  plain: boolean
}
type List = { abstract: string; overrides: Map<number, number> }

/** What Word draws before a paragraph: a number (with its blank), nothing, or something that cannot be told surely. */
export type DrawnNumber = { text: string } | 'unsure' | null

const LEVELS = 9
const BLANKLESS = /[\u2014-\uffef]$/

/** Counts the numbered paragraphs of a document in their order, as Word does when it draws them (ECMA-376 part 1, 17.9). */
export class DocxNumbering {
  private readonly lists = new Map<string, List>()
  private readonly levels = new Map<string, Map<number, Level>>()
  private readonly counters = new Map<string, number[]>()
  private readonly seen = new Set<string>()
  private readonly styleLists = new Map<string, string>()

  constructor(numbering: XmlElement | undefined, listOfStyle: (styleId: string) => string | undefined) {
    const root = child(numbering, 'numbering')
    for (const one of childrenOf(root, 'abstractNum')) {
      const id = one.attributes.abstractNumId ?? ''
      this.levels.set(
        id,
        new Map(childrenOf(one, 'lvl').map((level) => [Number(level.attributes.ilvl), levelOf(level)])),
      )
      const link = valueOf(one, 'numStyleLink')
      if (link) this.styleLists.set(id, link)
    }
    for (const one of childrenOf(root, 'num')) {
      const overrides = new Map<number, number>()
      for (const level of childrenOf(one, 'lvlOverride')) {
        const start = valueOf(level, 'startOverride')
        if (start !== undefined) overrides.set(Number(level.attributes.ilvl), Number(start))
      }
      this.lists.set(one.attributes.numId ?? '', { abstract: valueOf(one, 'abstractNumId') ?? '', overrides })
    }
    // A list that only names a style takes that style's levels.
    for (const [id, style] of this.styleLists) {
      const target = this.lists.get(listOfStyle(style) ?? '')?.abstract
      const levels = target === undefined ? undefined : this.levels.get(target)
      if (levels && !this.levels.get(id)?.size) this.levels.set(id, levels)
    }
  }

  /** The level that a style stands for in a list, where the paragraph itself names none. */
  levelOfStyle(numId: string, styleId: string): number {
    const levels = this.levels.get(this.lists.get(numId)?.abstract ?? '')
    for (const [at, level] of levels ?? []) if (level.style === styleId) return at
    return 0
  }

  /** Counts one paragraph and says what Word draws before it. */
  next(numId: string, at: number): DrawnNumber {
    const list = this.lists.get(numId)
    const levels = list && this.levels.get(list.abstract)
    const level = levels?.get(at)
    if (numId === '0') return null
    if (!list || !levels || !level || at < 0 || at >= LEVELS) return 'unsure'
    const counts = this.counters.get(list.abstract) ?? []
    this.counters.set(list.abstract, counts)
    if (!this.seen.has(numId)) {
      this.seen.add(numId)
      for (const [one, start] of list.overrides) counts[one] = start - 1
    }
    for (let one = 0; one < at; one++) counts[one] ??= levels.get(one)?.start ?? 1
    counts[at] = (counts[at] ?? level.start - 1) + 1
    counts.length = at + 1
    return draw(level, levels, counts)
  }
}

function draw(level: Level, levels: Map<number, Level>, counts: number[]): DrawnNumber {
  if (level.format === 'none') return null
  if (level.format === 'bullet') return { text: '• ' }
  let sure = true
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const one = Number(digit) - 1
    const format = level.plain ? 'decimal' : (levels.get(one)?.format ?? 'decimal')
    const figure = figureOf(format, counts[one] ?? levels.get(one)?.start ?? 1)
    if (figure === null) sure = false
    return figure ?? ''
  })
  if (!sure) return 'unsure'
  if (text.trim() === '') return null
  return { text: level.suffix === 'nothing' || BLANKLESS.test(text) ? text : `${text} ` }
}

function levelOf(element: XmlElement): Level {
  const start = Number(valueOf(element, 'start') ?? 1)
  return {
    start: Number.isInteger(start) ? start : 1,
    // Formats newer than the standard stand inside an alternative: not sure.
    format: valueOf(element, 'numFmt') ?? 'unknown',
    text: valueOf(element, 'lvlText') ?? '',
    suffix: valueOf(element, 'suff') ?? 'tab',
    style: valueOf(element, 'pStyle') ?? null,
    plain: child(element, 'isLgl') !== undefined,
  }
}
