import { z } from 'zod'
import { REPORTING_CYCLES } from '@/domain/tasks/reporting-cycle'
import { TASK_KINDS } from '@/domain/tasks/lifecycle'

/** Most child tasks of one assignment that are drafted at a time. */
export const CHILD_TASKS_AT_MOST = 20

const blankIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

const row = z.object({
  id: z.preprocess(blankIsNull, z.uuid().nullable()),
  version: z.preprocess(blankIsNull, z.coerce.number().int().nullable()),
  title: z.string().trim().min(1, 'cascade.title_missing').max(200, 'task.text_too_long'),
  expectedResult: z.string().trim().max(1000, 'task.text_too_long').default(''),
  lead: z.preprocess(blankIsNull, z.uuid().nullable()),
  supporting: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.uuid()).max(200),
  ),
  kind: z.enum(TASK_KINDS).catch('time_boxed'),
  cycle: z.preprocess(blankIsNull, z.enum(REPORTING_CYCLES).nullable()),
  dueOn: z.string().trim().max(40, { error: 'date.unreadable' }).default(''),
})

/** A form carries the fields of its rows as `rows.<row>.<field>`; a row of which nothing was filled in is none. */
const withRows = (value: unknown) => {
  if (typeof value !== 'object' || value === null || 'rows' in value) return value
  const rows = new Map<string, Record<string, unknown>>()
  for (const [name, given] of Object.entries(value)) {
    const [, at, field] = /^rows\.(\d{1,3})\.(\w+)$/.exec(name) ?? []
    if (at && field) rows.set(at, { ...rows.get(at), [field]: given })
  }
  const filled = [...rows.values()].filter((one) => one.id || one.title || one.expectedResult || one.lead)
  return { ...value, rows: filled }
}

/** The child tasks that an assignment is broken down into, and whether they go out (`dispatch`) or stay drafts. */
export const breakDownTaskSchema = z.preprocess(
  withRows,
  z.object({
    assignmentId: z.uuid(),
    intent: z.enum(['save', 'dispatch']).catch('save'),
    rows: z.array(row).max(CHILD_TASKS_AT_MOST, 'cascade.too_many_tasks'),
  }),
)

/** What the form of breaking down says. */
export type BreakDownInput = z.output<typeof breakDownTaskSchema>
export type BreakDownRow = BreakDownInput['rows'][number]
