import type { Role } from '@/domain/permissions/roles'
import { DEMO_ROLES } from '@/prisma/seed-accounts'
import type { Db } from '@/server/db'
import { db } from '@/server/db'
import { env } from '@/server/env'
import { failNotFound } from '@/server/errors'
import { startSession } from '@/server/org/start-session'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

/** A button of the demo's sign-in page. */
export type DemoRole = { role: Role; name: string; nameEn: string; unitName: string; unitNameEn: string }

/** One person a role, in the order of the roles; empty in a production, whatever its database holds. */
export async function listDemoRoles(): Promise<DemoRole[]> {
  if (env().LUOSHI_MODE !== 'demo') return []
  const people = await db().person.findMany({
    where: { account: { in: DEMO_ROLES.map(({ account }) => account) }, status: 'active' },
    select: {
      account: true,
      name: true,
      nameEn: true,
      grants: { select: { role: true, unit: { select: { shortName: true, shortNameEn: true } } } },
    },
  })
  return DEMO_ROLES.flatMap(({ role, account }) => {
    const person = people.find((one) => one.account === account)
    const unit = person?.grants.find((grant) => grant.role === role)?.unit
    if (!person || !unit) return []
    const { name, nameEn } = person
    return [{ role, name, nameEn, unitName: unit.shortName, unitNameEn: unit.shortNameEn }]
  })
}

/** Signs the demo's person of this role in without a password, and returns the session. Throws not_found in a production. */
export async function signInForDemo(
  client: Db,
  role: string,
  { now, address, userAgent }: { now: Date; address: string; userAgent: string },
): Promise<string> {
  if (env().LUOSHI_MODE !== 'demo') failNotFound()
  const account = DEMO_ROLES.find((one) => one.role === role)?.account ?? failNotFound()
  const person = await client.person.findFirst({ where: { account, status: 'active' }, select: { id: true } })
  const personId = person?.id ?? failNotFound()
  const meta = { name: 'demo-sign-in', db: client, now, address }
  const start = (ctx: Parameters<typeof startSession>[0]) =>
    startSession(ctx, { personId, userAgent, how: 'demo' })
  return runCommand(systemActor('demo'), start, null, meta)
}
