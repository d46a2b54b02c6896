import { canonicalJson, GENESIS_HASH, sealHash, type ChainEnd } from '@/domain/audit/chain'
import type { AuditEntry } from '@/prisma/generated/client'
import { sha256 } from '@/server/audit/record-audit'
import type { Db, Tx } from '@/server/db'

/** Any number: whoever holds this lock is the one sealer, however many processes run. */
const SEALER_LOCK = 5_124_200
const BATCH = 2_000

/**
 * The fields of an entry that its seal covers: all of them; the values only through their salted hashes. A field that was added
 * later is left out where it is empty, so that seals made before it still fit.
 */
export function canonicalEntry(entry: AuditEntry): string {
  return canonicalJson({ ...entry, onBehalfOfId: entry.onBehalfOfId ?? undefined })
}

/** Where the chain ends now. */
export async function chainEnd(client: Db | Tx): Promise<ChainEnd> {
  const last = await client.auditSeal.findFirst({ orderBy: { no: 'desc' }, select: { no: true, hash: true } })
  return last ?? { no: 0, hash: GENESIS_HASH }
}

/**
 * Chains the committed entries that wait, in the order in which they were made; returns how many. Acts once however many
 * processes call it: the second one finds the lock taken and leaves. Run every second, and at the end of tests.
 */
export async function sealEntries(client: Db, now: Date): Promise<number> {
  return client.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<
      { held: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(${SEALER_LOCK}::bigint) AS held`
    if (!lock?.held) return 0
    const waiting = await tx.$queryRaw<
      { entry_id: string }[]
    >`SELECT entry_id FROM audit_pending ORDER BY entry_id LIMIT ${BATCH}`
    if (waiting.length === 0) return 0
    const ids = waiting.map((row) => row.entry_id)
    const entries = await tx.auditEntry.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
    let { no, hash } = await chainEnd(tx)
    const seals = entries.map((entry) => {
      no += 1
      hash = sealHash(hash, no, canonicalEntry(entry), sha256)
      return { no, entryId: entry.id, hash, sealedAt: now }
    })
    await tx.auditSeal.createMany({ data: seals })
    await tx.auditPending.deleteMany({ where: { entryId: { in: ids } } })
    return seals.length
  })
}
