import { db } from '@/server/db'
import { loadRules, todayIn } from '@/server/load-rules'
import { findActorBySession, type LoadedPerson } from '@/server/org/load-actor'
import { expiryOf } from '@/server/org/session-limits'
import { readSessionId } from '@/server/web/auth-cookie'

/**
 * Whose open session this is, without counting as activity: a page that only listens does not keep its session alive. Null where it ended
 * or has run out.
 */
export async function findOpenSession(sessionId: string, now: Date): Promise<LoadedPerson | null> {
  const client = db()
  const { settings } = await loadRules(client, now)
  const person = await findActorBySession(client, sessionId, todayIn(settings, now))
  if (!person?.seenAt || !person.startedAt || person.mustChangePassword) return null
  const times = { startedAt: person.startedAt, seenAt: person.seenAt }
  return expiryOf(times, now, settings.idleMinutes) ? null : person
}

/** The session that the request carries, read the same way. */
export async function findListening(now: Date): Promise<LoadedPerson | null> {
  const sessionId = await readSessionId()
  return sessionId ? findOpenSession(sessionId, now) : null
}
