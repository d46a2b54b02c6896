import { hash, verify } from '@node-rs/argon2'

// argon2id by default; memory in KiB and passes as OWASP's password storage cheat sheet asks for at least.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The argon2id hash of a password, with its own salt. About 30 ms of processor time. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

let kept: Promise<string> | undefined

/**
 * True where the password belongs to the hash. Without a hash (no such account, or none set yet) it compares with a hash of
 * nothing and answers false: the time it takes says nothing about the account.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const hashOfNothing = await (kept ??= hashPassword(crypto.randomUUID()))
  const same = await verify(stored ?? hashOfNothing, password.normalize('NFKC'))
  return same && stored !== null
}
