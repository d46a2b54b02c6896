/** Hours after which a session ends however busy it was. */
export const SESSION_HOURS = 12

const TOUCH_SECONDS = 60
const MINUTE_MS = 60_000

type Times = { startedAt: Date; seenAt: Date }

/** Why a session has run out, or null: idle for longer than the setting (minutes), or older than `SESSION_HOURS`. */
export function expiryOf(
  { startedAt, seenAt }: Times,
  now: Date,
  idleMinutes: number,
): 'idle' | 'age' | null {
  if (now.getTime() - seenAt.getTime() > idleMinutes * MINUTE_MS) return 'idle'
  if (now.getTime() - startedAt.getTime() > SESSION_HOURS * 60 * MINUTE_MS) return 'age'
  return null
}

/** True where `seenAt` is old enough (60 seconds) to be written anew: not every request writes. */
export function isTouchDue(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= TOUCH_SECONDS * 1000
}
