import { z } from 'zod'

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
  /** Largest evidence file, in megabytes of 1,048,576 bytes. */
  evidenceMegabytes: z.int().min(1).max(500).default(50),
  /** Most evidence files on one report. */
  evidenceFiles: z.int().min(1).max(50).default(10),
  /** The zone whose dates and hours count, never the server's own. */
  zone: z.string().min(1).default('Asia/Shanghai'),
})

/** The settings in force, all of them filled. */
export type Settings = z.infer<typeof settingsSchema>

/** The settings of a fresh installation. */
export const defaultSettings: Settings = settingsSchema.parse({})
