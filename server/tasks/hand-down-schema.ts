import { z } from 'zod'
import { UNIT_KINDS } from '@/domain/org/unit'
import { HAND_DOWN_AT_MOST } from '@/domain/tasks/hand-down'

const many = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(one))

const weight = z.coerce
  .number({ error: 'cascade.weight_unfit' })
  .int({ error: 'cascade.weight_unfit' })
  .min(1, { error: 'cascade.weight_unfit' })
  .max(100, { error: 'cascade.weight_unfit' })

/** A form carries the weight of a unit as `weight.<id>`; only those that differ from 1 matter. */
const withWeights = (value: unknown) => {
  if (typeof value !== 'object' || value === null || 'weights' in value) return value
  const entries = Object.entries(value).filter(([name, given]) => name.startsWith('weight.') && given !== '')
  return { ...value, weights: Object.fromEntries(entries.map(([name, given]) => [name.slice(7), given])) }
}

/** What is handed down to whom: units by id and all of a kind (`kinds`: all provinces), by when (as typed; empty: the own date), with what words. */
export const handDownTaskSchema = z.preprocess(
  withWeights,
  z.object({
    assignmentId: z.uuid(),
    version: z.coerce.number().int(),
    kinds: many(z.enum(UNIT_KINDS)),
    unitIds: many(z.uuid()).refine((ids) => ids.length <= HAND_DOWN_AT_MOST, 'cascade.too_many'),
    weights: z.record(z.uuid(), weight).default({}),
    dueOn: z.string().trim().max(40, { error: 'date.unreadable' }).default(''),
    note: z.string().trim().max(1000, 'task.text_too_long').default(''),
  }),
)

/** What the form of handing down says. */
export type HandDownInput = z.output<typeof handDownTaskSchema>
