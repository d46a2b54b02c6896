import { z } from 'zod'
import { ACCOUNT_RULE, lockedUntil, triesLeft } from '@/domain/org/throttle'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { verifyPassword } from '@/server/org/password-hash'
import { assertFit, writePassword } from '@/server/org/set-password'
import { clearCount, countFailure } from '@/server/org/sign-in-throttle'

/** The password in use, and the one to come. */
export const changePasswordSchema = z.object({
  current: z
    .string()
    .min(1, { error: 'password.current_missing' })
    .max(1_000, { error: 'password.too_long' }),
  password: z.string().min(1, { error: 'password.missing' }).max(1_000, { error: 'password.too_long' }),
})

/** `wrong` and `locked` are answers, not failures, so that the count of tries is kept. */
export type ChangePasswordResult =
  | { kind: 'changed' }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'locked'; until: string }

/** Changes the actor's own password; all their other sessions end. The present one is asked for, counted as at sign-in. Throws invalid. */
export async function changePassword(
  ctx: Ctx,
  input: z.output<typeof changePasswordSchema>,
): Promise<ChangePasswordResult> {
  const person = await ctx.tx.person.findFirst({
    where: { id: ctx.actor.personId ?? undefined, status: 'active' },
    select: { id: true, account: true, name: true, nameEn: true, passwordHash: true },
  })
  if (!person || !ctx.actor.personId) return failNotFound()
  assertFit(input.password, person)
  const key = `own:${person.id}`
  const { counted, state } = await countFailure(ctx.tx, key, ACCOUNT_RULE, ctx.now)
  if (counted && (await verifyPassword(input.current, person.passwordHash))) {
    await clearCount(ctx.tx, key)
    await writePassword(ctx, person, input.password, 'own')
    return { kind: 'changed' }
  }
  const until = lockedUntil(state, ctx.now)
  if (until) return { kind: 'locked', until: until.toISOString() }
  return { kind: 'wrong', triesLeft: triesLeft(state, ACCOUNT_RULE, ctx.now) }
}
