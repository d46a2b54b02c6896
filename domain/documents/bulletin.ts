import {
  SECTION_KEYS,
  type BulletinContent,
  type Figure,
  type Inline,
  type StandingTable,
  type TaskTable,
} from '@/domain/bulletins/content'
import { figuresById, valueText } from '@/domain/bulletins/content-text'
import { STANDING_NAMES } from '@/domain/bulletins/figures'
import type { BulletinKind } from '@/domain/bulletins/lifecycle'
import { numberedHeading, type Block, type FigureLink, type OfficialDocument, type Span } from './model'
import type { Words } from './words'

/** A bulletin as it goes on paper. */
export type BulletinFacts = {
  no: number
  kind: BulletinKind
  marking: string
  /** The ministry in whose name it is issued, and the office that issues it. */
  ministry: string
  office: string
  /** 第 3 期, or that the number comes at publication. */
  issue: string
  on: string
  title: string
  content: BulletinContent
  /** Where a figure leads for this reader; null where it leads nowhere. */
  linkOf: (figure: Figure) => FigureLink | null
  copies: string
}

/** 督查通报 or 专题报告: red head with its number, title, sections, tables, and who printed it. Sections without a word are left out. */
export function composeBulletin(words: Words, facts: BulletinFacts): OfficialDocument {
  const { say, language } = words
  const { content } = facts
  const figures = figuresById(content.figures)
  const spanOf = (one: Inline): Span => {
    if ('text' in one) return { text: one.text }
    const figure = figures.get(one.figure)
    const link = figure && facts.linkOf(figure)
    return { text: valueText(figure, language), ...(link ? { link } : {}) }
  }
  const sections = SECTION_KEYS.flatMap((key) => content.sections.filter((one) => one.key === key)).filter(
    (one) => one.paragraphs.length + one.tables.length > 0,
  )
  const blocks: Block[] = []
  let number = 0
  for (const { key, paragraphs, tables } of sections) {
    if (key !== 'annex') {
      number += 1
      blocks.push({ ...numberedHeading(language, number, say(`bulletin.sections.${key}`)), id: `s-${key}` })
    }
    for (const { id, inlines } of paragraphs)
      blocks.push({ kind: 'paragraph', id: `p-${id}`, spans: inlines.map(spanOf) })
    for (const table of tables)
      blocks.push(
        table.kind === 'tasks' ? taskTable(words, table) : standingTable(words, table, figures, facts.linkOf),
      )
  }
  return {
    language,
    name: say('bulletin.name', {
      kind: say(`bulletin.kinds.${facts.kind}`),
      no: facts.no,
      title: facts.title.slice(0, 40),
    }),
    marking: facts.marking,
    head: {
      organ: say(`bulletin.organ.${facts.kind}`, { ministry: facts.ministry }),
      red: true,
      number: facts.issue,
      issuer: facts.office,
      on: facts.on,
    },
    blocks: [
      { kind: 'title', lines: [facts.title] },
      ...(content.addressee ? [{ kind: 'addressee' as const, text: content.addressee }] : []),
      ...blocks,
    ],
    imprint: {
      ...(facts.copies ? { copies: facts.copies } : {}),
      issuer: facts.office,
      on: say('bulletin.printedOn', { on: facts.on }),
    },
  }
}

function taskTable({ say, language }: Words, table: TaskTable): Block {
  const late = table.name === 'overdue'
  return {
    kind: 'table',
    caption: say(`bulletin.tables.${table.name}`, { count: table.total }),
    columns: [
      { words: say('columns.no'), share: 9, align: 'center' },
      { words: say('columns.task'), share: 31 },
      { words: say('columns.lead'), share: 18 },
      { words: say('columns.due'), share: 18, align: 'center' },
      ...(late ? [{ words: say('bulletin.columns.days'), share: 12, align: 'center' as const }] : []),
      { words: say('bulletin.columns.said'), share: late ? 32 : 44 },
    ],
    rows: table.rows.map((row) => [
      `T${row.no}`,
      row.title,
      row.lead,
      row.dueOn || '—',
      ...(late ? [String(row.days ?? '—')] : []),
      row.said || say('bulletin.notSaid'),
    ]),
    ...(table.rows.length < table.total
      ? { source: say('list.cut', { shown: table.rows.length, total: table.total }) }
      : language === 'en' || table.name === 'chosen'
        ? {}
        : { source: say('bulletin.saidNote') }),
  }
}

function standingTable(
  { say, language }: Words,
  table: StandingTable,
  figures: ReadonlyMap<string, Figure>,
  linkOf: BulletinFacts['linkOf'],
): Block {
  const cells = (ids: readonly string[]) => ids.map((id) => figures.get(id))
  return {
    kind: 'table',
    caption: say(`bulletin.tables.by_${table.by}`),
    columns: [
      { words: say(`bulletin.columns.${table.by}`), share: 46 },
      ...STANDING_NAMES.map((name) => ({
        words: say(`bulletin.columns.${name}`),
        share: 12,
        align: 'center' as const,
      })),
    ],
    rows: table.rows.map((row) => [row.label, ...cells(row.figures).map((one) => valueText(one, language))]),
    links: table.rows.map((row) => [null, ...cells(row.figures).map((one) => (one ? linkOf(one) : null))]),
  }
}
