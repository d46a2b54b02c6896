import { setTimeout as sleep } from 'node:timers/promises'
import { withoutUnkeptCharacters } from '@/lib/unkept-characters'
import { recordAudit, type AuditRecord } from '@/server/audit/record-audit'
import type { Db } from '@/server/db'
import { verifyPassword } from '@/server/org/password-hash'
import { admitAttempt, forgetFailures } from '@/server/org/sign-in-throttle'
import { startSession } from '@/server/org/start-session'
import { tellSecurityAdmins } from '@/server/org/tell-security-admins'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

/** What a person (or a stranger) sends in order to sign in. */
export type SignInRequest = { account: string; password: string; address: string; userAgent: string }

/** How it ended. `wrong` and `locked` are the same for accounts that do not exist. */
export type SignInOutcome =
  | { kind: 'signed_in'; sessionId: string }
  | { kind: 'wrong'; triesLeft: number }
  | { kind: 'locked'; until: Date }
  | { kind: 'busy' }

/** The id under which the record keeps attempts on accounts that do not exist. */
export const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000'

const FAMILIAR_DAYS = 30

/** One spelling of an account name, however it was typed. */
export function normalAccount(account: string): string {
  return withoutUnkeptCharacters(account.normalize('NFKC').trim().toLowerCase().slice(0, 64))
}

/**
 * Signs in by account and password. Same wording, counting and work for names that do not exist. Five failures of an account from one
 * address lock it there for 15 minutes; every failure, lock and success stands in the record, without the password.
 */
export async function signIn(client: Db, request: SignInRequest, now: Date): Promise<SignInOutcome> {
  const account = normalAccount(request.account)
  const { address, userAgent } = request
  const person = await client.person.findFirst({
    where: { account, status: 'active' },
    select: { id: true, passwordHash: true },
  })
  const entity = { as: null, entity: 'person', entityId: person?.id ?? NO_ACCOUNT } as const
  const after = { account: person ? account : masked(account) }
  const note = (...entries: AuditRecord[]) =>
    run(client, address, now, async (ctx) => {
      for (const entry of entries) await recordAudit(ctx, entry)
    })

  const familiar = await isFamiliar(client, person?.id ?? NO_ACCOUNT, address, now)
  const admission = await admitAttempt(client, { account, address, familiar }, now)
  if (!admission.admitted) {
    if (admission.worthRecording) await note({ ...entity, event: 'session.throttled', after })
    return admission.until ? { kind: 'locked', until: admission.until } : { kind: 'busy' }
  }
  if (admission.waitMs > 0) await sleep(admission.waitMs)

  if (await verifyPassword(request.password, person?.passwordHash ?? null)) {
    const personId = entity.entityId
    const sessionId = await run(client, address, now, async (ctx) => {
      await forgetFailures(ctx.tx, account, address, now)
      return startSession(ctx, { personId, userAgent, how: 'password' })
    })
    return { kind: 'signed_in', sessionId }
  }
  const failed = { ...entity, event: 'session.failed', after } as const
  if (!admission.locks) {
    await note(failed)
    return { kind: 'wrong', triesLeft: admission.triesLeft }
  }
  const locked = { ...after, until: admission.locks.toISOString() }
  await run(client, address, now, async (ctx) => {
    for (const entry of [failed, { ...entity, event: 'session.locked' as const, after: locked }])
      await recordAudit(ctx, entry)
    await tellSecurityAdmins(ctx, after.account)
  })
  return { kind: 'locked', until: admission.locks }
}

/** Of a name that no account has only the beginning is recorded: people type their password into the wrong field. */
function masked(account: string): string {
  return `${[...account].slice(0, 2).join('')}…`
}

function run<R>(client: Db, address: string, now: Date, act: Parameters<typeof runCommand<null, R>>[1]) {
  return runCommand(systemActor('sign-in'), act, null, { name: 'sign-in', db: client, now, address })
}

/** True where the person has signed in from this address in the last 30 days. */
async function isFamiliar(client: Db, personId: string, address: string, now: Date): Promise<boolean> {
  if (!address) return false
  const since = new Date(now.getTime() - FAMILIAR_DAYS * 86_400_000)
  const found = await client.session.findFirst({
    where: { personId, address, createdAt: { gte: since } },
    select: { id: true },
  })
  return found !== null
}
