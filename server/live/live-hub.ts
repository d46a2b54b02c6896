import { db } from '@/server/db'
import { env } from '@/server/env'
import { createLiveHub, type LiveHub } from '@/server/live/hub'

const kept = globalThis as { luoshiLive?: LiveHub }

/** The hub of this process, with its one listening connection; made when the first page opens. */
export function liveHub(): LiveHub {
  return (kept.luoshiLive ??= createLiveHub(db(), env().DATABASE_URL))
}
