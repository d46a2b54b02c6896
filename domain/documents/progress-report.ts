import type { LocalDate } from '@/domain/calendar/local-date'
import { numberedHeading, paragraph, type Block, type OfficialDocument } from './model'
import { dayOr, titled, type Words } from './words'

/** A signed report as its paper says it. Texts that are empty are left out. */
export type ReportFacts = {
  marking: string
  no: number
  seq: number
  task: string
  directive: { title: string; docNumber: string | null }
  /** Whose task it is: whom the report is for. */
  owner: string
  /** The unit that reports, by the name that it had then. */
  unit: string
  /** Progress report, completion report, no change. */
  kind: string
  claimed: number
  done: string
  nextStep: string
  nextStepOn: LocalDate | null
  difficulty: string
  helpNeeded: string
  /** Figures of indicators that came with it, in words. */
  figures: readonly string[]
  evidence: readonly string[]
  signedBy: string
  submittedOn: LocalDate
  /** What the review said, in words; empty while it waits. */
  review: string
  printed: string
}

/** 办理情况报告: what a unit reported of a task, as it signed it, with what became of it. */
export function composeReport(words: Words, facts: ReportFacts): OfficialDocument {
  const { say, language, day } = words
  const { directive, evidence } = facts
  const said: [key: string, text: string][] = [
    ['done', facts.done],
    ['figures', facts.figures.join('\n')],
    ['nextStep', facts.nextStep],
    ['difficulty', facts.difficulty],
    ['helpNeeded', facts.helpNeeded],
  ]
  const parts = said.filter(([, text]) => text !== '')
  return {
    language,
    name: say('report.name', { no: facts.no, unit: facts.unit, seq: facts.seq }),
    marking: facts.marking,
    blocks: [
      { kind: 'title', lines: [say('report.title')] },
      { kind: 'addressee', text: say('addressee', { unit: facts.owner }) },
      paragraph(
        say('report.opening', {
          task: facts.task,
          no: facts.no,
          kind: facts.kind,
          seq: facts.seq,
          claimed: facts.claimed,
          source: directive.docNumber
            ? say('notice.source', { title: titled(words, directive.title), number: directive.docNumber })
            : titled(words, directive.title),
        }),
      ),
      ...parts.flatMap(([key, text], at): Block[] => [
        numberedHeading(language, at + 1, say(`report.parts.${key}`)),
        ...text.split(/\n+/).map(paragraph),
        ...(key === 'nextStep' && facts.nextStepOn
          ? [paragraph(say('report.by', { on: dayOr(words, facts.nextStepOn) }))]
          : []),
      ]),
      ...(evidence.length > 0
        ? [{ kind: 'attachments' as const, label: say('report.evidence'), items: evidence }]
        : []),
      {
        kind: 'signature',
        parties: [
          {
            name: facts.unit,
            by: say('statement.signedBy', { name: facts.signedBy, how: 'none' }),
            on: day(facts.submittedOn),
          },
        ],
      },
      ...(facts.review ? [{ kind: 'note' as const, text: facts.review }] : []),
      { kind: 'note', text: facts.printed },
    ],
  }
}
