import { authenticatorUri, inGroups } from '@/domain/org/totp'
import type { Ctx } from '@/server/context'
import type { Db, Tx } from '@/server/db'
import { open, secretText } from '@/server/org/two-step/secret'

/** True where the person is asked for a code at sign-in. */
export async function hasTwoStep(client: Db | Tx, personId: string | null): Promise<boolean> {
  if (!personId) return false
  return (await client.secondFactor.count({ where: { personId, confirmedAt: { not: null } } })) > 0
}

/** 两步验证 of the actor; `issuer` is what the authenticator app is to call this installation. */
export type TwoStep =
  | { state: 'off' }
  | { state: 'begun'; key: string; uri: string }
  | { state: 'on'; since: string; codesLeft: number; codes: string[] | null }

/**
 * How the actor's own second factor stands. The secret is shown while it is set up, the recovery codes until they are kept, both to the one
 * session that asked for them and for 15 minutes; nobody else ever sees them.
 */
export async function getTwoStep(ctx: Ctx, issuer: string): Promise<TwoStep> {
  const { personId, sessionId } = ctx.actor
  if (!personId) return { state: 'off' }
  const factor = await ctx.tx.secondFactor.findUnique({
    where: { personId },
    select: {
      sealedSecret: true,
      confirmedAt: true,
      sessionId: true,
      shownUntil: true,
      sealedCodes: true,
      person: {
        select: { account: true, _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
      },
    },
  })
  if (!factor) return { state: 'off' }
  const shown = factor.sessionId === sessionId && factor.shownUntil !== null && factor.shownUntil > ctx.now
  if (factor.confirmedAt) {
    const codes = shown && factor.sealedCodes ? await open(personId, factor.sealedCodes) : null
    return {
      state: 'on',
      since: factor.confirmedAt.toISOString(),
      codesLeft: factor.person._count.recoveryCodes,
      codes: codes?.split(' ') ?? null,
    }
  }
  const secret = shown ? await open(personId, factor.sealedSecret) : null
  if (secret === null) return { state: 'off' }
  const text = secretText(secret)
  return {
    state: 'begun',
    key: inGroups(text),
    uri: authenticatorUri(text, { issuer, account: factor.person.account }),
  }
}
