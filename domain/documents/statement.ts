import type { LocalDate } from '@/domain/calendar/local-date'
import type { StatementContent, StatementTask } from '@/domain/statements/content'
import { numberedHeading, paragraph, type Block, type OfficialDocument, type SignatureParty } from './model'
import { dayOr, joined, titled, type Words } from './words'

type Named = { name: string; nameEn: string }

/** A signature on paper; `how` in words: by what the signer showed once more who they are, null where that is not known. */
type Signature = { by: string; on: LocalDate; how: string | null }

/** A statement as its paper shows it; signatures that are not given yet are null. */
export type StatementFacts = {
  marking: string
  no: number
  seq: number
  content: StatementContent
  status: string
  signature: Signature | null
  countersignature: Signature | null
  hash: string
  /** How many points differ from what holds now. */
  differences: number
  nameOf: (named: Named) => string
  partOf: (task: StatementTask) => string
  cycleOf: (task: StatementTask) => string
  figure: (value: number) => string
  printed: string
}

/** 责任状: what a unit answers for under a directive, by when, with which figures, and who signed it. */
export function composeStatement(words: Words, facts: StatementFacts): OfficialDocument {
  const { say, language } = words
  const { content, nameOf } = facts
  const { directive, unit, tasks } = content
  const figures = indicatorsOf(words, facts)
  const part = (n: number, key: string) => numberedHeading(language, n, say(`statement.${key}`))
  return {
    language,
    name: say('statement.name', { no: directive.no, unit: nameOf(unit), seq: facts.seq }),
    marking: facts.marking,
    blocks: [
      { kind: 'title', lines: [say('statement.title')] },
      paragraph(
        say('statement.opening', {
          unit: nameOf(unit),
          count: tasks.length,
          source: directive.docNumber
            ? say('notice.source', { title: titled(words, directive.title), number: directive.docNumber })
            : titled(words, directive.title),
        }),
      ),
      part(1, 'work'),
      tasksOf(words, facts),
      ...(figures ? [part(2, 'figures'), figures] : []),
      part(figures ? 3 : 2, 'pledge'),
      ...([figures ? 'inTime' : 'inTimeAlone', 'truly', 'early'] as const).map((key) =>
        paragraph(say(`statement.pledges.${key}`)),
      ),
      { kind: 'signature', parties: partiesOf(words, facts) },
      {
        kind: 'note',
        text: say('statement.check', {
          no: facts.no,
          seq: facts.seq,
          status: facts.status,
          hash: facts.hash,
        }),
      },
      ...(facts.differences > 0
        ? [{ kind: 'note' as const, text: say('statement.differs', { count: facts.differences }) }]
        : []),
      { kind: 'note', text: facts.printed },
    ],
  }
}

function tasksOf(words: Words, { content, nameOf, partOf, cycleOf }: StatementFacts): Block {
  const { say } = words
  return {
    kind: 'table',
    columns: [
      { words: say('columns.no'), share: 9, align: 'center' },
      { words: say('columns.task'), share: 34 },
      { words: say('columns.part'), share: 15, align: 'center' },
      { words: say('columns.due'), share: 24, align: 'center' },
      { words: say('columns.people'), share: 18, align: 'center' },
    ],
    rows: content.tasks.map((task) => [
      `T${task.no}`,
      [task.title, task.expectedResult && say('statement.result', { result: task.expectedResult })]
        .filter(Boolean)
        .join('\n'),
      partOf(task),
      task.dueOn ? words.day(task.dueOn) : cycleOf(task) || dayOr(words, null),
      [task.leader, task.person].flatMap((one) => (one ? [nameOf(one)] : [])).join('\n') || '—',
    ]),
  }
}

function indicatorsOf(words: Words, { content, figure }: StatementFacts): Block | null {
  const { say, day } = words
  const rows = content.tasks.flatMap((task) =>
    task.indicators.map((one) => [
      `T${task.no}`,
      one.measure ? say('statement.measure', { name: one.name, measure: one.measure }) : one.name,
      one.baseline === null ? '—' : figure(one.baseline),
      joined(
        words,
        one.path.map((point) => say('statement.point', { on: day(point.on), value: figure(point.value) })),
      ) || '—',
      one.target === null ? '—' : figure(one.target),
    ]),
  )
  if (rows.length === 0) return null
  return {
    kind: 'table',
    columns: [
      { words: say('columns.no'), share: 9, align: 'center' },
      { words: say('columns.indicator'), share: 32 },
      { words: say('columns.baseline'), share: 12, align: 'center' },
      { words: say('columns.path'), share: 34 },
      { words: say('columns.target'), share: 13, align: 'center' },
    ],
    rows,
  }
}

/** The unit, then whoever countersigned; a place is kept for what is not signed yet. */
function partiesOf(words: Words, facts: StatementFacts): SignatureParty[] {
  const { say, day } = words
  const party = (name: string, given: StatementFacts['signature'], key: string): SignatureParty => ({
    name,
    by: say(`statement.${given ? key : `${key}Waits`}`, { name: given?.by ?? '', how: given?.how ?? 'none' }),
    on: given ? day(given.on) : '',
  })
  return [
    party(facts.nameOf(facts.content.unit), facts.signature, 'signedBy'),
    party(say('statement.leader'), facts.countersignature, 'countersignedBy'),
  ]
}
