import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import type { Say } from '@/domain/documents/model'
import {
  SECTION_KEYS,
  withoutStrayFigures,
  type BulletinContent,
  type Figure,
  type Inline,
  type Paragraph,
  type Section,
  type SectionKey,
  type TaskRow,
} from './content'
import { newFigure } from './edits'
import {
  figureQueryOf,
  PERIOD_FIGURES,
  SOON_DAYS,
  STANDING_NAMES,
  type FigureName,
  type PeriodFigure,
} from './figures'
import type { BulletinKind } from './lifecycle'
import type { Period } from './period'

/** The value of a figure: n, or n of m. */
export type Value = { value: number; outOf: number | null }

/** A directive or a lead unit with the scope of its figures. */
export type StandingLine = { label: string; code: string; scope: string }

/** What the data says, read in one snapshot; `values` by the address and name of each figure (`valueKey`). */
export type DraftFacts = {
  kind: BulletinKind
  /** The directive's title as it stands in a sentence; empty in a bulletin. */
  subject: string
  scope: string
  /** Of what happened in which days it accounts; null where only of how things stand. */
  period: Period | null
  today: LocalDate
  now: Date
  /** The day by which units that are late explain themselves. */
  explainByOn: LocalDate
  values: ReadonlyMap<string, Value>
  by: 'directive' | 'lead'
  standing: readonly StandingLine[]
  progressing: readonly (TaskRow & { verified: number; done: boolean })[]
  problems: readonly TaskRow[]
  overdue: readonly TaskRow[]
}

/** By what a figure's value is found. */
export function valueKey(figure: Pick<Figure, 'name' | 'query'>): string {
  return `${figure.name}?${figure.query}`
}

/** The figures that a draft may name, for their values to be read at once. */
export function figuresToCount(
  facts: Pick<DraftFacts, 'scope' | 'period' | 'today' | 'now' | 'standing'>,
  names: readonly FigureName[],
): Figure[] {
  const all = [
    ...names.map((name) => [name, facts.scope] as const),
    ...facts.standing.flatMap((line) => STANDING_NAMES.map((name) => [name, line.scope] as const)),
  ]
  return all.map(([name, scope], at) => newFigure(`F${at + 1}`, name, { ...facts, scope }))
}

/** Words with the places of figures: `say(key)` writes {total} where the figure stands. */
type Writer = {
  say: Say
  /** The period by its name: 2020年4月. */
  during: (period: Period) => string
  day: (on: LocalDate) => string
  /** `（一）` or `(1)`. */
  nth: (n: number) => string
}

const EVENTS = Object.keys(PERIOD_FIGURES) as PeriodFigure[]

// Private-use characters: they mark the place of a field in a sentence that comes from the messages.
const OPEN = '\uE000'
const CLOSE = '\uE001'

/** 一键起草: the whole account from the data, in the words of one language. A person edits it; the figures stay fields. */
export function composeDraft(facts: DraftFacts, writer: Writer, newId: () => string): BulletinContent {
  const figures: Figure[] = []
  const put = (name: FigureName, scope = facts.scope): Figure => {
    const query = figureQueryOf(name, scope, facts)
    const made = { ...newFigure(`F${figures.length + 1}`, name, { ...facts, scope }), query }
    const figure = { ...made, ...facts.values.get(valueKey(made)) }
    figures.push(figure)
    return figure
  }
  const valueOf = (name: FigureName): Value =>
    facts.values.get(valueKey({ name, query: figureQueryOf(name, facts.scope, facts) })) ?? {
      value: 0,
      outOf: null,
    }
  const { say, day } = writer
  const sentence = (
    key: string,
    names: readonly FigureName[] = [],
    values: Record<string, string | number> = {},
  ): Paragraph => {
    const marks = Object.fromEntries(names.map((name) => [name, `${OPEN}${put(name).id}${CLOSE}`]))
    return { id: newId(), inlines: inlinesOf(say(key, { ...values, ...marks })) }
  }
  const quoted = (row: TaskRow) => (row.said === '' ? 'no' : 'yes')
  const rates = (['acknowledged_on_time', 'returned', 'completed_on_time'] as const).filter(
    (name) => (valueOf(name).outOf ?? 0) > 0,
  )
  const written: Record<SectionKey, Omit<Section, 'key'>> = {
    overall: {
      paragraphs: [
        sentence(
          facts.kind === 'bulletin' ? 'overall.bulletin' : 'overall.report',
          ['total', 'completed', 'on_course', 'at_risk', 'off_course', 'not_started'],
          { on: day(facts.today), subject: facts.subject },
        ),
        ...(facts.period
          ? [sentence('overall.period', EVENTS, { period: writer.during(facts.period) })]
          : []),
        ...rates.map((name) => sentence(`overall.${name}`, [name])),
      ],
      tables: [],
    },
    progressing: {
      paragraphs:
        facts.progressing.length === 0
          ? [sentence('progressing.none')]
          : facts.progressing.map((row, at) =>
              sentence(row.done ? 'progressing.completed' : 'progressing.running', [], {
                nth: writer.nth(at + 1),
                lead: row.lead,
                title: row.title,
                no: row.no,
                verified: row.verified,
                said: row.said,
                quoted: quoted(row),
              }),
            ),
      tables: [],
    },
    problems: {
      paragraphs:
        facts.problems.length === 0
          ? [sentence('problems.none')]
          : [
              sentence('problems.first', ['overdue', 'off_course', 'at_risk']),
              ...facts.problems.map((row, at) =>
                sentence('problems.task', [], {
                  nth: writer.nth(at + 1),
                  lead: row.lead,
                  title: row.title,
                  no: row.no,
                  days: row.days ?? 0,
                  said: row.said,
                  quoted: quoted(row),
                }),
              ),
            ],
      tables: [],
    },
    overdue: {
      paragraphs: [
        facts.overdue.length === 0 ? sentence('overdue.none') : sentence('overdue.first', ['overdue']),
      ],
      tables:
        facts.overdue.length === 0
          ? []
          : [
              {
                kind: 'tasks',
                id: newId(),
                name: 'overdue',
                asOf: facts.now.toISOString(),
                total: valueOf('overdue').value,
                rows: [...facts.overdue],
              },
            ],
    },
    next: {
      paragraphs: [
        ...(facts.overdue.length > 0 ? [sentence('next.explain', [], { by: day(facts.explainByOn) })] : []),
        ...(valueOf('due_soon').value > 0
          ? [sentence('next.soon', ['due_soon'], { until: day(addDays(facts.today, SOON_DAYS - 1)) })]
          : []),
        sentence('next.office'),
      ],
      tables: [],
    },
    annex: {
      paragraphs: [],
      tables:
        facts.standing.length === 0
          ? []
          : [
              {
                kind: 'standing',
                id: newId(),
                by: facts.by,
                rows: facts.standing.map(({ label, code, scope }) => ({
                  label,
                  code,
                  figures: STANDING_NAMES.map((name) => put(name, scope).id),
                })),
              },
            ],
    },
  }
  return withoutStrayFigures({
    addressee: say('addressee'),
    period: facts.period,
    figures,
    sections: SECTION_KEYS.map((key) => ({ key, ...written[key] })),
  })
}

/** A sentence cut at the marks of its fields. */
function inlinesOf(text: string): Inline[] {
  return text
    .split(new RegExp(`${OPEN}(F\\d+)${CLOSE}`))
    .map((part, at): Inline => (at % 2 === 1 ? { figure: part } : { text: part }))
    .filter((one) => !('text' in one) || one.text !== '')
}
