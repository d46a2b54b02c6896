import { randomBytes } from 'node:crypto'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db'

/** Rows that are in memory at a time. */
const BATCH = 1_000

/**
 * The rows of a query through a cursor of the database: one snapshot, a thousand rows in memory however many there are. Only inside a
 * transaction, which ends the cursor where the reader stops early.
 */
export async function* cursorBatches<Row>(tx: Tx, query: Prisma.Sql): AsyncGenerator<Row[]> {
  const name = Prisma.raw(`rows_${randomBytes(6).toString('hex')}`)
  await tx.$executeRaw`DECLARE ${name} NO SCROLL CURSOR FOR ${query}`
  const fetch = Prisma.raw(`FETCH ${BATCH} FROM`)
  for (;;) {
    const rows = await tx.$queryRaw<Row[]>`${fetch} ${name}`
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) break
  }
  await tx.$executeRaw`CLOSE ${name}`
}
