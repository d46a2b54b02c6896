import { z } from 'zod'
import { localDateSchema } from '@/domain/calendar/date-schema'
import type { LocalDate } from '@/domain/calendar/local-date'

/** Most milestones of a task, and characters of one's title and of a note. */
export const MILESTONE_LIMITS = { milestones: 30, title: 120, note: 1000 } as const

/** A milestone as it is set up. */
export const milestoneSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, { error: 'milestone.title_missing' })
    .max(MILESTONE_LIMITS.title, { error: 'milestone.title_too_long' }),
  dueOn: localDateSchema,
})

/** Where a milestone stands; never a light. */
export type MilestoneState = 'done' | 'done_late' | 'overdue' | 'ahead' | 'dropped'

/** Done on the day or before is done; its due day itself is not overdue yet. */
export function milestoneState(
  one: { dueOn: LocalDate; doneOn: LocalDate | null; dropped: boolean },
  today: LocalDate,
): MilestoneState {
  if (one.dropped) return 'dropped'
  if (one.doneOn) return one.doneOn > one.dueOn ? 'done_late' : 'done'
  return one.dueOn < today ? 'overdue' : 'ahead'
}

/** Those due after their task, by title: what must be mended before it goes out. */
export function dueAfterTask(
  milestones: readonly { title: string; dueOn: LocalDate }[],
  taskDueOn: LocalDate | null,
): string[] {
  return milestones.filter((one) => taskDueOn !== null && one.dueOn > taskDueOn).map((one) => one.title)
}
