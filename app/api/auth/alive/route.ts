import { findSignedIn } from '@/server/web/session'

export const dynamic = 'force-dynamic'

/** Somebody is at work on an open page: keeps the session alive. 204 with whose it is, or 401 where it has ended. */
export async function POST(): Promise<Response> {
  const person = await findSignedIn(new Date())
  const headers = { 'Cache-Control': 'no-store', ...(person ? { 'X-Luoshi-Person': person.id } : {}) }
  return new Response(null, { status: person ? 204 : 401, headers })
}
