import type { LocalDate } from '@/domain/calendar/local-date'
import { paragraph, type OfficialDocument } from './model'
import type { Words } from './words'

/** 催办单 as it arrived, with the answer once it was signed. */
export type SlipFacts = {
  marking: string
  official: boolean
  no: number
  level: number
  sender: string
  unit: string
  sentOn: LocalDate
  answerByOn: LocalDate
  text: string
  /** Title empty: a task that the reader may not read keeps its place without its name. */
  items: readonly { task: string; fact: string; status: string }[]
  answer: { text: string; by: string; on: LocalDate; late: boolean } | null
}

/** 催办单: which work, why it is urged, by when it is answered, and what was answered. */
export function composeUrgeSlip(words: Words, facts: SlipFacts): OfficialDocument {
  const { say, day, language } = words
  const { answer, items } = facts
  return {
    language,
    name: say('slip.name', { no: facts.no, unit: facts.unit }),
    marking: facts.marking,
    head: { organ: facts.sender, red: facts.official, number: say('slip.number', { no: facts.no }) },
    blocks: [
      { kind: 'title', lines: [say('slip.title', { level: facts.level })] },
      { kind: 'addressee', text: say('addressee', { unit: facts.unit }) },
      paragraph(say('slip.opening', { count: items.length })),
      {
        kind: 'table',
        columns: [
          { words: say('columns.sequence'), share: 8, align: 'center' },
          { words: say('columns.task'), share: 42 },
          { words: say('columns.fact'), share: 34 },
          { words: say('columns.standing'), share: 16, align: 'center' },
        ],
        rows: items.map((item, at) => [String(at + 1), item.task || '—', item.fact, item.status]),
      },
      ...(facts.text ? facts.text.split('\n').filter(Boolean).map(paragraph) : []),
      paragraph(say('slip.answerBy', { on: day(facts.answerByOn) })),
      { kind: 'signature', parties: [{ name: facts.sender, on: day(facts.sentOn) }] },
      ...(answer
        ? ([
            { kind: 'heading', level: 1, text: say('slip.answer') },
            ...answer.text.split('\n').filter(Boolean).map(paragraph),
            ...(answer.late ? [paragraph(say('slip.late'))] : []),
            { kind: 'signature', parties: [{ name: facts.unit, by: answer.by, on: day(answer.on) }] },
          ] as const)
        : []),
    ],
  }
}
