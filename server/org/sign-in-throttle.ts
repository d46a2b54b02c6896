import {
  ACCOUNT_RULE,
  ADDRESS_RULE,
  afterFailure,
  CODE_RULE,
  delayFor,
  lockedUntil,
  triesLeft,
  type ThrottleRule,
  type ThrottleState,
} from '@/domain/org/throttle'
import type { Db, Tx } from '@/server/db'

/** An attempt that may be verified after waiting (milliseconds), or one that may not be made. */
export type Admission =
  | { admitted: true; waitMs: number; triesLeft: number; locks: Date | null }
  | { admitted: false; until: Date | null; worthRecording: boolean }

const LONGEST_WAIT_MS = 15_000
const KEEP_DAYS = 2
/** One account from everywhere: counted in the same window, never locked. */
const COUNT_ONLY: ThrottleRule = { ...ACCOUNT_RULE, failures: Number.POSITIVE_INFINITY }

// Address, then account, then both together, then codes: always locked in this order, so that attempts never wait for each other in a ring.
const addressKey = (address: string) => `address:${address}`
const accountKey = (account: string) => `account:${account}`
const bothKey = (account: string, address: string) => `both:${account}|${address}`
const codeKey = (account: string) => `code:${account}`

/**
 * Counts an attempt as a failure before its password is looked at, so that attempts at the same moment cannot all pass on one count;
 * `forgetFailures` takes it back when the password was right. An address that the person has used before (`familiar`) never waits for
 * what others do to the account from elsewhere.
 */
export function admitAttempt(client: Db, attempt: Attempt, now: Date): Promise<Admission> {
  return client.$transaction((tx) => admitWithin(tx, attempt, now))
}

type Attempt = { account: string; address: string; familiar: boolean }

/** As `admitAttempt` inside a transaction of the caller's, which must be kept for the count to stand. */
export async function admitWithin(
  tx: Tx,
  { account, address, familiar }: Attempt,
  now: Date,
): Promise<Admission> {
  if (address) {
    const there = await countFailure(tx, addressKey(address), ADDRESS_RULE, now)
    if (!there.counted) return refusal(there.state, ADDRESS_RULE)
  }
  const waitMs = await takeTurn(tx, accountKey(account), familiar, now)
  if (waitMs > LONGEST_WAIT_MS) return { admitted: false, until: null, worthRecording: false }
  const both = await countFailure(tx, bothKey(account, address), ACCOUNT_RULE, now)
  if (!both.counted) return refusal(both.state, ACCOUNT_RULE)
  return {
    admitted: true,
    waitMs,
    triesLeft: triesLeft(both.state, ACCOUNT_RULE, now),
    locks: lockedUntil(both.state, now),
  }
}

/** As `admitWithin` for a code of the second factor: the account's codes are counted together, too, from whatever address they come. */
export async function admitCode(tx: Tx, attempt: Attempt, now: Date): Promise<Admission> {
  const admission = await admitWithin(tx, attempt, now)
  if (!admission.admitted) return admission
  const { counted, state } = await countFailure(tx, codeKey(attempt.account), CODE_RULE, now)
  if (!counted) return refusal(state, CODE_RULE)
  return {
    ...admission,
    triesLeft: Math.min(admission.triesLeft, triesLeft(state, CODE_RULE, now)),
    locks: lockedUntil(state, now) ?? admission.locks,
  }
}

/** After the right password of somebody whose code is still awaited: takes this one attempt back; all others count on. */
export async function takeBackAttempt(tx: Tx, account: string, address: string): Promise<void> {
  for (const [key, most] of [
    [addressKey(address), ADDRESS_RULE.failures],
    [bothKey(account, address), ACCOUNT_RULE.failures],
  ] as const)
    await tx.$executeRaw`
      UPDATE sign_in_throttles SET failures = GREATEST(failures - 1, 0),
        locked_until = CASE WHEN failures > ${most} THEN locked_until END WHERE key = ${key}`
  await tx.$executeRaw`
    UPDATE sign_in_throttles SET failures = GREATEST(failures - 1, 0) WHERE key = ${accountKey(account)}`
}

/** After the right code: as `forgetFailures`, and the wrong codes are forgotten too. */
export async function forgetCodeFailures(tx: Tx, account: string, address: string, now: Date): Promise<void> {
  await forgetFailures(tx, account, address, now)
  await clearCodeCount(tx, account)
}

/** Forgets the wrong codes of an account. */
export async function clearCodeCount(tx: Tx, account: string): Promise<void> {
  await clearCount(tx, codeKey(account))
}

/** After the right password: forgets the pair's failures and takes this attempt back from the wider counts. Drops old counters. */
export async function forgetFailures(tx: Tx, account: string, address: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE sign_in_throttles SET failures = GREATEST(failures - 1, 0), locked_until = NULL WHERE key = ${addressKey(address)}`
  await tx.$executeRaw`
    UPDATE sign_in_throttles SET failures = GREATEST(failures - 1, 0) WHERE key = ${accountKey(account)}`
  await tx.signInThrottle.deleteMany({ where: { key: bothKey(account, address) } })
  const old = new Date(now.getTime() - KEEP_DAYS * 86_400_000)
  await tx.$executeRaw`
    DELETE FROM sign_in_throttles WHERE key IN
      (SELECT key FROM sign_in_throttles WHERE window_at < ${old} LIMIT 200 FOR UPDATE SKIP LOCKED)`
}

/** Lifts every lock and count of the account, from whatever address. */
export async function clearThrottle(tx: Tx, account: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM sign_in_throttles
    WHERE key IN (${accountKey(account)}, ${codeKey(account)}) OR starts_with(key, ${bothKey(account, '')})`
}

