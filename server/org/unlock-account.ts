import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { reasonField } from '@/server/org/form-fields'
import { clearThrottle, listThrottled } from '@/server/org/sign-in-throttle'

/** Whose account, and why. */
export const unlockAccountSchema = z.object({ personId: z.uuid(), reason: reasonField })

/** Lifts the locks and counts of an account, from every address. Throws refused `account.not_locked`. */
export async function unlockAccount(ctx: Ctx, input: z.output<typeof unlockAccountSchema>) {
  const as = assertMay(ctx.actor, 'account.unlock')
  const { personId, reason } = input
  const person = await ctx.tx.person.findFirst({
    where: { id: personId, status: 'active' },
    select: { account: true },
  })
  if (!person) return failNotFound('account.not_found')
  const { account } = person
  const [counted] = await listThrottled(ctx.tx, ctx.now, [account])
  if (!counted) return failRefused('account.not_locked')
  await clearThrottle(ctx.tx, account)
  const { failures, lockedUntil } = counted
  await recordAudit(ctx, {
    event: 'account.unlocked',
    as,
    entity: 'person',
    entityId: personId,
    before: { account, failures, until: lockedUntil?.toISOString() ?? null },
    after: { account, failures: 0, until: null, reason },
  })
  return { account }
}
