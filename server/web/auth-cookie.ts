import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/server/env'
import { sessionCookie, STEP_SECONDS, stepCookie, TOKEN_SECONDS } from '@/server/web/session-cookie'

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

// Another salt is another key: the token of a step can never be read as that of a session, nor the other way round.
const STEP_SALT = 'sign-in-step'

/** The sign-in that waits for its code, from its own cookie, or null. */
export async function readStepId(): Promise<string | null> {
  const value = (await cookies()).get(stepCookie().name)?.value
  return value ? openStep(value) : null
}

/** The step between password and code as a token that says nothing and opens no page. */
export function sealStep(stepId: string): Promise<string> {
  return encode({
    token: { step: stepId },
    secret: env().LUOSHI_SECRET,
    salt: STEP_SALT,
    maxAge: STEP_SECONDS,
  })
}

/** The step of such a token, or null. */
export async function openStep(value: string): Promise<string | null> {
  try {
    const token = await decode({ token: value, secret: env().LUOSHI_SECRET, salt: STEP_SALT })
    return typeof token?.step === 'string' ? token.step : null
  } catch {
    return null
  }
}

/** Hands the browser the token of the step. Only in an action. */
export async function writeStepCookie(stepId: string): Promise<void> {
  const { name, options } = stepCookie()
  ;(await cookies()).set(name, await sealStep(stepId), { ...options, maxAge: STEP_SECONDS })
}

/** Takes the step's token back, where there is one. Only in an action. */
export async function clearStepCookie(): Promise<void> {
  const { name, options } = stepCookie()
  const jar = await cookies()
  if (jar.has(name)) jar.set(name, '', { ...options, maxAge: 0 })
}
