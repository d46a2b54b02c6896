import { z } from 'zod'
import { RECOVERY_CODES, SET_UP_MINUTES } from '@/domain/org/totp'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import type { IdentityAnswer } from '@/server/org/confirm-identity'
import { changeOwnTwoStep, type proofSchema } from '@/server/org/two-step/change-own-two-step'
import { hashRecoveryCode, newRecoveryCode, seal } from '@/server/org/two-step/secret'

/** Makes the ten codes of a person anew; the earlier ones are void. This session sees them for 15 minutes, or until they are kept. */
export async function makeRecoveryCodes(ctx: Ctx, personId: string): Promise<void> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await ctx.tx.recoveryCode.deleteMany({ where: { personId } })
  await ctx.tx.recoveryCode.createMany({
    data: codes.map((code) => ({ personId, codeHash: hashRecoveryCode(personId, code) })),
  })
  const sealedCodes = await seal(personId, codes.join(' '))
  const shownUntil = new Date(ctx.now.getTime() + SET_UP_MINUTES * 60_000)
  await ctx.tx.secondFactor.update({
    where: { personId },
    data: { sealedCodes, shownUntil, sessionId: ctx.actor.sessionId },
    select: { personId: true },
  })
}

/** New recovery codes for the actor. Answers and errors as `changeOwnTwoStep`. */
export function addRecoveryCodes(ctx: Ctx, proof: z.output<typeof proofSchema>): Promise<IdentityAnswer> {
  return changeOwnTwoStep(ctx, proof, {
    purpose: 'two_step.codes',
    event: 'account.recovery_codes_made',
    act: (personId) => makeRecoveryCodes(ctx, personId),
  })
}

/** Nothing is asked. */
export const keepRecoveryCodesSchema = z.object({})

/** The actor has kept the codes: nobody sees them again. Said twice it is the same. */
export async function keepRecoveryCodes(ctx: Ctx): Promise<void> {
  await ctx.tx.secondFactor.updateMany({
    where: { personId: ctx.actor.personId ?? failNotFound() },
    data: { sealedCodes: null, shownUntil: null, sessionId: null },
  })
}
