import { SIGN_IN_STEP_MINUTES } from '@/domain/org/totp'
import { env } from '@/server/env'
import { SESSION_HOURS } from '@/server/org/session-limits'

/** Seconds that a token is good for: the longest life of a session. */
export const TOKEN_SECONDS = SESSION_HOURS * 3600

/** True where browsers reach this installation by https, so that cookies may be held to it. */
export function isSecure(): boolean {
  return env().LUOSHI_PUBLIC_URL?.startsWith('https://') ?? false
}

/** Name and attributes of the session's cookie; the `__Host-` prefix lets no other host or path set it. */
export function sessionCookie() {
  const secure = isSecure()
  return {
    name: secure ? '__Host-luoshi_session' : 'luoshi_session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

/** Seconds for which a sign-in waits for its code. */
export const STEP_SECONDS = SIGN_IN_STEP_MINUTES * 60

/** Name and attributes of the cookie between password and code: never sent along from another site. */
export function stepCookie() {
  const secure = isSecure()
  return {
    name: secure ? '__Host-luoshi_step' : 'luoshi_step',
    options: { httpOnly: true, sameSite: 'strict' as const, path: '/', secure },
  }
}
