import { z } from 'zod'

/** The channel on which the trigger of `audit_entries` speaks. */
export const LIVE_CHANNEL = 'luoshi_live'

const id = z.uuid().nullable()
const payload = z
  .object({ e: z.string(), t: id, d: id, r: id, x: id, s: id })
  .transform(({ e, t, d, r, x, s }) => ({
    event: e,
    taskId: t,
    directiveId: d,
    reportId: r,
    endedSessionId: x,
    sessionId: s,
  }))

/** A recorded act as it is heard: ids only. `endedSessionId` where a session ended; `sessionId` is who acted. */
export type Heard = z.output<typeof payload>

/** Reads a notification; null for what is none of ours. */
export function readHeard(text: string): Heard | null {
  try {
    return payload.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
