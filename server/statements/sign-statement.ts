import type { z } from 'zod'
import type { Ctx } from '@/server/context'
import { notify } from '@/server/notifications/notify'
import { listLeadersInCharge } from '@/server/notifications/portfolio'
import { auditStatement, noticeParams, writeStatement } from '@/server/statements/load-statement'
import { openForSignature, signatureSchema, type SignatureAnswer } from '@/server/statements/signature'

export const signStatementSchema = signatureSchema

/**
 * 签订 by the unit's head. Refused where the facts differ from what the statement says by now. A wrong password is an answer and counted as at
 * sign-in; the leaders in charge are asked for the countersignature.
 */
export async function signStatement(
  ctx: Ctx,
  input: z.output<typeof signStatementSchema>,
): Promise<SignatureAnswer> {
  const { refusal, opened, audited, how } = await openForSignature(ctx, input, 'sign')
  if (refusal) return refusal
  const { statement, directive, unit, status, as } = opened
  await writeStatement(ctx, statement, {
    status,
    signedById: ctx.actor.personId,
    signedForId: as?.onBehalfOf?.personId ?? null,
    signedAt: ctx.now,
    signedHow: how,
  })
  await auditStatement(ctx, statement, 'statement.signed', as, audited)
  const leaders = await listLeadersInCharge(ctx, { unitId: unit.id, directiveId: directive.id })
  const told = { event: 'statement.signed', params: noticeParams(opened), directiveId: directive.id }
  await notify(ctx, ...leaders.map((personId) => ({ personId, ...told })))
  return { kind: 'signed', statementNo: statement.no }
}
