import { acceptedStep, isCode } from '@/domain/org/totp'
import type { Ctx } from '@/server/context'
import { hashRecoveryCode, hmacUnder, open } from '@/server/org/two-step/secret'

/** By what a person proved to hold the second factor. */
export type CodeKind = 'totp' | 'recovery'

/**
 * Takes a code of the person's, and with it the chance to use it again: a code by time, or one of the recovery codes. Null where it is
 * wrong, was used, or where no second factor is set up. Whoever calls it counts the try first.
 */
export async function takeCode(ctx: Ctx, personId: string, typed: string): Promise<CodeKind | null> {
  if (!isCode(typed)) return takeRecoveryCode(ctx, personId, typed)
  const factor = await ctx.tx.secondFactor.findFirst({
    where: { personId, confirmedAt: { not: null } },
    select: { sealedSecret: true, lastStep: true },
  })
  const secret = factor ? await open(personId, factor.sealedSecret) : null
  if (!factor || secret === null) return null
  const { lastStep } = factor
  const step = acceptedStep(typed, { now: ctx.now, lastStep, hmac: hmacUnder(secret) })
  if (step === null) return null
  // Of two requests with the same code at once one finds the step taken.
  const taken = await ctx.tx.secondFactor.updateMany({
    where: { personId, confirmedAt: { not: null }, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  })
  return taken.count === 1 ? 'totp' : null
}

async function takeRecoveryCode(ctx: Ctx, personId: string, typed: string): Promise<CodeKind | null> {
  const factor = { secondFactor: { confirmedAt: { not: null } } }
  const taken = await ctx.tx.recoveryCode.updateMany({
    where: { personId, codeHash: hashRecoveryCode(personId, typed), usedAt: null, person: factor },
    data: { usedAt: ctx.now },
  })
  return taken.count === 1 ? 'recovery' : null
}
