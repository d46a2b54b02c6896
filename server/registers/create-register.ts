import { z } from 'zod'
import { columnsSchema, REGISTER_LIMITS } from '@/domain/registers/columns'
import { isTemplate } from '@/domain/registers/templates'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { loadTask } from '@/server/tasks/load-task'
import { assertRunning } from '@/server/registers/assert-running'
import { isActiveAssignment } from '@/domain/tasks/assignment-lifecycle'

const MOST = 10
const json = z.string().transform((text, check): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    check.addIssue({ code: 'custom', message: 'register.columns_missing' })
    return z.NEVER
  }
})

/** A register for a task: its title, the template that it began from, its columns as JSON. */
export const createRegisterSchema = z.object({
  taskId: z.uuid(),
  title: z
    .string()
    .trim()
    .min(1, 'register.title_missing')
    .max(REGISTER_LIMITS.title, 'register.name_too_long'),
  template: z
    .string()
    .default('')
    .transform((value) => (isTemplate(value) ? value : null)),
  columns: json.pipe(columnsSchema),
})

/** Sets up a register by who owns the task, once it went out; its units are told. Refused on a draft, a closed task, beyond ten registers. */
export async function createRegister(
  ctx: Ctx,
  input: z.output<typeof createRegisterSchema>,
): Promise<{ taskNo: number; no: number }> {
  const task = await loadTask(ctx, input.taskId, { lock: true })
  const as = assertCan(ctx.actor, 'task.plan', task.facts, task.mayRead)
  assertRunning(task)
  const before = await ctx.tx.register.count({ where: { taskId: task.id } })
  if (before >= MOST) failRefused('register.too_many', { most: MOST })
  const { id, no } = await ctx.tx.register.create({
    data: {
      taskId: task.id,
      no: before + 1,
      title: input.title,
      template: input.template,
      columns: input.columns,
      createdById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
    },
    select: { id: true, no: true },
  })
  await recordAudit(ctx, {
    event: 'register.created',
    as,
    entity: 'register',
    entityId: id,
    taskId: task.id,
    directiveId: task.directiveId,
    after: {
      register: no,
      title: input.title,
      template: input.template,
      columns: input.columns.map((column) => column.name),
    },
  })
  const units = new Set(task.assignments.filter((a) => isActiveAssignment(a.status)).map((a) => a.unitId))
  await notify(
    ctx,
    ...[...units].map((unitId) => ({
      unitId,
      event: 'register.created',
      params: { no: task.no, title: task.title, register: input.title },
      taskId: task.id,
    })),
  )
  return { taskNo: task.no, no }
}
