import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/server/env'
import { SESSION_HOURS } from '@/server/org/session-limits'

/** Seconds that a token is good for: the longest life of a session. */
export const TOKEN_SECONDS = SESSION_HOURS * 3600

/** True where browsers reach this installation by https, so that cookies may be held to it. */
export function isSecure(): boolean {
  return env().LUOSHI_PUBLIC_URL?.startsWith('https://') ?? false
}

/** The cookie of the session; the `__Host-` prefix lets no other host or path set it. */
export function sessionCookie() {
  const secure = isSecure()
  return {
    name: secure ? '__Host-luoshi_session' : 'luoshi_session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

/** The session's id from the cookie, or null. The token is encrypted, and says nothing but this id. */
export async function readSessionId(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookie().name)?.value
  if (!value) return null
  try {
    const token = await decode({ token: value, secret: env().LUOSHI_SECRET })
    return typeof token?.sid === 'string' ? token.sid : null
  } catch {
    // Signed with another secret, altered, or past its time: as good as none.
    return null
  }
}

/** Hands the session's token to the browser. Only in an action or a route handler. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie()
  const value = await encode({
    token: { sid: sessionId },
    secret: env().LUOSHI_SECRET,
    maxAge: TOKEN_SECONDS,
  })
  ;(await cookies()).set(name, value, { ...options, maxAge: TOKEN_SECONDS })
}

/** Takes the token back. Only in an action or a route handler. */
export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
