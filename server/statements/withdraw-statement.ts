import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import {
  auditStatement,
  noticeParams,
  openStatement,
  statementVersionSchema,
  writeStatement,
} from '@/server/statements/load-statement'

export const withdrawStatementSchema = statementVersionSchema

/** 撤回 by the office: what is not in force yet, or came back, is asked of nobody any more. */
export async function withdrawStatement(
  ctx: Ctx,
  input: z.output<typeof withdrawStatementSchema>,
): Promise<{ statementNo: number }> {
  const opened = await openStatement(ctx, input, 'withdraw')
  const { statement, directive, unit, status, as } = opened
  await writeStatement(ctx, statement, { status, endedAt: ctx.now })
  await auditStatement(ctx, statement, 'statement.withdrawn', as, {
    before: { status: statement.status },
    after: { status },
  })
  await notify(ctx, {
    unitId: unit.id,
    event: 'statement.withdrawn',
    params: noticeParams(opened),
    directiveId: directive.id,
  })
  return { statementNo: statement.no }
}
