import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { acceptedStep, SET_UP_MINUTES } from '@/domain/org/totp'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { confirmIdentity, type IdentityAnswer } from '@/server/org/confirm-identity'
import { endSessions } from '@/server/org/end-session'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'
import { makeRecoveryCodes } from '@/server/org/two-step/recovery-codes'
import { hmacUnder, newSecret, open, seal } from '@/server/org/two-step/secret'

/** The password again. */
export const beginTwoStepSchema = z.object({
  password: z
    .string({ error: 'two_step.password_missing' })
    .min(1, { error: 'two_step.password_missing' })
    .max(1_000, { error: 'two_step.password_missing' }),
})

/**
 * Begins to set up the actor's second factor, once the password was given again: a secret that only this session sees, for 15 minutes. What was
 * begun before is void. A wrong password is an answer, counted as at sign-in. Throws refused `two_step.on_already`.
 */
export async function beginTwoStep(
  ctx: Ctx,
  { password }: z.output<typeof beginTwoStepSchema>,
): Promise<IdentityAnswer> {
  const personId = ctx.actor.personId ?? failNotFound()
  if (await hasTwoStep(ctx.tx, personId)) return failRefused('two_step.on_already')
  const answer = await confirmIdentity(ctx, password, 'two_step.set_up')
  if (answer.kind !== 'confirmed') return answer
  await ctx.tx.secondFactor.deleteMany({ where: { personId } })
  const shownUntil = new Date(ctx.now.getTime() + SET_UP_MINUTES * 60_000)
  const { sessionId } = ctx.actor
  const sealedSecret = await seal(personId, newSecret())
  await ctx.tx.secondFactor.create({
    data: { personId, sealedSecret, startedAt: ctx.now, sessionId, shownUntil },
    select: { personId: true },
  })
  return answer
}

/** The code that the authenticator app shows. */
export const setUpTwoStepSchema = z.object({
  code: z
    .string({ error: 'two_step.code_missing' })
    .trim()
    .min(1, { error: 'two_step.code_missing' })
    .max(100, { error: 'two_step.code_wrong' }),
})

/**
 * Turns the second factor on, once the app shows the right code: from now on a code is asked for at sign-in. Recovery codes are made, the person's
 * other sessions end. Throws invalid `two_step.code_wrong` and refused (`two_step.on_already`, `two_step.set_up_over`).
 */
export async function setUpTwoStep(ctx: Ctx, { code }: z.output<typeof setUpTwoStepSchema>): Promise<void> {
  const personId = ctx.actor.personId ?? failNotFound()
  await ctx.tx.$queryRaw`SELECT person_id FROM second_factors WHERE person_id = ${personId}::uuid FOR UPDATE`
  const factor = await ctx.tx.secondFactor.findUnique({
    where: { personId },
    select: { sealedSecret: true, confirmedAt: true, sessionId: true, shownUntil: true },
  })
  if (factor?.confirmedAt) return failRefused('two_step.on_already')
  const shown = factor?.sessionId === ctx.actor.sessionId && factor.shownUntil && factor.shownUntil > ctx.now
  const secret = factor && shown ? await open(personId, factor.sealedSecret) : null
  if (secret === null) return failRefused('two_step.set_up_over')
  const lastStep = acceptedStep(code, { now: ctx.now, lastStep: null, hmac: hmacUnder(secret) })
  if (lastStep === null) throw invalid([{ path: 'code', code: 'two_step.code_wrong' }])
  await ctx.tx.secondFactor.update({
    where: { personId },
    data: { confirmedAt: ctx.now, lastStep },
    select: { personId: true },
  })
  await makeRecoveryCodes(ctx, personId)
  const sessions = await endSessions(ctx, { personId, except: ctx.actor.sessionId }, 'two_step_set_up')
  await recordAudit(ctx, {
    event: 'account.two_step_set_up',
    as: null,
    entity: 'person',
    entityId: personId,
    after: { sessions },
  })
  await notify(ctx, { personId, event: 'account.two_step_set_up' })
}
