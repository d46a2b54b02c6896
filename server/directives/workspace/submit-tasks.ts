import { z } from 'zod'
import { maySubmit } from '@/domain/tasks/submission-check'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import { endEdits } from './edit-list'
import { failMissing } from './fail-missing'
import { holdersOf } from './holders'
import { loadDraft } from './load-draft'
import { lockForWorkspace } from './load-workspace'
import { moveTasks } from './move-tasks'
import { checksOf } from './submission-facts'
import { taskRefsSchema } from './task-refs'

export const submitTasksSchema = z.object({ directiveId: z.uuid(), tasks: taskRefsSchema })

/** 送负责人审定: drafts go to the office head. Refused with the list of what the check-list blocks; ends the undo list. */
export async function submitTasks(
  ctx: Ctx,
  input: z.output<typeof submitTasksSchema>,
): Promise<{ no: number; tasks: number }> {
  const directive = await lockForWorkspace(ctx, input.directiveId)
  assertCan(ctx.actor, 'directive.decompose', directive.facts, directive.mayRead)
  const draft = await loadDraft(ctx, directive)
  const chosen = draft.tasks.filter((task) => input.tasks.some((ref) => ref.id === task.id))
  const checks = await checksOf(ctx, draft, chosen)
  if (!maySubmit(checks)) return failMissing(draft, checks)
  const { tasks } = await moveTasks(ctx, input.tasks, {
    directiveId: directive.id,
    event: 'submit',
    permission: 'task.submit',
    audit: 'task.submitted',
    data: { submittedAt: ctx.now },
  })
  await endEdits(ctx, { directiveId: directive.id, assignmentId: null })
  const params = { count: tasks.length, no: directive.no, title: directive.title }
  const heads = await holdersOf(ctx, 'office_head')
  await notify(
    ctx,
    ...heads.map((personId) => ({ personId, event: 'task.submitted', params, directiveId: directive.id })),
  )
  return { no: directive.no, tasks: tasks.length }
}
