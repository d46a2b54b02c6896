import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { intakeSourceSchema } from '@/server/directives/intake-source'

const optional = (max: number) => z.string().trim().max(max, 'directive.field_too_long').default('')
const ticked = z
  .union([z.boolean(), z.literal('on').transform(() => true), z.literal('').transform(() => false)])
  .default(false)

/** A day with its year, also as papers write it (2020年4月10日, 2020/4/10); empty: it stays open. */
const issueDate = z.preprocess(
  (value) => {
    if (typeof value !== 'string') return value ?? null
    const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(value.trim())
    if (!found) return value.trim() || null
    return `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`
  },
  z.union([z.null(), localDateSchema], 'directive.issued_on_unreadable'),
)

/** A text with its particulars as a person confirmed them; a date may stay open, never guessed. */
export const takeInDirectiveSchema = z.object({
  source: intakeSourceSchema,
  title: z.string().trim().min(1, 'directive.title_required').max(300, 'directive.field_too_long'),
  issuer: optional(200),
  docNumber: optional(100),
  kind: z.enum(['meeting', 'document', 'instruction'], 'directive.kind_required'),
  issuedOn: issueDate,
  chair: optional(100),
  urgency: z.enum(['none', 'urgent', 'extra_urgent']).default('none'),
  marking: z.enum(['public', 'internal', 'work_secret']).default('internal'),
  /** A person read the sentences that speak of secrets. */
  secretChecked: ticked,
  /** A person saw the directives that look like this one. */
  acceptDuplicate: ticked,
})
