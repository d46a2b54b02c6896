import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { endSessions } from '@/server/org/end-session'
import { reasonField } from '@/server/org/form-fields'
import { clearThrottle } from '@/server/org/sign-in-throttle'

/** Whose account, and why. */
export const resetAccountSchema = z.object({ personId: z.uuid(), reason: reasonField })

/**
 * Takes an account back from whoever may hold its password: the password is void, sessions and unused links end. Its person needs a
 * new one-time link from the server's console. Throws refused (`account.not_self`, `account.no_password`).
 */
export async function resetAccount(ctx: Ctx, input: z.output<typeof resetAccountSchema>) {
  const as = assertMay(ctx.actor, 'account.unlock')
  const { personId, reason } = input
  if (personId === ctx.actor.personId) return failRefused('account.not_self')
  const person = await ctx.tx.person.findFirst({
    where: { id: personId, status: 'active' },
    select: { account: true },
  })
  if (!person) return failNotFound('account.not_found')
  const { account } = person
  const voided = await ctx.tx.person.updateMany({
    where: { id: personId, passwordHash: { not: null } },
    data: { passwordHash: null, version: { increment: 1 } },
  })
  if (voided.count === 0) return failRefused('account.no_password')
  await ctx.tx.passwordLink.deleteMany({ where: { personId, usedAt: null } })
  await clearThrottle(ctx.tx, account)
  const sessions = await endSessions(ctx, { personId, as, why: reason }, 'revoked')
  const after = { account, sessions, reason }
  await recordAudit(ctx, { event: 'account.reset', as, entity: 'person', entityId: personId, after })
  return { account }
}
