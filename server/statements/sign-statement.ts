import { z } from 'zod'
import { invalid } from '@/domain/errors'
import type { Ctx } from '@/server/context'
import { confirmIdentity, type IdentityAnswer } from '@/server/org/confirm-identity'
import { notify } from '@/server/notifications/notify'
import { listLeadersInCharge } from '@/server/notifications/portfolio'
import {
  assertStillTrue,
  auditStatement,
  noticeParams,
  openStatement,
  statementVersionSchema,
  writeStatement,
} from '@/server/statements/load-statement'

/** What a signature asks for: that it was read, the name typed, who one is. The password is compared and kept nowhere. */
export const signatureSchema = statementVersionSchema.extend({
  read: z.literal('on', { error: 'statement.read_missing' }),
  name: z
    .string({ error: 'statement.name_missing' })
    .trim()
    .min(1, { error: 'statement.name_missing' })
    .max(100, { error: 'statement.name_differs' }),
  password: z
    .string({ error: 'statement.password_missing' })
    .min(1, { error: 'statement.password_missing' })
    .max(1_000, { error: 'statement.password_missing' }),
})
export const signStatementSchema = signatureSchema

/** How a signature ended: done, or who one is was not proven (counted as at sign-in). */
export type SignatureAnswer =
  | { kind: 'signed'; statementNo: number }
  | Exclude<IdentityAnswer, { kind: 'confirmed' }>

const plainName = (name: string) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Throws invalid where the typed name is not the actor's own. */
export async function assertOwnName(ctx: Ctx, typed: string): Promise<void> {
  const person = await ctx.tx.person.findUnique({
    where: { id: ctx.actor.personId ?? '' },
    select: { name: true, nameEn: true },
  })
  const names = [person?.name, person?.nameEn].filter((name) => name !== undefined && name !== '')
  if (names.some((name) => plainName(name ?? '') === plainName(typed))) return
  throw invalid([{ path: 'name', code: 'statement.name_differs' }])
}

/**
 * 签订 by the unit's head. Refused where the facts differ from what the statement says by now. A wrong password is an answer and counted as at
 * sign-in; the leaders in charge are asked for the countersignature.
 */
export async function signStatement(
  ctx: Ctx,
  input: z.output<typeof signStatementSchema>,
): Promise<SignatureAnswer> {
  const opened = await openStatement(ctx, input, 'sign')
  const { statement, directive, unit, status, as } = opened
  await assertStillTrue(ctx, opened)
  await assertOwnName(ctx, input.name)
  const identity = await confirmIdentity(ctx, input.password, 'statement.sign')
  if (identity.kind !== 'confirmed') return identity
  await writeStatement(ctx, statement, {
    status,
    signedById: ctx.actor.personId,
    signedForId: as?.onBehalfOf?.personId ?? null,
    signedAt: ctx.now,
  })
  await auditStatement(ctx, statement, 'statement.signed', as, {
    before: { status: statement.status },
    after: { status, how: identity.how },
  })
  const leaders = await listLeadersInCharge(ctx, { unitId: unit.id, directiveId: directive.id })
  await notify(
    ctx,
    ...leaders.map((personId) => ({
      personId,
      event: 'statement.signed',
      params: noticeParams(opened),
      directiveId: directive.id,
    })),
  )
  return { kind: 'signed', statementNo: statement.no }
}
