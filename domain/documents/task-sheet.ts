import type { LocalDate } from '@/domain/calendar/local-date'
import type { Block, FormRow, OfficialDocument } from './model'
import { dayOr, joined, type Words } from './words'

/** A task as its sheet 督办事项单 shows it to one reader: what the reader may not read is null or absent. */
export type SheetFacts = {
  marking: string
  owner: string
  no: number
  title: string
  status: string
  urgency: string | null
  directive: { title: string; docNumber: string | null; issuer: string }
  quotes: readonly { text: string; source: string }[]
  kind: string
  expectedResult: string
  lead: string
  supporting: readonly string[]
  leader: string | null
  person: string | null
  dispatchedOn: LocalDate | null
  dueOn: LocalDate | null
  originalDueOn: LocalDate | null
  extensions: number
  /** Shape, word and reason: survives black and white. */
  light: string
  progress: string
  /** 谁欠什么 */
  debts: readonly {
    unit: string
    part: string
    status: string
    owed: string
    on: LocalDate | null
    progress: string
  }[]
  milestones: readonly { title: string; dueOn: LocalDate; state: string }[]
  reports: readonly { head: string; text: string; review: string }[]
  notes: readonly { head: string; text: string }[]
  conclusion: string | null
  remark: string
  /** As of when, by whom printed. */
  printed: string
}

/** 督办事项单: one task on paper, for a meeting or a file. */
export function composeTaskSheet(words: Words, facts: SheetFacts): OfficialDocument {
  const { say, language } = words
  return {
    language,
    name: say('sheet.name', { no: facts.no, title: facts.title.slice(0, 40) }),
    marking: [facts.marking, facts.urgency].filter(Boolean).join('　'),
    blocks: [
      { kind: 'title', lines: [say('sheet.title')] },
      { kind: 'form', rows: rowsOf(words, facts) },
      ...debtsOf(words, facts),
      ...milestonesOf(words, facts),
      ...(facts.reports.length > 0
        ? [
            heading(say('sheet.reports')),
            ...facts.reports.flatMap((one) => entry(one.head, one.text, one.review)),
          ]
        : []),
      ...(facts.notes.length > 0
        ? [heading(say('sheet.notes')), ...facts.notes.flatMap((one) => entry(one.head, one.text))]
        : []),
      ...(facts.conclusion ? [heading(say('sheet.conclusion')), ...entry('', facts.conclusion)] : []),
      { kind: 'note', text: facts.printed },
    ],
  }
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })

/** Who, when, then what was said. */
function entry(head: string, text: string, review = ''): Block[] {
  const spans = [
    ...(head ? [{ text: head, strong: true }] : []),
    { text },
    ...(review ? [{ text: review }] : []),
  ]
  return [{ kind: 'paragraph', spans }]
}

function rowsOf(words: Words, facts: SheetFacts): FormRow[] {
  const { say } = words
  const { directive } = facts
  const source = [directive.title, directive.docNumber, directive.issuer].filter(Boolean)
  const row = (key: string, value: string | null, half = false): FormRow[] =>
    value ? [{ label: say(`fields.${key}`), value, half }] : []
  return [
    ...row('no', `T${facts.no}`, true),
    ...row('status', facts.status, true),
    ...row('task', facts.title),
    ...row('source', source.join(words.language === 'en' ? ', ' : '，')),
    ...facts.quotes.map(({ text, source: place }) => ({
      label: say('fields.sentence'),
      value: place ? `${text}\n${place}` : text,
    })),
    ...row('expected', facts.expectedResult),
    ...row('lead', facts.lead),
    ...row('supporting', joined(words, facts.supporting)),
    ...row('leader', facts.leader, true),
    ...row('person', facts.person, true),
    ...row('kind', facts.kind, true),
    ...row('dispatched', facts.dispatchedOn && words.day(facts.dispatchedOn), true),
    ...row('due', dayOr(words, facts.dueOn), true),
    ...row('firstDue', firstDue(words, facts), true),
    ...row('light', facts.light, true),
    ...row('progress', facts.progress, true),
    ...row('remark', facts.remark),
  ]
}

function firstDue(words: Words, { originalDueOn, extensions }: SheetFacts): string {
  const day = dayOr(words, originalDueOn)
  return extensions > 0 ? words.say('sheet.moved', { on: day, count: extensions }) : day
}

function debtsOf({ say, day }: Words, { debts }: SheetFacts): Block[] {
  if (debts.length === 0) return []
  return [
    {
      kind: 'table',
      caption: say('sheet.debts'),
      columns: [
        { words: say('columns.unit'), share: 21 },
        { words: say('columns.part'), share: 10, align: 'center' },
        { words: say('columns.status'), share: 14, align: 'center' },
        { words: say('columns.owed'), share: 14 },
        { words: say('columns.on'), share: 25, align: 'center' },
        { words: say('columns.progress'), share: 16, align: 'center' },
      ],
      rows: debts.map((one) => [
        one.unit,
        one.part,
        one.status,
        one.owed,
        one.on ? day(one.on) : '—',
        one.progress,
      ]),
    },
  ]
}

function milestonesOf({ say, day }: Words, { milestones }: SheetFacts): Block[] {
  if (milestones.length === 0) return []
  return [
    {
      kind: 'table',
      caption: say('sheet.milestones'),
      columns: [
        { words: say('columns.milestone'), share: 56 },
        { words: say('columns.due'), share: 24, align: 'center' },
        { words: say('columns.status'), share: 20, align: 'center' },
      ],
      rows: milestones.map((one) => [one.title, day(one.dueOn), one.state]),
    },
  ]
}
