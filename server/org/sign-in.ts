import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@/server/db'
import { verifyPassword } from '@/server/org/password-hash'
import {
  isFamiliar,
  normalAccount,
  recordFailed,
  recordThrottled,
  runAttempt,
} from '@/server/org/sign-in-attempt'
import { askForCode, signInByCode, type CodeOutcome } from '@/server/org/sign-in-by-code'
import { admitAttempt, forgetFailures, takeBackAttempt } from '@/server/org/sign-in-throttle'
import { startSession } from '@/server/org/start-session'
import { hasTwoStep } from '@/server/org/two-step/get-two-step'

/** What a person (or a stranger) sends in order to sign in. */
export type SignInRequest = { account: string; password: string; address: string; userAgent: string }

/**
 * How it ended. `wrong` and `locked` are the same for accounts that do not exist. `code_needed`: the password was right and nobody is signed in yet; the
 * step waits for the code (`signInByCode`).
 */
export type SignInOutcome =
  | { kind: 'signed_in'; sessionId: string }
  | { kind: 'code_needed'; stepId: string }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'locked'; until: Date }
  | { kind: 'busy' }

/**
 * Signs in by account and password; where a second factor is set up, opens the step that waits for its code instead of a session. Same wording,
 * counting and work for names that do not exist. Five failures of an account from one address lock it there for 15 minutes; every failure, lock and
 * success stands in the record, without the password.
 */
export async function signIn(client: Db, request: SignInRequest, now: Date): Promise<SignInOutcome> {
  const account = normalAccount(request.account)
  const { address, userAgent } = request
  const person = await client.person.findFirst({
    where: { account, status: 'active' },
    select: { id: true, passwordHash: true, version: true },
  })
  const facts = { personId: person?.id ?? null, account, address, now }
  const familiar = await isFamiliar(client, facts)
  const admission = await admitAttempt(client, { account, address, familiar }, now)
  if (!admission.admitted) {
    if (admission.worthRecording) await recordThrottled(client, facts)
    return admission.until ? { kind: 'locked', until: admission.until } : { kind: 'busy' }
  }
  if (admission.waitMs > 0) await sleep(admission.waitMs)

  if ((await verifyPassword(request.password, person?.passwordHash ?? null)) && person) {
    return runAttempt(client, facts, async (ctx): Promise<SignInOutcome> => {
      if (await hasTwoStep(ctx.tx, person.id)) {
        // Half the way: what failed before still counts, or the password would buy tries at the code.
        await takeBackAttempt(ctx.tx, account, address)
        return { kind: 'code_needed', stepId: await askForCode(ctx, { ...person, account }) }
      }
      await forgetFailures(ctx.tx, account, address, now)
      const start = { personId: person.id, userAgent, how: 'password' } as const
      return { kind: 'signed_in', sessionId: await startSession(ctx, start) }
    })
  }
  await recordFailed(client, facts, 'session.failed', admission.locks)
  return admission.locks
    ? { kind: 'locked', until: admission.locks }
    : { kind: 'wrong', triesLeft: admission.triesLeft }
}

/** For programs, which send everything at once: as `signIn`, then `signInByCode` where a code is needed. By the password alone nobody gets in who has a factor. */
export async function signInAtOnce(
  client: Db,
  { code, ...request }: SignInRequest & { code: string },
  now: Date,
): Promise<SignInOutcome | CodeOutcome> {
  const outcome = await signIn(client, request, now)
  if (outcome.kind !== 'code_needed' || code === '') return outcome
  const { address, userAgent } = request
  return signInByCode(client, { stepId: outcome.stepId, code, address, userAgent }, now)
}
