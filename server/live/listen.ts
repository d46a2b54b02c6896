import pg from 'pg'
import { LIVE_CHANNEL, readHeard, type Heard } from '@/server/live/heard'
import { log } from '@/server/log'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** A connection that died without a word is found out by this question. */
const ASK_EVERY_MS = 30_000

type Ears = {
  heard: (heard: Heard) => void
  /** Connected again after a gap: what happened meanwhile was not heard. */
  missed: () => void
}

/**
 * One connection that listens for recorded acts, as the application role; broken, it comes back after 0.25, 0.5 … at most 30 seconds and
 * says that something may have been missed. Ends with the function returned.
 */
export function listen(url: string, ears: Ears): () => Promise<void> {
  let client: pg.Client | null = null
  let ended = false
  let timer: NodeJS.Timeout | undefined
  let attempts = 0
  let gap = false

  const again = () => {
    if (ended || timer) return
    client = null
    gap = true
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempts++, LONGEST_PAUSE_MS)
    timer = setTimeout(() => {
      timer = undefined
      void connect()
    }, pause)
    timer.unref()
  }
  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'luoshi-live',
      options: '-c role=luoshi_app',
      keepAlive: true,
    })
    client = next
    next.on('error', (error) => log().warn({ err: error }, 'the listening connection broke'))
    next.on('end', () => client === next && again())
    next.on('notification', ({ payload = '' }) => {
      const heard = readHeard(payload)
      if (heard) ears.heard(heard)
    })
    try {
      await next.connect()
      await next.query(`LISTEN ${LIVE_CHANNEL}`)
      attempts = 0
      if (gap) ears.missed()
      gap = false
    } catch (error) {
      log().warn({ err: error }, 'the listening connection could not be made')
      await next.end().catch(() => {})
      again()
    }
  }
  const asking = setInterval(() => {
    const asked = client
    asked?.query('SELECT 1').catch(() => asked.end().catch(() => {}))
  }, ASK_EVERY_MS)
  asking.unref()
  void connect()
  return async () => {
    ended = true
    clearTimeout(timer)
    clearInterval(asking)
    await client?.end().catch(() => {})
  }
}
