import { z } from 'zod'

/** A report as its reader saw it: what most verbs on a report take. */
export const reportVersionSchema = z.object({ reportId: z.uuid(), version: z.coerce.number().int() })

/** As above with a reason that must be given. */
export const reportReasonSchema = reportVersionSchema.extend({
  reason: z
    .string({ error: 'report.reason_missing' })
    .trim()
    .min(1, { error: 'report.reason_missing' })
    .max(2000, { error: 'report.text_too_long' }),
})
