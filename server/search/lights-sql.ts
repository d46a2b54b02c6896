import type { LedgerLight } from '@/domain/tasks/ledger-filter'
import type { Prisma } from '@/prisma/generated/client'
import { lightIn } from '@/server/tasks/ledger-sql'

/** Tasks `t` of these lights, as the ledger understands them; undefined where none is asked for. */
export function lightsSql(lights: readonly LedgerLight[]): Prisma.Sql | undefined {
  return lights.length === 0 ? undefined : lightIn([...lights])
}
