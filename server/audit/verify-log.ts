import { verifyChain, valuesHash, type ChainCheck, GENESIS_HASH } from '@/domain/audit/chain'
import type { AuditEntry } from '@/prisma/generated/client'
import { sha256 } from '@/server/audit/record-audit'
import { canonicalEntry } from '@/server/audit/seal-entries'
import type { Db, Tx } from '@/server/db'

const PAGE = 2_000

export type LogCheck = ChainCheck & {
  /** Entries committed but not sealed yet. */
  unsealed: number
  /** Sealed entries whose values stand aside and do not fit their hashes; erased values are no fault. */
  alteredValues: number[]
}

/** Recomputes the whole chain from the first entry, page by page, and the hashes of the values beside it. */
export async function verifyLog(client: Db | Tx): Promise<LogCheck> {
  let last = { no: 0, hash: GENESIS_HASH }
  let count = 0
  const alteredValues: number[] = []
  for (;;) {
    const seals = await client.auditSeal.findMany({
      where: { no: { gt: last.no } },
      orderBy: { no: 'asc' },
      take: PAGE,
      include: { entry: { include: { value: true } } },
    })
    if (seals.length === 0) break
    for (const { no, entry } of seals) if (isAltered(entry)) alteredValues.push(no)
    const rows = seals.map(({ no, hash, entry }) => ({ no, hash, entryCanonical: canonicalOf(entry) }))
    const check = verifyChain(rows, sha256, last)
    count += check.count
    if (!check.ok) return { ...check, count, unsealed: await countUnsealed(client), alteredValues }
    last = check.last
  }
  return { ok: true, count, last, unsealed: await countUnsealed(client), alteredValues }
}

/** With its values as they stand beside it; null only where somebody took the entry away and left its seal. */
type Sealed = (AuditEntry & { value: (Values & { erasedAt: Date | null }) | null }) | null

function canonicalOf(sealed: Sealed): string {
  if (!sealed) return ''
  const { value: _value, ...entry } = sealed
  return canonicalEntry(entry)
}

/** Erased values leave their row behind: a row that is gone was not erased by the program. */
function isAltered(entry: Sealed): boolean {
  if (!entry) return false
  return entry.value === null || (entry.value.erasedAt === null && !valuesFit(entry, entry.value))
}

type Hashes = { beforeHash: string; afterHash: string }
type Values = { salt: string | null; before: unknown; after: unknown }

function valuesFit(entry: Hashes, { salt, before, after }: Values): boolean {
  if (salt === null) return false
  return (
    valuesHash(salt, before, sha256) === entry.beforeHash &&
    valuesHash(salt, after, sha256) === entry.afterHash
  )
}

/** Entries without a seal, whether they wait for the sealer or were taken from its queue. */
async function countUnsealed(client: Db | Tx): Promise<number> {
  const [row] = await client.$queryRaw<{ count: bigint }[]>`
    SELECT (SELECT count(*) FROM audit_entries) - (SELECT count(*) FROM audit_seals) AS count`
  return Number(row?.count ?? 0)
}
