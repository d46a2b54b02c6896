import { z } from 'zod'
import { STATEMENT_REASON_LIMIT } from '@/domain/statements/lifecycle'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import {
  auditStatement,
  noticeParams,
  openStatement,
  statementVersionSchema,
  writeStatement,
} from '@/server/statements/load-statement'

/** Why it goes back. */
export const sendStatementBackSchema = statementVersionSchema.extend({
  reason: z
    .string({ error: 'statement.reason_missing' })
    .trim()
    .min(1, { error: 'statement.reason_missing' })
    .max(STATEMENT_REASON_LIMIT, { error: 'statement.reason_too_long' }),
})

/** 退回 with a reason by whoever is asked to sign: the unit's head, then the leader. The office draws up another, or leaves it. */
export async function sendStatementBack(
  ctx: Ctx,
  input: z.output<typeof sendStatementBackSchema>,
): Promise<{ statementNo: number }> {
  const opened = await openStatement(ctx, input, 'send_back')
  const { statement, directive, unit, status, as } = opened
  await writeStatement(ctx, statement, {
    status,
    sentBackById: ctx.actor.personId,
    sentBackAt: ctx.now,
    sentBackReason: input.reason,
  })
  await auditStatement(ctx, statement, 'statement.sent_back', as, {
    before: { status: statement.status },
    after: { status, reason: input.reason },
  })
  const told = { event: 'statement.sent_back', params: noticeParams(opened), directiveId: directive.id }
  const signed = statement.status === 'awaiting_countersignature'
  await notify(
    ctx,
    { personId: statement.drawnUpById, ...told },
    ...(signed ? [{ unitId: unit.id, ...told }] : []),
  )
  return { statementNo: statement.no }
}
