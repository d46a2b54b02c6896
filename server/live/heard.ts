import { z } from 'zod'

/** The channel on which the trigger of `audit_entries` speaks. */
export const LIVE_CHANNEL = 'luoshi_live'

/** A recorded act as it is heard: ids only. `entity` and `entityId` are the record that was acted on, `sessionId` is who acted. */
export type Heard = {
  event: string
  taskId: string | null
  directiveId: string | null
  entity: string
  entityId: string
  sessionId: string | null
}

const id = z.uuid()
const payload = z
  .object({ e: z.string(), t: id.nullable(), d: id.nullable(), k: z.string(), i: id, s: id.nullable() })
  .transform(
    ({ e, t, d, k, i, s }): Heard => ({
      ...{ event: e, taskId: t, directiveId: d },
      ...{ entity: k, entityId: i, sessionId: s },
    }),
  )

/** Reads a notification; null for what is none of ours. */
export function readHeard(text: string): Heard | null {
  try {
    return payload.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
