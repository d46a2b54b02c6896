import { z } from 'zod'
import { acknowledgeDueOn, refuseDueOn } from '@/domain/calendar/acknowledge-limit'
import type { LocalDate } from '@/domain/calendar/local-date'
import { maySubmit } from '@/domain/tasks/submission-check'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { endEdits } from '@/server/directives/workspace/edit-list'
import { failMissing } from '@/server/directives/workspace/fail-missing'
import { loadDraft } from '@/server/directives/workspace/load-draft'
import { lockForWorkspace } from '@/server/directives/workspace/load-workspace'
import { checksOf, unsentTasks } from '@/server/directives/workspace/submission-facts'
import { taskRefsSchema } from '@/server/directives/workspace/task-refs'
import { distributeDirective } from '@/server/tasks/distribute-directive'
import { dispatchTask } from '@/server/tasks/dispatch-task'
import { enforceDirective } from '@/server/tasks/enforce-directive'
import { notifyUnits } from '@/server/tasks/notify-units'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { writeRequirements } from '@/server/tasks/write-requirements'
import { assertVersion } from '@/server/versions'

/**
 * Which tasks of a directive go out: by id, by id and version (`tasks`, as a form carries them), or all that wait.
 * `distribution` says what each unit receives of the text; a unit without a word gets the default of the directive's kind.
 */
export const dispatchDirectiveSchema = z.object({
  directiveId: z.uuid(),
  version: z.coerce.number().int(),
  taskIds: z.array(z.uuid()).optional(),
  tasks: taskRefsSchema.optional(),
  distribution: z.record(z.uuid(), z.enum(['excerpt', 'full'])).optional(),
})

/** The same from a form: a tick for each unit (`units` lists them all) that receives the full text. */
export const dispatchFormSchema = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || !('units' in value)) return value
  const listed = (name: 'units' | 'full') =>
    [name in value ? (value as Record<string, unknown>)[name] : []].flat()
  const full = new Set(listed('full'))
  const distribution = Object.fromEntries(
    listed('units').map((id) => [id, full.has(id) ? 'full' : 'excerpt']),
  )
  return { ...value, distribution }
}, dispatchDirectiveSchema)

export type DispatchResult = {
  /** Number of the directive. */
  no: number
  tasks: number
  notices: number
  units: number
  acknowledgeDueOn: LocalDate
}

/**
 * 审定并交办 in one act: approves what waits, creates the assignments, distributes the text, puts the directive in force
 * and tells each unit once. Refused with the list of what is missing; conflict where a task or the directive changed.
 */
export async function dispatchDirective(
  ctx: Ctx,
  input: z.output<typeof dispatchDirectiveSchema>,
): Promise<DispatchResult> {
  const directive = await lockForWorkspace(ctx, input.directiveId)
  // Before anything is said of its version, its last editor or what it lacks.
  assertCan(ctx.actor, 'directive.distribute', directive.facts, directive.mayRead)
  await assertVersion(ctx, { entityId: directive.id, actual: directive.version, expected: input.version })
  const draft = await loadDraft(ctx, directive)
  const wanted = input.tasks?.map((ref) => ref.id) ?? input.taskIds
  const tasks = unsentTasks(draft).filter((task) => !wanted || wanted.includes(task.id))
  if (tasks.length === 0 || (wanted && tasks.length < wanted.length))
    return failRefused('workspace.nothing_to_dispatch')
  for (const ref of input.tasks ?? []) {
    const actual = tasks.find((task) => task.id === ref.id)?.version ?? 0
    await assertVersion(ctx, { entityId: ref.id, actual, expected: ref.version })
  }
  const checks = await checksOf(ctx, draft, tasks)
  if (!maySubmit(checks)) return failMissing(draft, checks)

  const limits = {
    acknowledgeDueOn: acknowledgeDueOn(ctx.now, directive.urgency, ctx.settings, ctx.calendar),
    refuseDueOn: refuseDueOn(ctx.now, ctx.settings, ctx.calendar),
  }
  const sent = []
  for (const task of tasks)
    sent.push(...(await dispatchTask(ctx, task.id, { ...limits, directiveId: directive.id })))
  const as = await distributeDirective(ctx, directive, sent, input.distribution)
  await enforceDirective(ctx, directive, tasks.length, as)
  const units = await notifyUnits(ctx, directive, sent, limits.acknowledgeDueOn)
  if (unsentTasks(draft).length === tasks.length)
    await endEdits(ctx, { directiveId: directive.id, assignmentId: null })
  const ids = tasks.map((task) => task.id)
  await writeRequirements(ctx, ids)
  await refreshTasks(ctx, ids)
  return {
    no: directive.no,
    tasks: tasks.length,
    notices: sent.length,
    units,
    acknowledgeDueOn: limits.acknowledgeDueOn,
  }
}
