import { z } from 'zod'
import { canonicalJson, type Sha256 } from '@/domain/audit/chain'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { ASSIGNMENT_PARTS } from '@/domain/tasks/assignment-lifecycle'
import { REPORTING_CYCLES } from '@/domain/tasks/reporting-cycle'

const namedSchema = z.object({ name: z.string(), nameEn: z.string() })

const indicatorSchema = z.object({
  name: z.string(),
  measure: z.string(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  path: z.array(z.object({ on: localDateSchema, value: z.number() })),
})

const taskSchema = z.object({
  no: z.number().int(),
  title: z.string(),
  part: z.enum(ASSIGNMENT_PARTS),
  expectedResult: z.string(),
  dueOn: localDateSchema.nullable(),
  cycle: z.enum(REPORTING_CYCLES).nullable(),
  leader: namedSchema.nullable(),
  person: namedSchema.nullable(),
  indicators: z.array(indicatorSchema),
})

/** What a unit answers for under a directive, as it stood when the statement was drawn up. */
export const statementContentSchema = z.object({
  directive: z.object({
    no: z.number().int(),
    title: z.string(),
    docNumber: z.string().nullable(),
    issuer: z.string(),
  }),
  unit: namedSchema,
  tasks: z.array(taskSchema),
})
/** What is signed. */
export type StatementContent = z.infer<typeof statementContentSchema>
/** One task of it. */
export type StatementTask = StatementContent['tasks'][number]

/** The SHA-256 of the canonical text: equal contents have equal sums on every machine. */
export function hashOfContent(content: StatementContent, sha256: Sha256): string {
  return sha256(canonicalJson(content))
}

/** What of a task may differ from what was signed. */
export const STATEMENT_FIELDS = [
  'title',
  'part',
  'expectedResult',
  'due',
  'leader',
  'person',
  'indicators',
] as const
/** One of `STATEMENT_FIELDS`. */
export type StatementField = (typeof STATEMENT_FIELDS)[number]

/** One difference: a task that came or went, or a field of one; `was` as signed, `now` as it stands. */
export type StatementDifference =
  | { kind: 'added'; no: number; now: StatementTask }
  | { kind: 'removed'; no: number; was: StatementTask }
  | { kind: 'changed'; no: number; field: StatementField; was: StatementTask; now: StatementTask }

const FACTS: Readonly<Record<StatementField, (task: StatementTask) => unknown>> = {
  title: (task) => task.title,
  part: (task) => task.part,
  expectedResult: (task) => task.expectedResult,
  due: (task) => [task.dueOn, task.cycle],
  leader: (task) => task.leader?.name ?? null,
  person: (task) => task.person?.name ?? null,
  indicators: (task) => task.indicators,
}

/** Where the present facts differ from what was signed, task by task in the order of what was signed; names of units and the directive are not asked. */
export function differencesOf(signed: StatementContent, present: StatementContent): StatementDifference[] {
  const now = new Map(present.tasks.map((task) => [task.no, task]))
  const before = new Set(signed.tasks.map((task) => task.no))
  return [
    ...signed.tasks.flatMap((was): StatementDifference[] => {
      const task = now.get(was.no)
      if (!task) return [{ kind: 'removed', no: was.no, was }]
      return STATEMENT_FIELDS.filter(
        (field) => canonicalJson(FACTS[field](was)) !== canonicalJson(FACTS[field](task)),
      ).map((field) => ({ kind: 'changed', no: was.no, field, was, now: task }))
    }),
    ...present.tasks
      .filter((task) => !before.has(task.no))
      .map((task): StatementDifference => ({ kind: 'added', no: task.no, now: task })),
  ]
}
