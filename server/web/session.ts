import { cache } from 'react'
import { headers } from 'next/headers'
import { db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { endOwnSession } from '@/server/org/end-session'
import { findActorBySession, type LoadedPerson } from '@/server/org/load-actor'
import { expiryOf, isTouchDue } from '@/server/org/session-limits'
import { runCommand } from '@/server/run-command'
import { readSessionId } from '@/server/web/auth-cookie'
import { requestAddress } from '@/server/web/request'
import { PATH_HEADER, safeNext } from '@/server/web/way-back'

/** Who is signed in and may work; null for the anonymous and for those who must first set a password. Once per request. */
export async function findSignedIn(now: Date): Promise<LoadedPerson | null> {
  const person = await findSessionPerson(now)
  return person?.mustChangePassword ? null : person
}

/** Whose session the request carries, also where a password must be set first; ends the session that has run out. */
export async function findSessionPerson(now: Date): Promise<LoadedPerson | null> {
  const state = await loadSession(now)
  return state.kind === 'open' ? state.person : null
}

/** True where the request carries a session that has run out or was ended: the sign-in page says so. */
export async function hasLostSession(now: Date): Promise<boolean> {
  return (await loadSession(now)).kind === 'lost'
}

type SessionState = { kind: 'none' } | { kind: 'lost' } | { kind: 'open'; person: LoadedPerson }

/** One reading of the session per request: later callers in it get the first answer, whatever `now` they bring. */
function loadSession(now: Date): Promise<SessionState> {
  const once = keptState()
  return (once.promise ??= readSession(now))
}
const keptState = cache((): { promise?: Promise<SessionState> } => ({}))

async function readSession(now: Date): Promise<SessionState> {
  const sessionId = await readSessionId()
  if (!sessionId) return { kind: 'none' }
  const client = db()
  const { settings } = await loadRules(client, now)
  const person = await findActorBySession(client, sessionId, todayIn(settings, now))
  if (!person?.seenAt || !person.startedAt) return { kind: 'lost' }
  const expiry = expiryOf({ startedAt: person.startedAt, seenAt: person.seenAt }, now, settings.idleMinutes)
  if (expiry) {
    const address = await requestAddress()
    const expire = { name: 'expire-session', now, address }
    await runCommand(person.actor, (ctx) => endOwnSession(ctx, person.actor, expiry), null, expire)
    return { kind: 'lost' }
  }
  if (isTouchDue(person.seenAt, now)) {
    // Only forwards: of two requests at once the later one wins.
    await client.session.updateMany({ where: { id: sessionId, seenAt: { lt: now } }, data: { seenAt: now } })
  }
  return { kind: 'open', person }
}

/** The sign-in page, with the way back to the address of this request. */
export async function signInAddress(): Promise<string> {
  const next = safeNext((await headers()).get(PATH_HEADER))
  return next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'
}
