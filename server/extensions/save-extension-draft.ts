import { z } from 'zod'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import { invalid } from '@/domain/errors'
import { extensionFormSchema } from '@/domain/extensions/extension'
import { obstaclesToExtending, obstacleToDate, describeNewDate } from '@/domain/extensions/guards'
import { OPEN_EXTENSION_STATUSES } from '@/domain/extensions/lifecycle'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull } from '@/server/dates'
import { failRefused } from '@/server/errors'
import {
  auditExtension,
  extensibleFactsOf,
  loadExtension,
  writeExtension,
} from '@/server/extensions/load-extension'
import { loadAssignment, type LoadedAssignment } from '@/server/tasks/load-task'
import { assertVersion } from '@/server/versions'

/** The form; `version` is that of the draft it was loaded with, empty where there was none. The date as typed (7-15, 7月底, +10wd). */
export const saveExtensionDraftSchema = extensionFormSchema.extend({
  assignmentId: z.uuid(),
  version: z.preprocess(
    (value) => (value === '' ? null : value),
    z.coerce.number().int().nullable().default(null),
  ),
})

/**
 * 存草稿: keeps what is typed, made at the first save. Refused where no time can be asked for now, or while a request of the
 * assignment is under way; conflict where somebody else saved it. With `strict`, invalid for a date that may not be asked for.
 */
export async function saveExtensionDraft(
  ctx: Ctx,
  input: z.output<typeof saveExtensionDraftSchema>,
  { strict = false } = {},
): Promise<{ extensionId: string; version: number; taskNo: number }> {
  const { assignmentId, version, requestedDueOn: typed, keepRestDay, ...fields } = input
  const { assignment, task } = await loadAssignment(ctx, assignmentId, { lock: true })
  const as = assertCan(ctx.actor, 'extension.draft', assignment.facts, task.mayRead)
  const facts = await extensibleFactsOf(ctx, { assignment, task })
  const [obstacle] = obstaclesToExtending(facts)
  if (obstacle) return failRefused(obstacle.code, obstacle.params)
  const date = typed === '' ? null : parseTypedDate(typed, ctx.today, ctx.calendar)
  if (strict && date) {
    if ('error' in date) throw invalid([{ path: 'requestedDueOn', code: date.error }])
    const against = obstacleToDate(facts, date.date, ctx.today)
    if (against) throw invalid([{ path: 'requestedDueOn', ...against }])
    const { next } = describeNewDate(facts.assignment.dueOn ?? ctx.today, date.date, ctx.calendar)
    if (next && !keepRestDay) {
      throw invalid([
        { path: 'requestedDueOn', code: 'extension.rest_day', params: { date: date.date, next } },
      ])
    }
  }
  const requestedDueOn = fromLocalDateOrNull(date && 'date' in date ? date.date : null)
  const open = await findOpenExtension(ctx, assignmentId)
  if (open && open.status !== 'draft') failRefused('extension.one_open', { status: open.status })
  const id = open?.id ?? (await createDraft(ctx, assignment))
  const loaded = await loadExtension(ctx, id)
  if (open) {
    await assertVersion(ctx, { entityId: open.id, actual: open.version, expected: version ?? 0 })
  } else await auditExtension(ctx, loaded, 'extension.drafted', as)
  await writeExtension(ctx, loaded.extension, {
    ...fields,
    requestedDueOn,
    previousDueOn: assignment.dueOn ?? undefined,
  })
  return { extensionId: id, version: loaded.extension.version + 1, taskNo: task.no }
}

/** The request of an assignment that is under way, or null: there is at most one. */
export async function findOpenExtension(ctx: Ctx, assignmentId: string) {
  return ctx.tx.extension.findFirst({
    where: { assignmentId, status: { in: [...OPEN_EXTENSION_STATUSES] } },
    select: { id: true, status: true, version: true },
  })
}

async function createDraft(ctx: Ctx, assignment: LoadedAssignment): Promise<string> {
  const last = await ctx.tx.extension.aggregate({
    where: { assignmentId: assignment.id },
    _max: { seq: true },
  })
  const draft = await ctx.tx.extension.create({
    data: {
      assignmentId: assignment.id,
      seq: (last._max.seq ?? 0) + 1,
      previousDueOn: assignment.dueOn ?? ctx.now,
      writtenById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  })
  return draft.id
}
