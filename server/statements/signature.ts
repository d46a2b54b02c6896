import { z } from 'zod'
import { invalid } from '@/domain/errors'
import type { Ctx } from '@/server/context'
import { confirmIdentity, type IdentityAnswer } from '@/server/org/confirm-identity'
import { assertStillTrue, openStatement, statementVersionSchema } from '@/server/statements/load-statement'

/** What a signature asks for: that it was read, the name typed, who one is. The password (or code) is compared and kept nowhere. */
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

type Refusal = Exclude<IdentityAnswer, { kind: 'confirmed' }>

/** How a signature ended: done, or who one is was not proven (counted as at sign-in). */
export type SignatureAnswer = { kind: 'signed'; statementNo: number } | Refusal

/**
 * What both signatures begin with: the statement opened for the event, still true, the typed name one's own, the password right (or a code of
 * the second factor). Throws those of `openStatement` and `assertStillTrue`, and invalid: statement.name_differs. A wrong password or code is an
 * answer and counted as at sign-in.
 */
export async function openForSignature(
  ctx: Ctx,
  input: z.output<typeof signatureSchema>,
  event: 'sign' | 'countersign',
) {
  const opened = await openStatement(ctx, input, event)
  await assertStillTrue(ctx, opened)
  await assertOwnName(ctx, input.name)
  const identity = await confirmIdentity(ctx, input.password, `statement.${event}`)
  if (identity.kind !== 'confirmed') return { refusal: identity }
  const audited = {
    before: { status: opened.statement.status },
    after: { status: opened.status, how: identity.how },
  }
  return { opened, audited, how: identity.how }
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

async function assertOwnName(ctx: Ctx, typed: string): Promise<void> {
  const person = await ctx.tx.person.findUnique({
    where: { id: ctx.actor.personId ?? '' },
    select: { name: true, nameEn: true },
  })
  const names = [person?.name, person?.nameEn].filter((name) => name !== undefined && name !== '')
  if (names.some((name) => plainName(name ?? '') === plainName(typed))) return
  throw invalid([{ path: 'name', code: 'statement.name_differs' }])
}
