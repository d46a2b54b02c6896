import { z } from 'zod'

/** A whole task as its reader saw it, with the reason that the act must give. */
export const taskReasonSchema = z.object({
  taskId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().min(1, 'task.reason_required').max(1000, 'task.text_too_long'),
})

/** The parts that are asked for again, as tick boxes send them: none, one or a list. */
export const againSchema = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid()).max(500),
)
