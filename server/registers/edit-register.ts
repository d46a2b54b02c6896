import { z } from 'zod'
import { REGISTER_LIMITS } from '@/domain/registers/columns'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { loadRegister } from '@/server/registers/load-register'
import { assertVersion, assertWritten } from '@/server/versions'

/** Another title, or an end to new rows (`closed`). Columns stay: rows were written for them. */
export const editRegisterSchema = z.object({
  registerId: z.uuid(),
  version: z.coerce.number().int(),
  title: z
    .string()
    .trim()
    .min(1, 'register.title_missing')
    .max(REGISTER_LIMITS.title, 'register.name_too_long'),
  closed: z
    .string()
    .default('')
    .transform((value) => value !== ''),
})

/** Renames, closes or opens a register, by who owns the task. */
export async function editRegister(
  ctx: Ctx,
  input: z.output<typeof editRegisterSchema>,
): Promise<{ taskNo: number; no: number }> {
  const { register, task } = await loadRegister(ctx, { id: input.registerId })
  const as = assertCan(ctx.actor, 'task.plan', task.facts, task.mayRead)
  await assertVersion(ctx, { entityId: register.id, actual: register.version, expected: input.version })
  const written = await ctx.tx.register.updateMany({
    where: { id: register.id, version: register.version },
    data: {
      title: input.title,
      closedAt: input.closed ? (register.closedAt ?? ctx.now) : null,
      version: { increment: 1 },
    },
  })
  await assertWritten(ctx, register.id, written)
  await recordAudit(ctx, {
    event: 'register.edited',
    as,
    entity: 'register',
    entityId: register.id,
    taskId: task.id,
    directiveId: task.directiveId,
    before: { title: register.title, closed: register.closedAt !== null },
    after: { register: register.no, title: input.title, closed: input.closed },
  })
  return { taskNo: task.no, no: register.no }
}
