import { setTimeout as sleep } from 'node:timers/promises'
import { SIGN_IN_STEP_MINUTES } from '@/domain/org/totp'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import type { Db } from '@/server/db'
import { isFamiliar, recordFailed, recordThrottled, runAttempt } from '@/server/org/sign-in-attempt'
import { admitCode, forgetCodeFailures } from '@/server/org/sign-in-throttle'
import { startSession } from '@/server/org/start-session'
import { takeCode } from '@/server/org/two-step/take-code'

/** The code that completes a sign-in, by time or one of the recovery codes. */
export type CodeRequest = { stepId: string; code: string; address: string; userAgent: string }

/** How it ended. `over`: the step is unknown, used, five minutes old, or its person's password changed; the way begins again at the password. */
export type CodeOutcome =
  | { kind: 'signed_in'; sessionId: string }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'locked'; until: Date }
  | { kind: 'busy' }
  | { kind: 'over' }

/** Opens the step that waits for a person's code, and returns its id. It is no session: nothing but `signInByCode` takes it. */
export async function askForCode(
  ctx: Ctx,
  person: { id: string; version: number; account: string },
): Promise<string> {
  const { id: personId, version: personVersion, account } = person
  await ctx.tx.signInStep.deleteMany({ where: { expiresAt: { lt: ctx.now } } })
  const expiresAt = new Date(ctx.now.getTime() + SIGN_IN_STEP_MINUTES * 60_000)
  const { id } = await ctx.tx.signInStep.create({
    data: { personId, personVersion, createdAt: ctx.now, expiresAt },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'session.code_asked',
    as: null,
    entity: 'person',
    entityId: personId,
    after: { account },
  })
  return id
}

/** Whose sign-in waits for a code under this id, or null where it is over. */
export async function findSignInStep(client: Db, stepId: string, now: Date) {
  const step = await client.signInStep.findFirst({
    where: {
      id: stepId,
      expiresAt: { gt: now },
      person: { status: 'active', secondFactor: { confirmedAt: { not: null } } },
    },
    select: { personVersion: true, person: { select: { id: true, account: true, version: true } } },
  })
  return step && step.person.version === step.personVersion ? step.person : null
}

/**
 * Completes a sign-in by the code of its person's second factor. Counted as passwords are and together with them; ten wrong codes lock the account's
 * codes for an hour from everywhere. A step and a code each work once.
 */
export async function signInByCode(client: Db, request: CodeRequest, now: Date): Promise<CodeOutcome> {
  const { stepId, code, address, userAgent } = request
  const person = await findSignInStep(client, stepId, now)
  if (!person) return { kind: 'over' }
  const { id: personId, account } = person
  const facts = { personId, account, address, now }
  const familiar = await isFamiliar(client, facts)
  const admission = await client.$transaction((tx) => admitCode(tx, { account, address, familiar }, now))
  if (!admission.admitted) {
    if (admission.worthRecording) await recordThrottled(client, facts)
    return admission.until ? { kind: 'locked', until: admission.until } : { kind: 'busy' }
  }
  if (admission.waitMs > 0) await sleep(admission.waitMs)

  const outcome = await runAttempt(client, facts, async (ctx): Promise<CodeOutcome | null> => {
    // The row goes with its use: of two requests at once the second waits here and finds it gone.
    const [open] = await ctx.tx.$queryRaw<{ id: string }[]>`
      SELECT s.id FROM sign_in_steps s JOIN people p ON p.id = s.person_id
      WHERE s.id = ${stepId}::uuid AND s.person_version = p.version AND p.status = 'active' FOR SHARE OF p`
    if (!open) return { kind: 'over' }
    const how = await takeCode(ctx, personId, code)
    if (!how) return null
    const used = await ctx.tx.signInStep.deleteMany({ where: { id: stepId } })
    if (used.count === 0) return { kind: 'over' }
    await forgetCodeFailures(ctx.tx, account, address, now)
    return { kind: 'signed_in', sessionId: await startSession(ctx, { personId, userAgent, how }) }
  })
  if (outcome) return outcome
  await recordFailed(client, facts, 'session.code_failed', admission.locks)
  return admission.locks
    ? { kind: 'locked', until: admission.locks }
    : { kind: 'wrong', triesLeft: admission.triesLeft }
}
