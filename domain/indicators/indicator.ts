import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'
import { REPORTING_CYCLES } from '@/domain/tasks/reporting-cycle'
import { AGGREGATIONS } from './aggregate'

/** Which way an indicator shall go. */
export const DIRECTIONS = ['up', 'down'] as const
/** What of a register is counted: all rows that stand, those open, those put right. */
export const REGISTER_MEASURES = ['rows', 'open', 'put_right'] as const
/** One of `REGISTER_MEASURES`. */
export type RegisterMeasure = (typeof REGISTER_MEASURES)[number]

/** Most indicators of a task, points of a path, characters of a name and of a unit of measure. */
export const INDICATOR_LIMITS = { indicators: 20, points: 24, name: 120, measure: 20 } as const

/** A figure: finite, within what is counted exactly. */
export const figureSchema = z
  .number({ error: 'indicator.not_a_number' })
  .min(-1e12, { error: 'indicator.out_of_range' })
  .max(1e12, { error: 'indicator.out_of_range' })

/** A figure as typed: thousands commas allowed, a percent sign passed over; empty is null. */
export const typedFigureSchema = z
  .string()
  .trim()
  .transform((words) => words.replace(/[,，\s]|%|％/g, ''))
  .transform((words, check) => {
    if (words === '') return null
    if (/^[-+]?(?:\d{1,13}(?:\.\d{1,6})?|\.\d{1,6})$/.test(words)) return Number(words)
    check.addIssue({ code: 'custom', message: 'indicator.not_a_number' })
    return z.NEVER
  })

/** The dated points of a path; each day once. */
export const pathSchema = z
  .array(z.object({ on: localDateSchema, value: figureSchema }))
  .max(INDICATOR_LIMITS.points, { error: 'indicator.too_many_points' })
  .refine((points) => new Set(points.map((one) => one.on)).size === points.length, {
    error: 'indicator.point_repeated',
  })

/** What an indicator is. */
export const indicatorSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: 'indicator.name_missing' })
    .max(INDICATOR_LIMITS.name, { error: 'indicator.name_too_long' }),
  measure: z.string().trim().max(INDICATOR_LIMITS.measure, { error: 'indicator.name_too_long' }).default(''),
  baseline: figureSchema.nullable().default(null),
  target: figureSchema.nullable().default(null),
  path: pathSchema.default([]),
  cycle: z.enum(REPORTING_CYCLES).nullable().default(null),
  aggregation: z.enum(AGGREGATIONS).default('sum'),
  direction: z.enum(DIRECTIONS).default('up'),
  splitByUnit: z.boolean().default(false),
})

/** An indicator as it is set up. */
export type IndicatorDraft = z.infer<typeof indicatorSchema>

/** A value of an indicator with the standing of the report that it came with. */
export type GivenValue = { asOf: string; value: number; seq: number; reportStatus: string }

/** A value counts while its report stands, as claimed progress does: submitted or accepted; returned and withdrawn ones do not. */
export function countsNow(reportStatus: string): boolean {
  return reportStatus === 'submitted' || reportStatus === 'accepted'
}

/** Of the values of one unit, per day the one of the newest report that stands; by day. */
export function standingValues<T extends GivenValue>(values: readonly T[]): T[] {
  const byDay = new Map<string, T>()
  for (const one of [...values].filter((v) => countsNow(v.reportStatus)).sort((a, b) => a.seq - b.seq))
    byDay.set(one.asOf, one)
  return [...byDay.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
}
