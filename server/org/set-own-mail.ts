import { z } from 'zod'
import { mailAddress } from '@/domain/org/account'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'

/** Where the own mail goes, and whether any is wanted (a checkbox: absent is no). */
export const setOwnMailSchema = z.object({
  email: mailAddress,
  mailOn: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
})

/** The actor's own address and switch; null for one who is not a person. */
export async function findOwnMail(ctx: Ctx) {
  if (!ctx.actor.personId) return null
  const select = { email: true, mailOn: true }
  return ctx.tx.person.findUnique({ where: { id: ctx.actor.personId }, select })
}

/** Changes the own mail address and switch. Throws not found for one who is not a person. */
export async function setOwnMail(ctx: Ctx, input: z.output<typeof setOwnMailSchema>): Promise<void> {
  const { personId } = ctx.actor
  const before = await findOwnMail(ctx)
  if (!personId || !before) return failNotFound()
  const after = { email: input.email || null, mailOn: input.mailOn }
  if (after.email === before.email && after.mailOn === before.mailOn) return
  await ctx.tx.person.update({ where: { id: personId }, data: after, select: { id: true } })
  const record = { as: null, entity: 'person', entityId: personId, before, after }
  await recordAudit(ctx, { event: 'account.edited', ...record })
}
