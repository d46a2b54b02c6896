/**
 * Sign-in attempts (domain.md §6): throttled by account and address together before anything is locked, so that nobody
 * can lock a leader out by name from elsewhere.
 */
export type ThrottleRule = {
  /** Failures within the window after which the lock falls. */
  failures: number
  /** Minutes in which failures are counted together, from the first. */
  windowMinutes: number
  /** Minutes for which the lock holds. */
  lockMinutes: number
}

/** One account from one address: the counter that a person sees; it runs for names that do not exist, too. */
export const ACCOUNT_RULE: ThrottleRule = { failures: 5, windowMinutes: 15, lockMinutes: 15 }
/** One address, whatever the accounts: an office behind one address still gets in, a list of names does not. */
export const ADDRESS_RULE: ThrottleRule = { failures: 50, windowMinutes: 15, lockMinutes: 15 }
/** One account from all addresses: failures after which each attempt waits, though none is refused. */
export const ACCOUNT_WIDE = { failures: 10, firstDelayMs: 1_000, longestDelayMs: 8_000 } as const

/**
 * Codes of one account from all addresses. Here the account itself may be locked: only who knows its password gets to try a code. At ten tries
 * of a million an hour, three of which are right at any moment, a guesser needs years.
 */
export const CODE_RULE: ThrottleRule = { failures: 10, windowMinutes: 60, lockMinutes: 60 }

/** A counter as it is kept: failures since `windowAt`, and until when it is locked. */
export type ThrottleState = { failures: number; windowAt: Date; lockedUntil: Date | null }

const MS_PER_MINUTE = 60_000

/** Locked until when, or null where an attempt may be made. */
export function lockedUntil(state: ThrottleState | null, now: Date): Date | null {
  return state?.lockedUntil && state.lockedUntil > now ? state.lockedUntil : null
}

/** The counter after one more failure: a fresh window where the old one or its lock is over. */
export function afterFailure(state: ThrottleState | null, rule: ThrottleRule, now: Date): ThrottleState {
  const over =
    state === null ||
    (state.lockedUntil !== null && state.lockedUntil <= now) ||
    now.getTime() - state.windowAt.getTime() >= rule.windowMinutes * MS_PER_MINUTE
  const failures = over ? 1 : state.failures + 1
  const locks = failures >= rule.failures
  return {
    failures,
    windowAt: over ? now : state.windowAt,
    lockedUntil: locks ? new Date(now.getTime() + rule.lockMinutes * MS_PER_MINUTE) : null,
  }
}

/** How many tries are left before the lock; 0 while locked. */
export function triesLeft(state: ThrottleState | null, rule: ThrottleRule, now: Date): number {
  if (state === null) return rule.failures
  if (lockedUntil(state, now)) return 0
  const age = now.getTime() - state.windowAt.getTime()
  if (state.lockedUntil !== null || age >= rule.windowMinutes * MS_PER_MINUTE) return rule.failures
  return Math.max(0, rule.failures - state.failures)
}

/** Milliseconds that an attempt waits, doubling with each failure of the account anywhere beyond the free ones. */
export function delayFor(failuresAnywhere: number): number {
  const beyond = failuresAnywhere - ACCOUNT_WIDE.failures
  if (beyond < 0) return 0
  return Math.min(ACCOUNT_WIDE.longestDelayMs, ACCOUNT_WIDE.firstDelayMs * 2 ** Math.min(beyond, 10))
}
