const KEY = 'luoshi_active_at'

/** Minutes before the end of the session at which the page warns. */
export const WARN_MINUTES = 2
const MINUTE_MS = 60_000

export type IdlePhase = 'working' | 'warning' | 'over'

/** Where an open page stands `idleMs` after the last act: it warns two minutes before the end. */
export function phaseOf(idleMs: number, idleMinutes: number): IdlePhase {
  if (idleMs >= idleMinutes * MINUTE_MS) return 'over'
  return idleMs >= (idleMinutes - WARN_MINUTES) * MINUTE_MS ? 'warning' : 'working'
}

/** True where the person was active since the server last heard of them, and that is a minute or more ago. */
export function isPingDue(activeAt: number, heardAt: number, now: number): boolean {
  return activeAt > heardAt && now - heardAt >= MINUTE_MS
}

/** The last act in any tab of this browser (milliseconds), since they share the session. */
export function readActive(fallback: number): number {
  try {
    return Math.max(fallback, Number(localStorage.getItem(KEY)) || 0)
  } catch {
    return fallback
  }
}

/** Tells the other tabs. Where the browser keeps nothing, each tab counts for itself. */
export function writeActive(at: number): void {
  try {
    localStorage.setItem(KEY, String(at))
  } catch {
    // Private windows may refuse.
  }
}
