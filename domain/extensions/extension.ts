import { z } from 'zod'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { FieldFailure } from '@/domain/errors'
import { EXTENSION_REASONS } from './lifecycle'

/** Most characters of each text of an extension. */
export const EXTENSION_TEXT_LIMITS = { reason: 1000, change: 1000, note: 500 } as const

const text = (max: number) => z.string().trim().max(max, { error: 'extension.text_too_long' }).default('')

/** What the form of an extension holds; the date as it was typed. */
export const extensionFormSchema = z.object({
  requestedDueOn: z.string().trim().max(40, { error: 'date.unreadable' }).default(''),
  /** Ticked: a day off is meant. */
  keepRestDay: z.string().default(''),
  reasonKind: z.preprocess(
    (value) => (value === '' ? null : value),
    z.enum(EXTENSION_REASONS).nullable().default(null),
  ),
  reason: text(EXTENSION_TEXT_LIMITS.reason),
  change: text(EXTENSION_TEXT_LIMITS.change),
})

/** What is missing before a request leaves the hands of its writer; empty: nothing. */
export function missingOfExtension(extension: {
  requestedDueOn: LocalDate | null
  reasonKind: string | null
  reason: string
  change: string
}): FieldFailure[] {
  const missing: FieldFailure[] = []
  if (extension.requestedDueOn === null) {
    missing.push({ path: 'requestedDueOn', code: 'extension.date_missing' })
  }
  if (extension.reasonKind === null) {
    missing.push({ path: 'reasonKind', code: 'extension.reason_kind_missing' })
  }
  if (extension.reason.trim() === '') missing.push({ path: 'reason', code: 'extension.reason_missing' })
  if (extension.change.trim() === '') missing.push({ path: 'change', code: 'extension.change_missing' })
  return missing
}
