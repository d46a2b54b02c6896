import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { FIGURE_NAMES } from './figures'

/** The sections in their order: 总体情况 进展较好 存在问题 逾期清单 下一步 附表. */
export const SECTION_KEYS = ['overall', 'progressing', 'problems', 'overdue', 'next', 'annex'] as const
/** One of `SECTION_KEYS`. */
export type SectionKey = (typeof SECTION_KEYS)[number]

/** What a table of tasks was made of; `chosen` are rows that a person picked in the ledger. */
export const TASK_TABLES = ['overdue', 'chosen'] as const
/** One of `TASK_TABLES`. */
export type TaskTableName = (typeof TASK_TABLES)[number]

/** Most characters of a title, a paragraph, a unit's words in a table; most paragraphs of a section and rows of a table. */
export const BULLETIN_LIMITS = {
  title: 100,
  addressee: 200,
  paragraph: 4000,
  said: 300,
  paragraphs: 60,
  rows: 100,
  reason: 1000,
  remark: 1000,
  answer: 2000,
} as const

const id = z.string().regex(/^[a-z0-9-]{1,40}$/)
const figureId = z.string().regex(/^F\d{1,5}$/)
const amount = z.int().min(0)

/** A live field: what it counts, over which address of the ledger, what came out and when; `was` is what it said before the last refresh. */
export const figureSchema = z.object({
  id: figureId,
  name: z.enum(FIGURE_NAMES),
  query: z.string().max(1000),
  /** Short name of the lead unit or of the directive that it is narrowed to, for the reader of the field. */
  of: z.string().max(200).default(''),
  value: amount,
  outOf: amount.nullable(),
  asOf: z.iso.datetime(),
  was: z.object({ value: amount, outOf: amount.nullable() }).nullable().default(null),
})
/** What `figureSchema` reads. */
export type Figure = z.output<typeof figureSchema>

/** A stretch of a paragraph: words, or the place of a live field. */
export const inlineSchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ figure: figureId }),
])
/** What `inlineSchema` reads. */
export type Inline = z.output<typeof inlineSchema>

const paragraphSchema = z.object({ id, inlines: z.array(inlineSchema).max(400) })
/** A paragraph; its id stays with it over the versions, so that a remark finds it. */
export type Paragraph = z.output<typeof paragraphSchema>

const rowSchema = z.object({
  no: z.int().positive(),
  title: z.string(),
  lead: z.string(),
  leadCode: z.string(),
  dueOn: z.string(),
  /** Working days past the date; null where it has not passed. */
  days: z.int().nullable(),
  /** The unit's own latest words, as a person shortened them. */
  said: z.string().max(BULLETIN_LIMITS.said),
})
/** A task in a table. */
export type TaskRow = z.output<typeof rowSchema>

const taskTableSchema = z.object({
  kind: z.literal('tasks'),
  id,
  name: z.enum(TASK_TABLES),
  asOf: z.iso.datetime(),
  /** How many there are where the list is cut short. */
  total: amount,
  rows: z.array(rowSchema).max(BULLETIN_LIMITS.rows),
})
/** A list of tasks: overdue ones as the data gave them, or chosen by a person. */
export type TaskTable = z.output<typeof taskTableSchema>

const standingTableSchema = z.object({
  kind: z.literal('standing'),
  id,
  by: z.enum(['directive', 'lead']),
  rows: z
    .array(z.object({ label: z.string(), code: z.string(), figures: z.array(figureId) }))
    .max(BULLETIN_LIMITS.rows),
})
/** Counts by directive or by lead unit: every cell is a live field. */
export type StandingTable = z.output<typeof standingTableSchema>

const sectionSchema = z.object({
  key: z.enum(SECTION_KEYS),
  paragraphs: z.array(paragraphSchema).max(BULLETIN_LIMITS.paragraphs),
  tables: z.array(z.discriminatedUnion('kind', [taskTableSchema, standingTableSchema])).max(10),
})
/** A section with its paragraphs and tables. */
export type Section = z.output<typeof sectionSchema>

/** What a bulletin says, as it is kept: every figure once, by its id; paragraphs and tables name them. */
export const bulletinContentSchema = z.object({
  addressee: z.string().max(BULLETIN_LIMITS.addressee).default(''),
  /** Of what happened in which days it accounts; null where only of how things stand. */
  period: z.object({ from: localDateSchema, to: localDateSchema }).nullable().default(null),
  figures: z.array(figureSchema).max(2000),
  sections: z.array(sectionSchema).max(SECTION_KEYS.length),
})
/** What `bulletinContentSchema` reads. */
export type BulletinContent = z.output<typeof bulletinContentSchema>

/** The ids of the figures that the text and the tables name, each once, in their order. */
export function figuresNamed({ sections }: Pick<BulletinContent, 'sections'>): string[] {
  const ids = sections.flatMap(({ paragraphs, tables }) => [
    ...paragraphs.flatMap(({ inlines }) => inlines.flatMap((one) => ('figure' in one ? [one.figure] : []))),
    ...tables.flatMap((table) => (table.kind === 'standing' ? table.rows.flatMap((row) => row.figures) : [])),
  ])
  return [...new Set(ids)]
}

/** The content without figures that nothing names any more. */
export function withoutStrayFigures(content: BulletinContent): BulletinContent {
  const named = new Set(figuresNamed(content))
  return { ...content, figures: content.figures.filter((one) => named.has(one.id)) }
}

/** The first id that no figure bears: F1, F2 … */
export function freeFigureNumber(figures: readonly Pick<Figure, 'id'>[]): number {
  return figures.reduce((most, one) => Math.max(most, Number(one.id.slice(1))), 0) + 1
}
