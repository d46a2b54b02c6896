import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/server/env'
import { OrderlyClient } from '@/server/orderly-client'
import { PrismaClient } from '@/prisma/generated/client'

/**
 * A client over its own pool, acting as the application role whatever role the address signs in as. Time zone of sessions: UTC. Nothing is
 * compiled: that takes longer than the longest statement of a page.
 */
export function createDb(url: string, poolSize = 10) {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: poolSize,
      Client: OrderlyClient,
      options: '-c role=luoshi_app -c timezone=UTC -c jit=off -c statement_timeout=60000',
    }),
  })
}

export type Db = ReturnType<typeof createDb>
/** The client inside a transaction: what commands write through. */
export type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0]

const kept = globalThis as { luoshiDb?: Db }

/** The one client of this process; made at the first call, kept over hot reloads. */
export function db(): Db {
  return (kept.luoshiDb ??= createDb(env().DATABASE_URL))
}
