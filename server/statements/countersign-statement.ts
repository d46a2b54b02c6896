import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import { auditStatement, noticeParams, writeStatement } from '@/server/statements/load-statement'
import { openForSignature, signatureSchema, type SignatureAnswer } from '@/server/statements/signature'

export const countersignStatementSchema = signatureSchema

/**
 * 会签 by a leader: the statement is in force, and the one before it is superseded. Refused for what one signed oneself and where the facts
 * differ by now. A wrong password is an answer and counted as at sign-in.
 */
export async function countersignStatement(
  ctx: Ctx,
  input: z.output<typeof countersignStatementSchema>,
): Promise<SignatureAnswer> {
  const { refusal, opened, audited, how } = await openForSignature(ctx, input, 'countersign')
  if (refusal) return refusal
  const { statement, directive, unit, status, as } = opened
  await supersedeLast(ctx, { directiveId: directive.id, unitId: unit.id })
  await writeStatement(ctx, statement, {
    status,
    countersignedById: ctx.actor.personId,
    countersignedForId: as?.onBehalfOf?.personId ?? null,
    countersignedAt: ctx.now,
    countersignedHow: how,
  })
  await auditStatement(ctx, statement, 'statement.countersigned', as, audited)
  const told = { event: 'statement.countersigned', params: noticeParams(opened), directiveId: directive.id }
  await notify(ctx, { unitId: unit.id, ...told }, { personId: statement.drawnUpById, ...told })
  return { kind: 'signed', statementNo: statement.no }
}

/** What was in force until now gives way. */
async function supersedeLast(ctx: Ctx, of: { directiveId: string; unitId: string }): Promise<void> {
  const last = await ctx.tx.statement.findFirst({ where: { ...of, status: 'in_force' } })
  if (!last) return
  await writeStatement(ctx, last, { status: 'superseded', endedAt: ctx.now })
  await auditStatement(ctx, last, 'statement.superseded', null, {
    before: { status: last.status },
    after: { status: 'superseded' },
  })
}
