import { paragraph, type OfficialDocument } from './model'
import { joined, type Words } from './words'

/** The evidence of a task as its reader may see it, in the order in which it came. */
export type EvidenceListFacts = {
  marking: string
  no: number
  title: string
  rows: readonly {
    name: string
    /** A document number, a record elsewhere; empty for a file. */
    reference: string
    by: string
    /** 2020-04-10 10:00 */
    at: string
    /** “Relief bureau, no. 2” */
    reports: readonly string[]
    /** In hexadecimal; null where it is no file. */
    sha256: string | null
  }[]
  /** How many there are where the list is cut short. */
  total: number
  printed: string
}

/** Half a checksum on a line: a cell holds it whole. */
const halves = (sha256: string) => `${sha256.slice(0, 32)}\n${sha256.slice(32)}`

/** 佐证清单: every piece of evidence of a task with who gave it, when, with which report, and the checksum of its file. */
export function composeEvidenceList(words: Words, facts: EvidenceListFacts): OfficialDocument {
  const { say, language } = words
  const { rows, total } = facts
  return {
    language,
    name: say('evidence.name', { no: facts.no }),
    marking: facts.marking,
    landscape: true,
    blocks: [
      { kind: 'title', lines: [say('evidence.title')] },
      paragraph(say('evidence.opening', { no: facts.no, title: facts.title, count: total })),
      {
        kind: 'table',
        columns: [
          { words: say('columns.sequence'), share: 8, align: 'center' },
          { words: say('columns.piece'), share: 34 },
          { words: say('columns.report'), share: 24 },
          { words: say('columns.by'), share: 12, align: 'center' },
          { words: say('columns.at'), share: 18, align: 'center' },
          { words: 'SHA-256', share: 46 },
        ],
        rows: rows.map((row, at) => [
          String(at + 1),
          [row.name, row.reference].filter(Boolean).join('\n'),
          joined(words, row.reports),
          row.by,
          row.at,
          row.sha256 === null ? say('evidence.noFile') : halves(row.sha256),
        ]),
        source: rows.length < total ? say('list.cut', { shown: rows.length, total }) : undefined,
      },
      { kind: 'note', text: say('evidence.how') },
      { kind: 'note', text: facts.printed },
    ],
  }
}
