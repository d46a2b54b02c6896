import { changesRights } from '@/domain/notifications/live'
import type { Actor } from '@/domain/permissions/actor'
import type { Db } from '@/server/db'
import type { Heard } from '@/server/live/heard'
import { listen } from '@/server/live/listen'
import { recordsHeard, type RecordHeard } from '@/server/live/records-heard'
import { log } from '@/server/log'
import { countDutiesOf } from '@/server/notifications/count-duties-of'

/** What an open page is told: records that changed by the names it knows, the number of things to do; `all`: look at everything again. */
export type LiveMessage = { records: string[]; todo?: number; all?: true }

/** An open page. `close` ends its stream; the browser connects anew, or learns that it is signed out. */
export type Subscriber = {
  actor: Actor
  send: (message: LiveMessage) => void
  beat: () => void
  close: () => void
}

export type LiveHub = {
  /** Adds an open page; leaves with the function returned. */
  join: (subscriber: Subscriber) => () => void
  /** Tells a page what it missed since then; to look at everything again where that is too long ago or too much. */
  catchUp: (subscriber: Subscriber, since: Date) => Promise<void>
  stop: () => Promise<void>
}

/** Acts of one moment are told together. */
const GATHER_MS = 200
const BEAT_MS = 20_000
/** A page that missed more than this looks at everything again. */
const MISSED_MOST = 500
const MISSED_HOURS = 2
/** An act is dated by its beginning and heard of at its end. */
const SLACK_MS = 15_000

/**
 * Hears every recorded act over one connection to the database and tells it to the open pages of those who may read its record, and to
 * nobody else. Those who acted hear only how many things they have to do: their own page shows what they did.
 */
export function createLiveHub(db: Db, url: string): LiveHub {
  const pages = new Set<Subscriber>()
  let gathered: Heard[] = []
  let timer: NodeJS.Timeout | undefined
  const closeWhere = (test: (page: Subscriber) => boolean) => {
    for (const page of [...pages]) if (test(page)) page.close()
  }
  const flush = async () => {
    timer = undefined
    const all = gathered
    gathered = []
    if (pages.size > 0) await tell(db, [...pages], await recordsHeard(db, all))
  }
  const heard = (one: Heard) => {
    if (one.entity === 'session') closeWhere(({ actor }) => actor.sessionId === one.entityId)
    if (changesRights(one.event)) closeWhere(() => true)
    if (!one.taskId && !one.directiveId && !one.entity.startsWith('bulletin')) return
    gathered.push(one)
    timer ??= setTimeout(() => {
      flush().catch((error: unknown) => log().error({ err: error }, 'open pages could not be told'))
    }, GATHER_MS)
  }
  const missed = () => {
    for (const page of pages) page.send({ records: [], all: true })
  }
  const endListening = listen(url, { heard, missed })
  const beating = setInterval(() => {
    for (const page of pages) page.beat()
  }, BEAT_MS)
  beating.unref()
  return {
    join: (page) => {
      pages.add(page)
      return () => void pages.delete(page)
    },
    catchUp: async (page, since) => {
      const missedActs = await readMissed(db, since, new Date())
      if (missedActs) await tell(db, [page], await recordsHeard(db, missedActs))
      else page.send({ records: [], all: true })
    },
    stop: async () => {
      clearInterval(beating)
      clearTimeout(timer)
      closeWhere(() => true)
      await endListening()
    },
  }
}

/** The acts recorded since then, as they would have been heard; null where there are too many. */
async function readMissed(db: Db, since: Date, now: Date): Promise<Heard[] | null> {
  if (now.getTime() - since.getTime() > MISSED_HOURS * 3_600_000) return null
  const rows = await db.auditEntry.findMany({
    where: {
      at: { gt: new Date(since.getTime() - SLACK_MS) },
      OR: [{ taskId: { not: null } }, { directiveId: { not: null } }, { entity: { startsWith: 'bulletin' } }],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MISSED_MOST + 1,
    select: { event: true, taskId: true, directiveId: true, sessionId: true, entity: true, entityId: true },
  })
  if (rows.length > MISSED_MOST) return null
  return rows
}

async function tell(db: Db, pages: readonly Subscriber[], records: readonly RecordHeard[]): Promise<void> {
  const told = pages.flatMap((page) => {
    const readable = records.filter(({ mayHear }) => mayHear(page.actor))
    if (readable.length === 0) return []
    const others = readable.filter(
      ({ sessionId }) => sessionId === null || sessionId !== page.actor.sessionId,
    )
    return [{ page, names: [...new Set(others.flatMap(({ names }) => names))] }]
  })
  if (told.length === 0) return
  const counts = await countDutiesOf(
    db,
    told.map(({ page }) => page.actor),
    new Date(),
  )
  told.forEach(({ page, names }, at) => page.send({ records: names, todo: counts[at] ?? 0 }))
}
