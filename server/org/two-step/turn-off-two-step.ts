import { z } from 'zod'
import type { Grant } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import type { Db, Tx } from '@/server/db'
import { failNotFound, failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import type { IdentityAnswer } from '@/server/org/confirm-identity'
import { endSessions } from '@/server/org/end-session'
import { reasonField } from '@/server/org/form-fields'
import { normalAccount } from '@/server/org/sign-in-attempt'
import { clearCodeCount } from '@/server/org/sign-in-throttle'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'
import { changeOwnTwoStep, type proofSchema } from '@/server/org/two-step/change-own-two-step'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

/** Turns the actor's own second factor off. Answers and errors as `changeOwnTwoStep`. */
export function turnOffTwoStep(ctx: Ctx, proof: z.output<typeof proofSchema>): Promise<IdentityAnswer> {
  return changeOwnTwoStep(ctx, proof, {
    purpose: 'two_step.turn_off',
    event: 'account.two_step_turned_off',
    act: (personId) => dropSecondFactor(ctx.tx, personId),
  })
}

/** Whose second factor, and why. */
export const removeTwoStepSchema = z.object({ personId: z.uuid(), reason: reasonField })

/**
 * Removes the second factor of somebody who lost the phone and the recovery codes; sessions end. The person signs in by password and sets up another.
 * Nobody ever reads the secret. Throws refused (`account.not_self`, `two_step.off_already`).
 */
export async function removeTwoStep(ctx: Ctx, { personId, reason }: z.output<typeof removeTwoStepSchema>) {
  const as = assertMay(ctx.actor, 'account.unlock')
  if (personId === ctx.actor.personId) return failRefused('account.not_self')
  const person = await ctx.tx.person.findFirst({
    where: { id: personId, status: 'active' },
    select: { account: true },
  })
  if (!person) return failNotFound('account.not_found')
  const { account } = person
  await removeFactor(ctx, { personId, account, as, reason })
  return { account }
}

/** At the server's console only, for whom no administrator is left to help: removes the second factor of an account. Throws not_found and refused. */
export function removeTwoStepAtConsole(db: Db, typed: string, now: Date): Promise<void> {
  return runCommand(
    systemActor('console'),
    async (ctx) => {
      const person = await ctx.tx.person.findFirst({
        where: { account: normalAccount(typed), status: 'active' },
        select: { id: true, account: true },
      })
      if (!person) return failNotFound('account.not_found')
      const { id: personId, account } = person
      await removeFactor(ctx, { personId, account, as: null })
    },
    null,
    { name: 'remove-two-step', db, now },
  )
}

type Removal = { personId: string; account: string; as: Grant | null; reason?: string }

/** Somebody else's factor, gone: sessions end, wrong codes are forgotten, it is recorded and its person told. */
async function removeFactor(ctx: Ctx, { personId, account, as, reason }: Removal): Promise<void> {
  if (!(await hasTwoStep(ctx.tx, personId))) return failRefused('two_step.off_already')
  await dropSecondFactor(ctx.tx, personId)
  await clearCodeCount(ctx.tx, account)
  const sessions = await endSessions(ctx, { personId, as, why: reason }, 'revoked')
  const after = { account, sessions, ...(reason ? { reason } : {}) }
  await recordAudit(ctx, {
    event: 'account.two_step_removed',
    as,
    entity: 'person',
    entityId: personId,
    after,
  })
  await notify(ctx, { personId, event: 'account.two_step_removed' })
}

async function dropSecondFactor(tx: Tx, personId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.signInStep.deleteMany({ where: { personId } })
  await tx.secondFactor.deleteMany({ where: { personId } })
}
