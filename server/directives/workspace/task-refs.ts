import { z } from 'zod'

const REF = /^([0-9a-f-]{36}):(\d+)$/

/** A task with the version the person saw, as a form carries it: `<uuid>:<version>`. */
export type TaskRef = { id: string; version: number }

const refSchema = z
  .string()
  .regex(REF)
  .transform((value): TaskRef => {
    const [, id = '', version = ''] = REF.exec(value) ?? []
    return { id, version: Number(version) }
  })

/** The tasks that an act is about; a form with a single one sends no list. */
export const taskRefsSchema = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(refSchema).min(1, 'workspace.no_tasks_chosen').max(1000),
)

/** A task as the hidden field of a form. */
export const toRef = (task: TaskRef) => `${task.id}:${task.version}`
