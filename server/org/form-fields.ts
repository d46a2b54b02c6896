import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'

/** Why an act on somebody's account, role or session is done: asked for every time, kept in the record. */
export const reasonField = z
  .string()
  .trim()
  .min(1, { error: 'admin.reason_missing' })
  .max(500, { error: 'admin.reason_too_long' })

/** A day that must be given, as the browser's date field sends it. */
export const dayField = z.string().min(1, { error: 'admin.day_missing' }).pipe(localDateSchema)

/** A day that may be left open. */
export const openDayField = z
  .literal('')
  .transform(() => null)
  .or(localDateSchema)
  .nullable()
  .default(null)

/** A list written one entry a line, at most 50; empty lines and repetitions fall away. */
export const linesField = z
  .string()
  .max(5_000, { error: 'admin.too_long' })
  .default('')
  .transform((text) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean).slice(0, 50))

/** The version of the record that the form was filled from. */
export const versionField = z.coerce.number().int().positive()
