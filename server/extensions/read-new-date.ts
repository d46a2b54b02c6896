import { z } from 'zod'
import type { LocalDate } from '@/domain/calendar/local-date'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import { describeNewDate, obstacleToDate, type NewDate } from '@/domain/extensions/guards'
import type { Failure } from '@/domain/errors'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { extensibleFactsOf } from '@/server/extensions/load-extension'
import { loadAssignment } from '@/server/tasks/load-task'

/** What is typed as a new date, on which assignment. */
export const readNewDateSchema = z.object({ assignmentId: z.uuid(), typed: z.string().max(40) })

type Read =
  | { date: NewDate; against: null }
  | { date: NewDate | null; against: Pick<Failure, 'code' | 'params'> }

/** Reads a new date while it is typed: what it gains, and what stands against it. Writes nothing. Throws not_found, forbidden. */
export async function readNewDate(ctx: Ctx, input: z.output<typeof readNewDateSchema>): Promise<Read> {
  const { assignment, task } = await loadAssignment(ctx, input.assignmentId)
  assertCan(ctx.actor, 'task.read', task.facts, task.mayRead)
  const read = parseTypedDate(input.typed, ctx.today, ctx.calendar)
  if ('error' in read) return { date: null, against: { code: read.error } }
  const facts = await extensibleFactsOf(ctx, { assignment, task })
  const from: LocalDate = facts.assignment.dueOn ?? ctx.today
  const date = describeNewDate(from, read.date, ctx.calendar)
  const against = obstacleToDate(facts, read.date, ctx.today)
  return against ? { date, against } : { date, against: null }
}
