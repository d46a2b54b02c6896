import { z } from 'zod'
import { invalid } from '@/domain/errors'
import { passwordProblems, type PasswordOwner } from '@/domain/org/password-rules'
import { recordAudit, sha256 } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import type { Db } from '@/server/db'
import { failRefused } from '@/server/errors'
import { endSessions } from '@/server/org/end-session'
import { findActorByAccount } from '@/server/org/load-actor'
import { hashPassword } from '@/server/org/password-hash'
import { findPasswordLink } from '@/server/org/password-links'
import { clearThrottle } from '@/server/org/sign-in-throttle'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

/** A new password, and the one-time link where it is set by one. */
export const setPasswordSchema = z.object({
  password: z.string().min(1, { error: 'password.missing' }).max(1_000, { error: 'password.too_long' }),
  link: z.string().max(200).default(''),
})

type Person = { id: string; account: string; name: string; nameEn: string }

/**
 * Sets the password by a one-time link, which is then used up. Ends every session of the person and lifts the account's locks.
 * Throws invalid (`password.…`) and refused `password.link_over`.
 */
export async function setPasswordByLink(
  client: Db,
  { link, password }: z.output<typeof setPasswordSchema>,
  { now, address }: { now: Date; address: string },
): Promise<void> {
  await runCommand(
    systemActor('password-link'),
    async (ctx) => {
      const person = await findPasswordLink(ctx.tx, link, now)
      if (!person) return failRefused('password.link_over')
      assertFit(password, person)
      const used = await ctx.tx.passwordLink.updateMany({
        where: { tokenHash: sha256(link), usedAt: null },
        data: { usedAt: now },
      })
      if (used.count === 0) return failRefused('password.link_over')
      const loaded = await findActorByAccount(ctx.tx, person.account, ctx.today)
      await writePassword(loaded ? { ...ctx, actor: loaded.actor } : ctx, person, password, 'link')
      await clearThrottle(ctx.tx, person.account)
    },
    null,
    { name: 'set-password', db: client, now, address },
  )
}

/** Where a first password was given by somebody else, its person replaces it before anything else. Throws invalid and refused. */
export async function replaceFirstPassword(
  ctx: Ctx,
  { password }: z.output<typeof setPasswordSchema>,
): Promise<void> {
  const person = await ctx.tx.person.findFirst({
    where: { id: ctx.actor.personId ?? undefined, mustChangePassword: true },
    select: { id: true, account: true, name: true, nameEn: true },
  })
  if (!person || !ctx.actor.personId) return failRefused('password.not_asked')
  assertFit(password, person)
  await writePassword(ctx, person, password, 'first')
}

/** Throws invalid with every reason why the password will not do. */
export function assertFit(password: string, person: Person, path = 'password'): void {
  const owner: PasswordOwner = { account: person.account, names: namesOf(person) }
  const problems = passwordProblems(password, owner)
  if (problems.length > 0) throw invalid(problems.map(({ code, params }) => ({ path, code, params })))
}

/** Stores the hash, ends the person's other sessions, records that (never what) was set. */
export async function writePassword(
  ctx: Ctx,
  person: Person,
  password: string,
  how: 'link' | 'first' | 'own',
): Promise<void> {
  await ctx.tx.person.update({
    where: { id: person.id },
    data: {
      passwordHash: await hashPassword(password),
      mustChangePassword: false,
      version: { increment: 1 },
    },
    select: { id: true },
  })
  await recordAudit(ctx, {
    event: 'account.password_set',
    as: null,
    entity: 'person',
    entityId: person.id,
    after: { how },
  })
  await endSessions(ctx, { personId: person.id, except: ctx.actor.sessionId }, 'password_set')
}

/** A name in Chinese, and the words of the English one. */
function namesOf({ name, nameEn }: Person): string[] {
  return [name, nameEn, ...nameEn.split(/\s+/).filter((word) => word.length > 3)]
}
