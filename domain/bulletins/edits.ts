import { z } from 'zod'
import {
  BULLETIN_LIMITS,
  freeFigureNumber,
  SECTION_KEYS,
  withoutStrayFigures,
  type BulletinContent,
  type Figure,
  type Inline,
  type Paragraph,
  type Section,
} from './content'
import type { LocalDate } from '@/domain/calendar/local-date'
import { FIGURE_NAMES, figureQueryOf, figuresFor, type FigureDays, type FigureName } from './figures'

const code = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** A stretch as the editor sends it: words, a field that is there, or a new one by its name (of one lead unit where a code is given). */
const editedInline = z.union([
  z.strictObject({ text: z.string().max(BULLETIN_LIMITS.paragraph) }),
  z.strictObject({ figure: z.string().regex(/^F\d{1,5}$/) }),
  z.strictObject({ insert: z.enum(FIGURE_NAMES), lead: code.optional() }),
])

/**
 * What a person may change: words, which fields stand where, which rows of a table stay and what is quoted in them. Values, titles,
 * dates and units come from the data alone.
 */
export const bulletinEditsSchema = z.object({
  addressee: z.string().trim().max(BULLETIN_LIMITS.addressee, { error: 'bulletin.text_too_long' }),
  sections: z
    .array(
      z.object({
        key: z.enum(SECTION_KEYS),
        paragraphs: z
          .array(z.array(editedInline).max(400))
          .max(BULLETIN_LIMITS.paragraphs, { error: 'bulletin.text_too_long' }),
        tables: z.array(
          z.object({
            id: z.string(),
            rows: z.array(
              z.object({
                no: z.int(),
                said: z.string().trim().max(BULLETIN_LIMITS.said, { error: 'bulletin.text_too_long' }),
              }),
            ),
          }),
        ),
      }),
    )
    .max(SECTION_KEYS.length),
})
/** What `bulletinEditsSchema` reads. */
export type BulletinEdits = z.output<typeof bulletinEditsSchema>

type Context = { scope: string; today: LocalDate; now: Date; newId: () => string }

/**
 * The content after a person's edits. Sections that are not sent stay as they are; fields that the content does not know and rows
 * that no table has are left out; new fields come without a value (zero) and are listed in `added`, to be counted.
 */
export function applyEdits(
  content: BulletinContent,
  edits: BulletinEdits,
  context: Context,
): { content: BulletinContent; added: string[] } {
  const known = new Set(content.figures.map((one) => one.id))
  const { period } = content
  const offered = figuresFor(period)
  const added: Figure[] = []
  let next = freeFigureNumber(content.figures)
  const insert = (name: FigureName, lead: string | undefined): Inline => {
    const figure = newFigure(`F${next}`, name, { ...context, period }, lead)
    next += 1
    added.push(figure)
    return { figure: figure.id }
  }
  const inlineOf = (one: z.output<typeof editedInline>): Inline[] => {
    if ('text' in one) return one.text === '' ? [] : [{ text: one.text }]
    if ('insert' in one) return offered.includes(one.insert) ? [insert(one.insert, one.lead)] : []
    return known.has(one.figure) ? [{ figure: one.figure }] : []
  }
  const sections = content.sections.map((section): Section => {
    const edited = edits.sections.find((one) => one.key === section.key)
    if (!edited) return section
    const paragraphs = withIds(
      edited.paragraphs
        .map((inlines) => inlines.flatMap(inlineOf))
        .filter((inlines) => inlines.some((one) => 'figure' in one || one.text.trim() !== '')),
      section.paragraphs,
      context.newId,
    )
    return { ...section, paragraphs, tables: editedTables(section, edited.tables) }
  })
  return {
    content: withoutStrayFigures({
      addressee: edits.addressee,
      period: content.period,
      figures: [...content.figures, ...added],
      sections,
    }),
    added: added.map((one) => one.id),
  }
}

/** A paragraph that still says the same keeps its id, else the one in its place, so that remarks stay where they were made; all others are new. */
function withIds(
  written: readonly Inline[][],
  before: readonly Paragraph[],
  newId: () => string,
): Paragraph[] {
  const free = [...before]
  const take = (fits: (one: Paragraph) => boolean) => {
    const at = free.findIndex(fits)
    return at < 0 ? undefined : free.splice(at, 1)[0]?.id
  }
  const same = written.map((inlines) =>
    take((one) => JSON.stringify(one.inlines) === JSON.stringify(inlines)),
  )
  return written.map((inlines, at) => {
    const id = same[at] ?? take((one) => one === before[at]) ?? newId()
    return { id, inlines }
  })
}

function editedTables(
  section: Section,
  edited: BulletinEdits['sections'][number]['tables'],
): Section['tables'] {
  return section.tables.flatMap((table): Section['tables'] => {
    const change = edited.find((one) => one.id === table.id)
    if (!change) return table.kind === 'tasks' ? [] : [table]
    if (table.kind === 'standing') return [table]
    const said = new Map(change.rows.map((row) => [row.no, row.said]))
    const rows = table.rows.flatMap((row) => {
      const words = said.get(row.no)
      return words === undefined ? [] : [{ ...row, said: words }]
    })
    return rows.length === 0 ? [] : [{ ...table, rows }]
  })
}

/** A field without a value yet. */
export function newFigure(
  id: string,
  name: FigureName,
  { scope, today, period, now }: Omit<Context, 'newId'> & FigureDays,
  lead?: string,
): Figure {
  return {
    id,
    name,
    query: figureQueryOf(name, scope, { today, period }, lead),
    of: '',
    value: 0,
    outOf: null,
    asOf: now.toISOString(),
    was: null,
  }
}
