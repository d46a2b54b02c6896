import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { verifyPassword } from '@/server/org/password-hash'
import { normalAccount } from '@/server/org/sign-in'
import { admitWithin, forgetFailures } from '@/server/org/sign-in-throttle'
import { tellSecurityAdmins } from '@/server/org/tell-security-admins'

/** How it ended. `wrong` and `locked` are answers, not failures: the transaction is kept, and with it the count. */
export type IdentityAnswer =
  | { kind: 'confirmed'; how: 'password' }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'locked'; until: string }

/**
 * Asks again who is acting, before a signature. Counted as at sign-in and with it (same counters, same lock, same entries), so that the form
 * of a signature is no way round the throttle. Whoever calls it asks everything else first and writes only after `confirmed`.
 */
export async function confirmIdentity(ctx: Ctx, password: string, purpose: string): Promise<IdentityAnswer> {
  const person = await ctx.tx.person.findFirst({
    where: { id: ctx.actor.personId ?? undefined, status: 'active' },
    select: { id: true, account: true, passwordHash: true },
  })
  if (!person || !ctx.actor.personId) return failNotFound()
  const account = normalAccount(person.account)
  // A session of their own is open here: nobody else's tries elsewhere make them wait.
  const admission = await admitWithin(ctx.tx, { account, address: ctx.address, familiar: true }, ctx.now)
  const entry = { as: null, entity: 'person', entityId: person.id } as const
  if (!admission.admitted) {
    if (admission.worthRecording)
      await recordAudit(ctx, { ...entry, event: 'session.throttled', after: { account, purpose } })
    return { kind: 'locked', until: (admission.until ?? ctx.now).toISOString() }
  }
  if (await verifyPassword(password, person.passwordHash)) {
    await forgetFailures(ctx.tx, account, ctx.address, ctx.now)
    return { kind: 'confirmed', how: 'password' }
  }
  await recordAudit(ctx, { ...entry, event: 'session.identity_failed', after: { account, purpose } })
  if (!admission.locks) return { kind: 'wrong', triesLeft: admission.triesLeft }
  const until = admission.locks.toISOString()
  await recordAudit(ctx, { ...entry, event: 'session.locked', after: { account, until } })
  await tellSecurityAdmins(ctx, account)
  return { kind: 'locked', until }
}
