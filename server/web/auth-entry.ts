import { headers } from 'next/headers'
import { db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { endOwnSession } from '@/server/org/end-session'
import { findActorBySession } from '@/server/org/load-actor'
import { signInForDemo } from '@/server/org/demo-sign-in'
import { findPasswordLink } from '@/server/org/password-links'
import { replaceFirstPassword, setPasswordByLink } from '@/server/org/set-password'
import { signIn, type SignInOutcome } from '@/server/org/sign-in'
import { findSignInStep, signInByCode, type CodeOutcome } from '@/server/org/sign-in-by-code'
import { runCommand } from '@/server/run-command'
import {
  clearSessionCookie,
  clearStepCookie,
  openStep,
  readSessionId,
  readStepId,
  writeSessionCookie,
} from '@/server/web/auth-cookie'
import { requestAddress } from '@/server/web/request'
import { findSessionPerson } from '@/server/web/session'

async function requestFacts() {
  const [list, address] = await Promise.all([headers(), requestAddress()])
  return { now: new Date(), address, userAgent: list.get('user-agent') ?? '' }
}

/**
 * Signs in by password; on success the browser gets the cookie, and a session it held before ends. Where a code is needed nobody is signed in yet:
 * the caller keeps the step. Only in an action.
 */
export async function enterWithPassword(account: string, password: string): Promise<SignInOutcome> {
  const { now, ...facts } = await requestFacts()
  const outcome = await signIn(db(), { account, password, ...facts }, now)
  if (outcome.kind === 'signed_in') await takeUp(outcome.sessionId)
  return outcome
}

/** The second half of signing in: a code of the person whose password was right, in the step of this token or of the browser's cookie. Only in an action. */
export async function enterWithCode(code: string, token: string | null = null): Promise<CodeOutcome> {
  const [stepId, { now, ...facts }] = await Promise.all([
    token ? openStep(token) : readStepId(),
    requestFacts(),
  ])
  if (!stepId) return { kind: 'over' }
  const outcome = await signInByCode(db(), { stepId, code, ...facts }, now)
  if (outcome.kind === 'signed_in') await takeUp(outcome.sessionId)
  return outcome
}

/** Whose code this browser is asked for, or null where no sign-in waits for one. */
export async function findStepAccount(): Promise<string | null> {
  const stepId = await readStepId()
  return stepId ? ((await findSignInStep(db(), stepId, new Date()))?.account ?? null) : null
}

/** Signs in as the demo's person of this role; throws not_found in a production. Only in an action. */
export async function enterDemo(role: string): Promise<void> {
  await takeUp(await signInForDemo(db(), role, await requestFacts()))
}

/** 退出: ends the session's row and takes the cookie back; no session is no error. Only in an action. */
export async function leave(): Promise<void> {
  const sessionId = await readSessionId()
  if (sessionId) await endSessionOf(sessionId)
  await clearSessionCookie()
}

/** Ends one session as its person's act; one that has ended or never was is no error. */
export async function endSessionOf(sessionId: string): Promise<void> {
  const { now, address } = await requestFacts()
  const client = db()
  const { settings } = await loadRules(client, now)
  const person = await findActorBySession(client, sessionId, todayIn(settings, now))
  if (!person) return
  const meta = { name: 'sign-out', now, address }
  await runCommand(person.actor, (ctx) => endOwnSession(ctx, person.actor, 'signed_out'), null, meta)
}

/** Who may set a password here: the person of the one-time link, or the signed-in person who must; null for all others. */
export async function findPasswordOwner(
  link: string,
): Promise<{ account: string; name: string; nameEn: string } | null> {
  const now = new Date()
  if (link) return findPasswordLink(db(), link, now)
  const person = await findSessionPerson(now)
  return person?.mustChangePassword ? person : null
}

/** Sets the password by the link, or as the signed-in person who must. Throws invalid and refused, `password.…`. */
export async function choosePassword(input: { password: string; link: string }): Promise<void> {
  const { now, address } = await requestFacts()
  if (input.link) return setPasswordByLink(db(), input, { now, address })
  const person = await findSessionPerson(now)
  if (person) {
    await runCommand(person.actor, replaceFirstPassword, input, { name: 'set-password', now, address })
  }
}

async function takeUp(sessionId: string): Promise<void> {
  const before = await readSessionId()
  if (before) await endSessionOf(before)
  await writeSessionCookie(sessionId)
  await clearStepCookie()
}
