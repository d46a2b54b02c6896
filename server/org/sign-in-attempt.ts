import { withoutUnkeptCharacters } from '@/lib/unkept-characters'
import { recordAudit } from '@/server/audit/record-audit'
import type { Db } from '@/server/db'
import { tellSecurityAdmins } from '@/server/org/tell-security-admins'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

/** The id under which the record keeps attempts on accounts that do not exist. */
export const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000'

const FAMILIAR_DAYS = 30

/** One spelling of an account name, however it was typed. */
export function normalAccount(account: string): string {
  return withoutUnkeptCharacters(account.normalize('NFKC').trim().toLowerCase().slice(0, 64))
}

/** An attempt as the record tells it: at which door, on whose account, from where. */
export type AttemptFacts = { personId: string | null; account: string; address: string; now: Date }

/** Runs a step of signing in, in one transaction. */
export function runAttempt<R>(
  client: Db,
  { address, now }: Pick<AttemptFacts, 'address' | 'now'>,
  act: Parameters<typeof runCommand<null, R>>[1],
): Promise<R> {
  return runCommand(systemActor('sign-in'), act, null, { name: 'sign-in', db: client, now, address })
}

const entryOf = ({ personId, account }: AttemptFacts) =>
  ({
    as: null,
    entity: 'person',
    entityId: personId ?? NO_ACCOUNT,
    after: { account: personId ? account : masked(account) },
  }) as const

/** Records that an attempt was turned away unseen. */
export function recordThrottled(client: Db, facts: AttemptFacts): Promise<void> {
  return runAttempt(client, facts, (ctx) =>
    recordAudit(ctx, { ...entryOf(facts), event: 'session.throttled' }),
  )
}

/** Records an attempt that failed, never with what was typed; where it locks the account, that too, and the security administrators hear of it. */
export function recordFailed(
  client: Db,
  facts: AttemptFacts,
  event: 'session.failed' | 'session.code_failed',
  locks: Date | null,
): Promise<void> {
  const entry = entryOf(facts)
  return runAttempt(client, facts, async (ctx) => {
    await recordAudit(ctx, { ...entry, event })
    if (!locks) return
    const after = { ...entry.after, until: locks.toISOString() }
    await recordAudit(ctx, { ...entry, event: 'session.locked', after })
    await tellSecurityAdmins(ctx, after.account)
  })
}

/** Of a name that no account has only the beginning is recorded: people type their password into the wrong field. */
function masked(account: string): string {
  return `${[...account].slice(0, 2).join('')}…`
}

/** True where the person has signed in from this address in the last 30 days. */
export async function isFamiliar(
  client: Db,
  { personId, address, now }: Omit<AttemptFacts, 'account'>,
): Promise<boolean> {
  if (!address) return false
  const since = new Date(now.getTime() - FAMILIAR_DAYS * 86_400_000)
  const found = await client.session.findFirst({
    where: { personId: personId ?? NO_ACCOUNT, address, createdAt: { gte: since } },
    select: { id: true },
  })
  return found !== null
}
