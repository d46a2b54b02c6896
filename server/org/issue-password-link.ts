import type { Db } from '@/server/db'
import { failNotFound } from '@/server/errors'
import { createPasswordLink } from '@/server/org/password-links'
import { normalAccount } from '@/server/org/sign-in-attempt'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

/** At the server's console only: a new one-time link for an account (72 hours); earlier unused ones are void. Throws not_found. */
export function issuePasswordLink(db: Db, account: string, now: Date, baseUrl: string): Promise<string> {
  return runCommand(
    systemActor('console'),
    async (ctx) => {
      const person = await ctx.tx.person.findFirst({
        where: { account: normalAccount(account), status: 'active' },
        select: { id: true, passwordHash: true },
      })
      if (!person) return failNotFound('account.not_found')
      const purpose = person.passwordHash === null ? 'first' : 'reset'
      return createPasswordLink(ctx, { personId: person.id, purpose, baseUrl })
    },
    null,
    { name: 'issue-password-link', db, now },
  )
}
