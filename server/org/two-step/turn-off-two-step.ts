import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import type { Db, Tx } from '@/server/db'
import { failNotFound, failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { confirmIdentity, type IdentityAnswer } from '@/server/org/confirm-identity'
import { endSessions } from '@/server/org/end-session'
import { reasonField } from '@/server/org/form-fields'
import { normalAccount } from '@/server/org/sign-in-attempt'
import { clearCodeCount } from '@/server/org/sign-in-throttle'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'
import type { proofSchema } from '@/server/org/two-step/recovery-codes'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

/** Turns the actor's own second factor off, once the password or a code was given again; wrong ones are answers. Throws refused `two_step.off_already`. */
export async function turnOffTwoStep(
  ctx: Ctx,
  { password }: z.output<typeof proofSchema>,
): Promise<IdentityAnswer> {
  const personId = ctx.actor.personId ?? failNotFound()
  if (!(await hasTwoStep(ctx.tx, personId))) return failRefused('two_step.off_already')
  const answer = await confirmIdentity(ctx, password, 'two_step.turn_off')
  if (answer.kind !== 'confirmed') return answer
  await dropSecondFactor(ctx.tx, personId)
  await recordAudit(ctx, {
    event: 'account.two_step_turned_off',
    as: null,
    entity: 'person',
    entityId: personId,
    after: { how: answer.how },
  })
  await notify(ctx, { personId, event: 'account.two_step_turned_off' })
  return answer
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
  if (!(await hasTwoStep(ctx.tx, personId))) return failRefused('two_step.off_already')
  await dropSecondFactor(ctx.tx, personId)
  await clearCodeCount(ctx.tx, account)
  const sessions = await endSessions(ctx, { personId, as, why: reason }, 'revoked')
  const after = { account, sessions, reason }
  await recordAudit(ctx, {
    event: 'account.two_step_removed',
    as,
    entity: 'person',
    entityId: personId,
    after,
  })
  await notify(ctx, { personId, event: 'account.two_step_removed' })
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
      if (!(await hasTwoStep(ctx.tx, personId))) return failRefused('two_step.off_already')
      await dropSecondFactor(ctx.tx, personId)
      await clearCodeCount(ctx.tx, account)
      const sessions = await endSessions(ctx, { personId }, 'revoked')
      const entry = { as: null, entity: 'person', entityId: personId, after: { account, sessions } }
      await recordAudit(ctx, { ...entry, event: 'account.two_step_removed' })
      await notify(ctx, { personId, event: 'account.two_step_removed' })
    },
    null,
    { name: 'remove-two-step', db, now },
  )
}

async function dropSecondFactor(tx: Tx, personId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { personId } })
  await tx.signInStep.deleteMany({ where: { personId } })
  await tx.secondFactor.deleteMany({ where: { personId } })
}
