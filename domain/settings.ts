import { z } from 'zod'
import { urgeRulesSchema } from '@/domain/urges/rules'

const days = (value: number, max = 60) => z.int().min(0).max(max).default(value)
const points = (value: number) => z.int().min(0).max(100).default(value)

/** What the office head may set: limits in working days unless named otherwise (domain.md §3, time limits). */
export const settingsSchema = z.object({
  /** Working days within which a unit acknowledges; extra urgent ones the same day. */
  acknowledgeWorkingDays: days(1),
  /** Working days within which a unit may refuse an assignment. */
  refuseWorkingDays: days(2),
  /** Working days before a due date at which the first reminder goes out. */
  remindWorkingDays: days(3),
  /** A light turns yellow with at most so many working days left. */
  riskWorkingDays: days(3),
  /** A light turns yellow when more than so many points behind time-proportional progress. */
  riskPoints: points(10),
  /** Periodic reports missed that turn a light yellow. */
  riskMissedPeriods: z.int().min(1).max(12).default(1),
  /** Periodic reports missed that turn a light red. */
  offMissedPeriods: z.int().min(1).max(12).default(2),
  /** Working days within which an urge is answered. */
  urgeAnswerWorkingDays: days(2),
  /** Calendar days proposed for a meeting's task that names no date. */
  meetingTaskDays: days(20, 365),
  /** Hour of the day after which something received counts as received on the next day. */
  lateHour: z.int().min(0).max(24).default(16),
  /** Minutes without activity after which a session ends. */
  idleMinutes: z.int().min(5).max(480).default(20),
  /** Largest evidence file, in megabytes of 1,048,576 bytes; the database keeps none above 50. */
  evidenceMegabytes: z.int().min(1).max(50).default(50),
  /** Most evidence files on one report. */
  evidenceFiles: z.int().min(1).max(50).default(10),
  /** The zone whose dates and hours count, never the server's own. */
  zone: z.string().min(1).default('Asia/Shanghai'),
  /** Which rules urge by themselves, and when. */
  urgeRules: urgeRulesSchema,
})

/** The settings in force, all of them filled. */
export type Settings = z.infer<typeof settingsSchema>

/** The settings of a fresh installation. */
export const defaultSettings: Settings = settingsSchema.parse({})

/** The settings that the office head may change, in the order of the page; the zone is chosen once, at installation. */
export const EDITABLE_SETTINGS = [
  'acknowledgeWorkingDays',
  'refuseWorkingDays',
  'lateHour',
  'remindWorkingDays',
  'urgeAnswerWorkingDays',
  'meetingTaskDays',
  'riskWorkingDays',
  'riskPoints',
  'riskMissedPeriods',
  'offMissedPeriods',
  'evidenceMegabytes',
  'evidenceFiles',
  'idleMinutes',
] as const satisfies readonly (keyof Settings)[]
/** One of `EDITABLE_SETTINGS`. */
export type EditableSetting = (typeof EDITABLE_SETTINGS)[number]

/** The thresholds from which lights follow: a change of one turns lights. */
export const LIGHT_SETTINGS: readonly EditableSetting[] = [
  'riskWorkingDays',
  'riskPoints',
  'riskMissedPeriods',
  'offMissedPeriods',
]

/** The least and the greatest value of a setting, in its own unit. */
export function rangeOf(key: EditableSetting): { min: number; max: number } {
  const { minValue, maxValue } = settingsSchema.shape[key].unwrap()
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER }
}

const typed = (key: EditableSetting) => {
  const { min, max } = rangeOf(key)
  const error = () => 'settings.out_of_range'
  return z.coerce.number<string>({ error }).int({ error }).min(min, { error }).max(max, { error })
}

type TypedSetting = z.ZodPipe<z.ZodString, z.ZodCoercedNumber<string>>

/** All editable settings as typed: each whole and within its range, and red only after yellow. Codes: `settings.…`. */
export const typedSettingsSchema = z
  .object(
    Object.fromEntries(
      EDITABLE_SETTINGS.map((key) => [
        key,
        z.string().trim().min(1, { error: 'settings.missing' }).pipe(typed(key)),
      ]),
    ) as Record<EditableSetting, TypedSetting>,
  )
  .refine((all) => all.offMissedPeriods > all.riskMissedPeriods, {
    path: ['offMissedPeriods'],
    error: 'settings.red_not_after_yellow',
  })

/** The settings of these that differ from those in force. */
export function changedSettings(
  before: Settings,
  after: Readonly<Record<EditableSetting, number>>,
): EditableSetting[] {
  return EDITABLE_SETTINGS.filter((key) => before[key] !== after[key])
}
