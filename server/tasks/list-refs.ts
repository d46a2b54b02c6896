import { z } from 'zod'
import { can } from '@/domain/permissions/policy'
import { MOST_NAMED } from '@/domain/tasks/ledger-filter'
import { ledgerQuerySchema } from '@/domain/tasks/ledger-schema'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { batchOf, mineSql, type RawRow, type RowBatch } from '@/server/tasks/ledger-rows'
import { ledgerWhere } from '@/server/tasks/ledger-sql'

/** The filter as text: what stands after the question mark of the ledger's address. */
export const listRefsSchema = z.object({ query: ledgerQuerySchema })

export type LedgerRefs = { refs: (RowBatch & { no: number })[] }

/** “选择全部 214 项”: all that a filter finds for this person, with what can be done to each; the first 500 by due date. Throws not_found without the right. */
export async function listRefs(ctx: Ctx, input: z.output<typeof listRefsSchema>): Promise<LedgerRefs> {
  if (!can(ctx.actor, 'task.read')) return failNotFound()
  const { from, where } = ledgerWhere(ctx, input.query)
  const rows = await ctx.tx.$queryRaw<Pick<RawRow, 'id' | 'no' | 'version' | 'status' | 'mine'>[]>`
    SELECT t.id, t.no, t.version, t.status, ${mineSql(ctx)} AS mine
    FROM ${from} WHERE ${where} ORDER BY t.due_on, t.id LIMIT ${MOST_NAMED}`
  return { refs: rows.map((row) => ({ no: row.no, ...batchOf(ctx, row) })) }
}
