/** SHA-256 in hexadecimal, handed in so that the domain needs no platform. */
export type Sha256 = (text: string) => string

/** What the first seal follows. */
export const GENESIS_HASH = '0'.repeat(64)

/**
 * JSON with sorted keys and no blanks: equal values give equal text on every machine. Instants become ISO 8601 in UTC,
 * undefined members vanish; throws TypeError for what JSON cannot say (NaN, functions, bigints, undefined in lists).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`no canonical form for ${typeof value}`)
}

/** The seal of an entry: over the seal before it, its number and its canonical text. */
export function sealHash(prevHash: string, no: number, entryCanonical: string, sha256: Sha256): string {
  return sha256(`${prevHash}\n${no}\n${entryCanonical}`)
}

/** The salted hash of before or after values, as an entry holds it; null stands for no values. */
export function valuesHash(salt: string, values: unknown, sha256: Sha256): string {
  return sha256(salt + canonicalJson(values ?? null))
}

/** A sealed entry as it is checked. */
export type SealedRow = { no: number; hash: string; entryCanonical: string }

/** Where a chain, or a stretch of it, ends. */
export type ChainEnd = { no: number; hash: string }

/** What a check found: whole up to `last`, or broken at `no` by a gap in the numbers or a seal that does not fit. */
export type ChainCheck =
  | { ok: true; count: number; last: ChainEnd }
  | { ok: false; count: number; no: number; code: 'audit.gap' | 'audit.seal_differs' }

/** Checks rows in the order of their numbers, from the beginning or from the end of a stretch checked before. */
export function verifyChain(
  rows: Iterable<SealedRow>,
  sha256: Sha256,
  after: ChainEnd = { no: 0, hash: GENESIS_HASH },
): ChainCheck {
  let last = after
  let count = 0
  for (const row of rows) {
    if (row.no !== last.no + 1) return { ok: false, count, no: last.no + 1, code: 'audit.gap' }
    const expected = sealHash(last.hash, row.no, row.entryCanonical, sha256)
    if (row.hash !== expected) return { ok: false, count, no: row.no, code: 'audit.seal_differs' }
    last = { no: row.no, hash: row.hash }
    count += 1
  }
  return { ok: true, count, last }
}
