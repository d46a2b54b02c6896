import type { LocalDate } from '@/domain/calendar/local-date'
import { paragraph, type OfficialDocument } from './model'
import { dayOr, type Words } from './words'

/** Tasks as the ledger lists them for its reader. */
export type TaskLedgerFacts = {
  /** The strictest of the directives' marks. */
  marking: string
  /** The filter in words. */
  filter: string
  /** In their order; of a ledger in groups with a line before each group that names it and its figures. */
  rows: readonly (TaskLedgerRow | string)[]
  /** How many of the rows are tasks. */
  shown: number
  /** How many there are where the list is cut short. */
  total: number
  /** The figures of all, under a ledger in groups; empty without groups. */
  sum: string
  /** As of when, by whom. */
  printed: string
}

/** One task of it. */
export type TaskLedgerRow = {
  no: number
  title: string
  source: string
  lead: string
  dueOn: LocalDate | null
  cycle: string
  light: string
  progress: string
  status: string
  move: string
}

/** 任务台账 on sheets that lie across: the filter in words, the rows, as of when. */
export function composeTaskLedger(words: Words, facts: TaskLedgerFacts): OfficialDocument {
  const { say } = words
  const { rows, total } = facts
  return {
    language: words.language,
    name: say('ledger.name', { count: total }),
    marking: facts.marking,
    landscape: true,
    blocks: [
      { kind: 'title', lines: [say('ledger.title')] },
      paragraph(say('ledger.opening', { filter: facts.filter, count: total })),
      {
        kind: 'table',
        columns: [
          { words: say('columns.no'), share: 8, align: 'center' },
          { words: say('columns.task'), share: 30 },
          { words: say('fields.source'), share: 20 },
          { words: say('columns.lead'), share: 14 },
          { words: say('columns.due'), share: 16, align: 'center' },
          { words: say('columns.light'), share: 18 },
          { words: say('columns.progress'), share: 12, align: 'center' },
          { words: say('fields.status'), share: 12, align: 'center' },
          { words: say('columns.move'), share: 20 },
        ],
        rows: [
          ...rows.map((row) =>
            typeof row === 'string'
              ? row
              : [
                  `T${row.no}`,
                  row.title,
                  row.source,
                  row.lead || '—',
                  row.dueOn ? words.day(row.dueOn) : row.cycle || dayOr(words, null),
                  row.light || '—',
                  row.progress,
                  row.status,
                  row.move || '—',
                ],
          ),
          ...(facts.sum ? [facts.sum] : []),
        ],
        source: facts.shown < total ? say('list.cut', { shown: facts.shown, total }) : undefined,
      },
      { kind: 'note', text: facts.printed },
    ],
  }
}
