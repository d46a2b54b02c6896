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
  const stream = liveStream(person.actor, { signal: request.signal, since: awaySince(request), stillOpen })
  return new Response(stream, { headers: HEADERS })
}

/** When the page heard last: from the browser itself, or as seconds ago from a page that was hidden. */
function awaySince(request: Request): Date | null {
  const ago = Number(new URL(request.url).searchParams.get('ago') ?? Number.NaN)
  const at = Number(request.headers.get('last-event-id') ?? Number.NaN)
  if (Number.isSafeInteger(at) && at > 0) return new Date(at)
  return Number.isFinite(ago) && ago >= 0 && ago < 1e6 ? new Date(Date.now() - ago * 1000) : null
}
