import { z } from 'zod'
import { RECOVERY_CODES, SET_UP_MINUTES } from '@/domain/org/totp'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { confirmIdentity, type IdentityAnswer } from '@/server/org/confirm-identity'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'
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

/** The password or a code again. */
export const proofSchema = z.object({
  password: z
    .string({ error: 'two_step.proof_missing' })
    .min(1, { error: 'two_step.proof_missing' })
    .max(1_000, { error: 'two_step.proof_missing' }),
})

/** New recovery codes for the actor, once the password or a code was given again. Wrong ones are answers. Throws refused `two_step.off_already`. */
export async function addRecoveryCodes(
  ctx: Ctx,
  { password }: z.output<typeof proofSchema>,
): Promise<IdentityAnswer> {
  const personId = ctx.actor.personId ?? failNotFound()
  if (!(await hasTwoStep(ctx.tx, personId))) return failRefused('two_step.off_already')
  const answer = await confirmIdentity(ctx, password, 'two_step.codes')
  if (answer.kind !== 'confirmed') return answer
  await makeRecoveryCodes(ctx, personId)
  await recordAudit(ctx, {
    event: 'account.recovery_codes_made',
    as: null,
    entity: 'person',
    entityId: personId,
    after: { how: answer.how },
  })
  await notify(ctx, { personId, event: 'account.recovery_codes_made' })
  return answer
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
