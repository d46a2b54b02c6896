import { db } from '@/server/db'
import { env } from '@/server/env'
import { createLiveHub, type LiveHub } from '@/server/live/hub'

const kept = globalThis as { luoshiLive?: LiveHub }

/** The hub of this process, with its one listening connection; made when the first page opens. */
export function liveHub(): LiveHub {
  return (kept.luoshiLive ??= open())
}

/** A server that is told to stop waits for its open answers: the streams are ended, and browsers connect to whoever comes next. */
function open(): LiveHub {
  const hub = createLiveHub(db(), env().DATABASE_URL)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void hub.stop())
  return hub
}
