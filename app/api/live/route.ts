import { liveStream } from '@/server/web/live-stream'
import { findListening, findOpenSession } from '@/server/web/open-session'

export const dynamic = 'force-dynamic'

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // `no-transform` keeps compression away, which would hold events back; the other is for nginx.
  'Cache-Control': 'no-cache, no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

/** What changes, told to an open page as it happens; 204 for the anonymous, upon which browsers stop asking. */
export async function GET(request: Request): Promise<Response> {
  const person = await findListening(new Date())
  const sessionId = person?.actor.sessionId
  if (!person || !sessionId) return new Response(null, { status: 204 })
  const stillOpen = async () => (await findOpenSession(sessionId, new Date())) !== null
  return new Response(liveStream(person.actor, request.signal, stillOpen), { headers: HEADERS })
}