/** Failures that still count against an account, from whatever addresses, and until when it is locked: at one of them, or for codes. */
export type AccountThrottle = { account: string; failures: number; lockedUntil: Date | null }

/** The accounts with failures in the present window or a lock in force; of all names or of these; the worst first, at most 200. */
export async function listThrottled(
  tx: Tx | Db,
  now: Date,
  accounts: readonly string[] | null = null,
): Promise<AccountThrottle[]> {
  const since = new Date(now.getTime() - ACCOUNT_RULE.windowMinutes * 60_000)
  const rows = await tx.$queryRaw<{ account: string; failures: bigint; locked_until: Date | null }[]>`
    SELECT account, sum(failures) AS failures, max(locked_until) AS locked_until FROM (
      SELECT split_part(substr(key, 6), '|', 1) AS account, CASE WHEN starts_with(key, 'both:') THEN failures ELSE 0 END AS failures,
        CASE WHEN locked_until > ${now} THEN locked_until END AS locked_until
      FROM sign_in_throttles
      WHERE starts_with(key, 'both:') AND failures > 0 AND (window_at > ${since} OR locked_until > ${now})
        OR starts_with(key, 'code:') AND locked_until > ${now}
    ) AS counted
    WHERE ${accounts}::text[] IS NULL OR account = ANY(${accounts}::text[])
    GROUP BY account ORDER BY max(locked_until) DESC NULLS LAST, sum(failures) DESC, account LIMIT 200`
  return rows.map(({ account, failures, locked_until }) => ({
    account,
    failures: Number(failures),
    lockedUntil: locked_until,
  }))
}

/** How many people's accounts are locked now, at one address or more; names that nobody has are no account. */
export async function countLocked(tx: Tx | Db, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ locked: number }[]>`
    SELECT count(DISTINCT p.id)::int AS locked FROM sign_in_throttles s
      JOIN people p ON p.account = split_part(substr(s.key, 6), '|', 1) AND p.status = 'active'
    WHERE (starts_with(s.key, 'both:') OR starts_with(s.key, 'code:')) AND s.locked_until > ${now}`
  return rows[0]?.locked ?? 0
}

/** Forgets what was counted under one key. */
export async function clearCount(tx: Tx, key: string): Promise<void> {
  await tx.signInThrottle.deleteMany({ where: { key } })
}

/** Refused attempts are recorded at the first and at every hundredth: a flood must not fill the record. */
function refusal(state: ThrottleState, rule: ThrottleRule): Admission {
  const refused = state.failures - rule.failures
  const worthRecording = refused === 1 || refused % 100 === 0
  return { admitted: false, until: state.lockedUntil, worthRecording }
}

/** Counts one failure under the key, atomically; `counted` is false where it is locked. */
export async function countFailure(tx: Tx, key: string, rule: ThrottleRule, now: Date) {
  const before = await lockRow(tx, key, now)
  const locked = lockedUntil(before, now) !== null
  const state = locked
    ? { ...before, failures: before.failures + 1 }
    : afterFailure(before.failures === 0 ? null : before, rule, now)
  await tx.signInThrottle.update({ where: { key }, data: state, select: { key: true } })
  return { counted: !locked, state }
}

/** Milliseconds until the account's next turn: under attack the tries of strangers queue, one after the other. */
async function takeTurn(tx: Tx, key: string, familiar: boolean, now: Date): Promise<number> {
  const before = await lockRow(tx, key, now)
  const { failures, windowAt } = afterFailure({ ...before, lockedUntil: null }, COUNT_ONLY, now)
  const queued = Math.max(now.getTime(), before.lockedUntil?.getTime() ?? 0)
  const turn = familiar ? now.getTime() : queued + delayFor(before.failures)
  const waitMs = turn - now.getTime()
  // A turn that is too far off is not taken, or the queue would grow without end.
  const next = familiar || waitMs > LONGEST_WAIT_MS ? before.lockedUntil : new Date(turn)
  await tx.signInThrottle.update({
    where: { key },
    data: { failures, windowAt, lockedUntil: next },
    select: { key: true },
  })
  return waitMs
}

async function lockRow(tx: Tx, key: string, now: Date): Promise<ThrottleState> {
  await tx.$executeRaw`
    INSERT INTO sign_in_throttles (key, failures, window_at) VALUES (${key}, 0, ${now}) ON CONFLICT (key) DO NOTHING`
  const rows = await tx.$queryRaw<{ failures: number; window_at: Date; locked_until: Date | null }[]>`
    SELECT failures, window_at, locked_until FROM sign_in_throttles WHERE key = ${key} FOR UPDATE`
  const [row] = rows
  return {
    failures: row?.failures ?? 0,
    windowAt: row?.window_at ?? now,
    lockedUntil: row?.locked_until ?? null,
  }
}
