import type { LocalDate } from '@/domain/calendar/local-date'
import { paragraph, type OfficialDocument } from './model'
import { dayOr, titled, type Words } from './words'

/** The tasks of one directive as its reader sees them. */
export type TaskListFacts = {
  marking: string
  no: number
  directive: { title: string; docNumber: string | null }
  rows: readonly {
    no: number
    title: string
    lead: string
    dueOn: LocalDate | null
    cycle: string
    light: string
    progress: string
  }[]
  /** How many there are where the list is cut short. */
  total: number
  /** “14: ● 9 on course, …” */
  standing: string
  /** As of when, by whom. */
  printed: string
}

/** 任务分解表: a directive's tasks on sheets that lie across. */
export function composeTaskList(words: Words, facts: TaskListFacts): OfficialDocument {
  const { say, language } = words
  const title = titled(words, facts.directive.title)
  return {
    language,
    name: say('list.name', { no: facts.no }),
    marking: facts.marking,
    landscape: true,
    blocks: [
      { kind: 'title', lines: [title, say('list.title')] },
      paragraph(
        say(facts.standing ? 'list.opening' : 'list.openingPlain', {
          number: facts.directive.docNumber ?? '—',
          count: facts.total,
          standing: facts.standing,
        }),
      ),
      {
        kind: 'table',
        columns: [
          { words: say('columns.no'), share: 8, align: 'center' },
          { words: say('columns.task'), share: 38 },
          { words: say('columns.lead'), share: 18 },
          { words: say('columns.due'), share: 22, align: 'center' },
          { words: say('columns.light'), share: 20 },
          { words: say('columns.progress'), share: 12, align: 'center' },
        ],
        rows: facts.rows.map((row) => [
          `T${row.no}`,
          row.title,
          row.lead,
          row.dueOn ? words.day(row.dueOn) : row.cycle || dayOr(words, null),
          row.light || '—',
          row.progress,
        ]),
        source:
          facts.rows.length < facts.total
            ? say('list.cut', { shown: facts.rows.length, total: facts.total })
            : undefined,
      },
      { kind: 'note', text: facts.printed },
    ],
  }
}
