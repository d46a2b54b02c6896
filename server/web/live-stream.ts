import type { Subscriber } from '@/server/live/hub'
import { liveHub } from '@/server/live/live-hub'
import type { Actor } from '@/domain/permissions/actor'
import { log } from '@/server/log'

/** A stream ends after so long; the browser connects anew with the rights of that day. */
const LONGEST_MS = 10 * 60_000
/** Bytes that a browser may leave unread before its stream is ended. */
const UNREAD_MOST = 64 * 1024
const RETRY_MS = 3_000
/** An idle session is found out at every third beat; one that was ended is told at once. */
const BEATS_BETWEEN_LOOKS = 3

type Options = {
  signal: AbortSignal
  /** What was recorded since then is told first; null where the page is fresh. */
  since: Date | null
  stillOpen: () => Promise<boolean>
}

/** Server-sent events for an open page of this person, until the request or the session ends. */
export function liveStream(actor: Actor, { signal, since, stillOpen }: Options): ReadableStream {
  const encoder = new TextEncoder()
  let end = () => {}
  return new ReadableStream(
    {
      start(controller) {
        let ended = false
        let beats = 0
        const write = (text: string) => {
          if (ended) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < 0) end()
        }
        // Each carries the time, which the browser says again when it connects anew.
        const now = () => `id: ${Date.now()}\n`
        const page: Subscriber = {
          actor,
          send: (message) => write(`${now()}data: ${JSON.stringify(message)}\n\n`),
          beat: () => {
            write(`${now()}\n`)
            if (++beats % BEATS_BETWEEN_LOOKS > 0) return
            stillOpen().then(
              (open) => open || end(),
              () => {},
            )
          },
          close: () => end(),
        }
        const leave = liveHub().join(page)
        const limit = setTimeout(() => end(), LONGEST_MS)
        limit.unref()
        end = () => {
          if (ended) return
          ended = true
          clearTimeout(limit)
          leave()
          try {
            controller.close()
          } catch {
            // The browser left first.
          }
        }
        signal.addEventListener('abort', () => end())
        write(`retry: ${RETRY_MS}\n${now()}\n`)
        if (since) {
          liveHub()
            .catchUp(page, since)
            .catch((error: unknown) => log().error({ err: error }, 'an open page could not catch up'))
        }
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: UNREAD_MOST }),
  )
}
