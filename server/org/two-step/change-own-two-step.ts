import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { confirmIdentity, type IdentityAnswer } from '@/server/org/confirm-identity'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'

/** The password or a code again. */
export const proofSchema = z.object({
  password: z
    .string({ error: 'two_step.proof_missing' })
    .min(1, { error: 'two_step.proof_missing' })
    .max(1_000, { error: 'two_step.proof_missing' }),
})

type Change = {
  /** For what the identity was confirmed, as the record of a wrong answer names it. */
  purpose: string
  event: 'account.recovery_codes_made' | 'account.two_step_turned_off'
  act: (personId: string) => Promise<void>
}

/**
 * Changes the actor's own second factor once the password or a code was given again: recorded, and told to them. Wrong ones are answers. Throws
 * refused `two_step.off_already`.
 */
export async function changeOwnTwoStep(
  ctx: Ctx,
  { password }: z.output<typeof proofSchema>,
  { purpose, event, act }: Change,
): Promise<IdentityAnswer> {
  const personId = ctx.actor.personId ?? failNotFound()
  if (!(await hasTwoStep(ctx.tx, personId))) return failRefused('two_step.off_already')
  const answer = await confirmIdentity(ctx, password, purpose)
  if (answer.kind !== 'confirmed') return answer
  await act(personId)
  await recordAudit(ctx, {
    event,
    as: null,
    entity: 'person',
    entityId: personId,
    after: { how: answer.how },
  })
  await notify(ctx, { personId, event })
  return answer
}
