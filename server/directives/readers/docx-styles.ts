import { child, childrenOf, valueOf, type XmlElement } from './xml'

type Style = { basedOn: string | null; numId: string | null; level: number | null; heading: boolean }

const HEADING = /^(?:heading|标题)\s*\d/i
const DEEPEST_CHAIN = 20

/** What a document's styles say of numbering and headings, through the styles they are based on. */
export class DocxStyles {
  private readonly styles = new Map<string, Style>()
  /** Style of paragraphs that name none. */
  readonly usual: string | null

  constructor(part: XmlElement | undefined) {
    const all = childrenOf(child(part, 'styles'), 'style')
    for (const one of all) {
      const settings = child(one, 'pPr')
      const number = child(settings, 'numPr')
      const outline = valueOf(settings, 'outlineLvl')
      const level = valueOf(number, 'ilvl')
      this.styles.set(one.attributes.styleId ?? '', {
        basedOn: valueOf(one, 'basedOn') ?? null,
        numId: valueOf(number, 'numId') ?? null,
        level: level === undefined ? null : Number(level),
        heading: HEADING.test(valueOf(one, 'name') ?? '') || (outline !== undefined && Number(outline) < 9),
      })
    }
    const usual = all.find((one) => one.attributes.type === 'paragraph' && one.attributes.default === '1')
    this.usual = usual?.attributes.styleId ?? null
  }

  /** The list of a style, and the style of the chain that names it. */
  numberOf(id: string | null): { numId: string; level: number | null; from: string } | null {
    for (const [name, style] of this.chain(id)) {
      if (style.numId !== null) return { numId: style.numId, level: style.level, from: name }
    }
    return null
  }

  /** True for headings and styles based on them. */
  isHeading(id: string | null): boolean {
    return this.chain(id).some(([, style]) => style.heading)
  }

  private chain(id: string | null): [string, Style][] {
    const found: [string, Style][] = []
    for (let name = id; name !== null && found.length < DEEPEST_CHAIN; ) {
      const style = this.styles.get(name)
      if (!style) break
      found.push([name, style])
      name = style.basedOn
    }
    return found
  }
}
