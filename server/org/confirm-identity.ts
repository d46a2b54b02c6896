import { isCode } from '@/domain/org/totp'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { verifyPassword } from '@/server/org/password-hash'
import { normalAccount } from '@/server/org/sign-in-attempt'
import { admitCode, admitWithin, forgetCodeFailures, forgetFailures } from '@/server/org/sign-in-throttle'
import { tellSecurityAdmins } from '@/server/org/tell-security-admins'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'
import { takeCode } from '@/server/org/two-step/take-code'

/** How somebody showed once more who they are: by the password, or by a code of their second factor. */
export type Proof = 'password' | 'totp'

/** How it ended. `wrong` and `locked` are answers, not failures: the transaction is kept, and with it the count. */
export type IdentityAnswer =
  | { kind: 'confirmed'; how: Proof }
  | { kind: 'wrong'; how: Proof; triesLeft: number }
  | { kind: 'locked'; until: string }

/**
 * Asks again who is acting, before a signature: the password or, where a second factor is set up, a code of it (no recovery code, which is for the
 * day the phone is gone). Counted as at sign-in and with it (same counters, same lock, same entries), so that the form of a signature is no way
 * round the throttle. Whoever calls it asks everything else first and writes only after `confirmed`.
 */
export async function confirmIdentity(ctx: Ctx, typed: string, purpose: string): Promise<IdentityAnswer> {
  const person = await ctx.tx.person.findFirst({
    where: { id: ctx.actor.personId ?? undefined, status: 'active' },
    select: { id: true, account: true, passwordHash: true },
  })
  if (!person || !ctx.actor.personId) return failNotFound()
  const account = normalAccount(person.account)
  // Six digits are a code: no password is that short.
  const how = isCode(typed) && (await hasTwoStep(ctx.tx, person.id)) ? 'totp' : 'password'
  const [admit, forget] = how === 'totp' ? [admitCode, forgetCodeFailures] : [admitWithin, forgetFailures]
  // A session of their own is open here: nobody else's tries elsewhere make them wait.
  const admission = await admit(ctx.tx, { account, address: ctx.address, familiar: true }, ctx.now)
  const entry = { as: null, entity: 'person', entityId: person.id } as const
  if (!admission.admitted) {
    if (admission.worthRecording)
      await recordAudit(ctx, { ...entry, event: 'session.throttled', after: { account, purpose } })
    return { kind: 'locked', until: (admission.until ?? ctx.now).toISOString() }
  }
  const right =
    how === 'totp'
      ? (await takeCode(ctx, person.id, typed)) === 'totp'
      : await verifyPassword(typed, person.passwordHash)
  if (right) {
    await forget(ctx.tx, account, ctx.address, ctx.now)
    return { kind: 'confirmed', how }
  }
  await recordAudit(ctx, { ...entry, event: 'session.identity_failed', after: { account, purpose, how } })
  if (!admission.locks) return { kind: 'wrong', how, triesLeft: admission.triesLeft }
  const until = admission.locks.toISOString()
  await recordAudit(ctx, { ...entry, event: 'session.locked', after: { account, until } })
  await tellSecurityAdmins(ctx, account)
  return { kind: 'locked', until }
}
