import { z } from 'zod'
import { addDays, type LocalDate } from '@/domain/calendar/local-date'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import { invalid, type FailureParams } from '@/domain/errors'
import { nextLevel } from '@/domain/urges/lifecycle'
import { isAnswerByPossible, obstacleToUrge } from '@/domain/urges/rules'
import type { Grant } from '@/domain/permissions/actor'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { loadTasks, type LoadedTask } from '@/server/tasks/load-task'
import { notifyLeaders } from '@/server/urges/notify-leaders'
import { readUrgeStandings, senderUnitOf, urgedUnitOf } from '@/server/urges/urge-facts'
import { writeSlip, type NewSlip } from '@/server/urges/write-slip'

/** Most assignments that one sending urges. */
export const URGE_AT_MOST = 500
/** The latest day to answer by, in days from the sending. */
const LATEST_DAYS = 60

/** Which assignments, at what level, to be answered by when, in what words. */
export const sendUrgesSchema = z.object({
  chosen: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()))
    .refine((list) => list.length > 0, 'urge.choose_some')
    .refine((list) => list.length <= URGE_AT_MOST, 'urge.choose_fewer'),
  level: z.coerce
    .number({ error: 'urge.level_missing' })
    .int()
    .min(1, 'urge.level_missing')
    .max(3, 'urge.level_missing'),
  /** As typed: 4-14, +2wd. */
  answerBy: z.string().max(40),
  text: z.string().trim().min(1, 'urge.text_missing').max(1000, 'urge.text_too_long'),
})

/** What was not urged, and why. */
export type NotUrged = { no: number; code: string; params: FailureParams }

/**
 * 催办: one slip and one notice a unit, however many of its tasks. Those that cannot be urged are named with the reason and left alone;
 * an assignment whose urge is still open is not asked again. Refused where the actor may not urge one of them at all.
 */
export async function sendUrges(ctx: Ctx, input: z.output<typeof sendUrgesSchema>) {
  const answerByOn = readAnswerBy(ctx, input.answerBy)
  const { level, text } = input
  const chosen = new Set(input.chosen)
  const found = await ctx.tx.assignment.findMany({
    where: { id: { in: [...chosen] } },
    select: { id: true, taskId: true },
  })
  if (found.length < chosen.size) failNotFound()
  const tasks = await loadTasks(
    ctx,
    found.map((one) => one.taskId),
    { lock: true, assignmentIds: [...chosen] },
  )
  const standings = await readUrgeStandings(ctx, tasks, [...chosen])
  const slips = new Map<string, NewSlip & { as: Grant | null; of: LoadedTask[] }>()
  const left: NotUrged[] = []
  for (const task of tasks)
    for (const assignment of task.assignments.filter((one) => chosen.has(one.id))) {
      const as = assertCan(ctx.actor, 'urge.send', assignment.facts, task.mayRead)
      const standing = standings.get(assignment.id)
      const code = standing
        ? obstacleToUrge({ ...standing, open: standing.open !== null })
        : 'urge.nothing_owed'
      if (code) {
        left.push({ no: task.no, code, params: standing?.open ?? {} })
        continue
      }
      const unitId = urgedUnitOf(assignment)
      const senderUnitId = senderUnitOf(task, as)
      const key = `${senderUnitId} ${unitId}`
      const slip = slips.get(key) ?? { level, text, answerByOn, unitId, senderUnitId, items: [], as, of: [] }
      const item = {
        assignmentId: assignment.id,
        unitId: assignment.unitId,
        task,
        rule: 'by_hand',
        factOn: ctx.today,
      } as const
      slips.set(key, { ...slip, items: [...slip.items, item], of: [...slip.of, task] })
    }
  const sent: number[] = []
  for (const { as, of, ...slip } of slips.values()) {
    const { no } = await writeSlip(ctx, slip, as)
    sent.push(no)
    if (nextLevel(level) === null) await notifyLeaders(ctx, slip.unitId, no, of)
  }
  return { done: [...slips.values()].reduce((sum, slip) => sum + slip.items.length, 0), sent, left }
}

function readAnswerBy(ctx: Ctx, typed: string): LocalDate {
  const read = parseTypedDate(typed, ctx.today, ctx.calendar)
  if ('error' in read) throw invalid([{ path: 'answerBy', code: read.error }])
  if (!isAnswerByPossible(ctx.today, read.date, addDays(ctx.today, LATEST_DAYS)))
    throw invalid([{ path: 'answerBy', code: 'urge.answer_by_out_of_range', params: { days: LATEST_DAYS } }])
  return read.date
}

/** What a sending answers. */
export type SentUrges = Awaited<ReturnType<typeof sendUrges>>
