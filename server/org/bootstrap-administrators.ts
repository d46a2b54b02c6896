import { ADMIN_ROLES } from '@/domain/permissions/roles'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import type { Db } from '@/server/db'
import { ensureAdministrationUnit } from '@/server/org/administration-unit'
import { createPasswordLink } from '@/server/org/password-links'
import { runCommand } from '@/server/run-command'
import { systemActor } from '@/server/system-actor'

type AdminRole = (typeof ADMIN_ROLES)[number]
/** A new administrator's account and the link that is theirs alone. */
export type AdministratorLink = { account: string; role: AdminRole; url: string }

const FIRST: Record<AdminRole, { account: string; name: string; nameEn: string }> = {
  system_admin: { account: 'xitong', name: '系统管理员', nameEn: 'System administrator' },
  security_admin: { account: 'anquan', name: '保密管理员', nameEn: 'Security administrator' },
  auditor: { account: 'shenji', name: '审计员', nameEn: 'Auditor' },
}

/**
 * First start of a production: makes the accounts of the three administrators (三员分立), without passwords, and one one-time link for
 * each (72 hours). Where nobody has yet used a link, a later start makes new ones; after that it returns nothing.
 */
export function bootstrapAdministrators(db: Db, now: Date, baseUrl: string): Promise<AdministratorLink[]> {
  const meta = { name: 'bootstrap-administrators', db, now }
  return runCommand(systemActor('first-start'), (ctx) => makeLinks(ctx, baseUrl), null, meta)
}

async function makeLinks(ctx: Ctx, baseUrl: string): Promise<AdministratorLink[]> {
  // Two servers may start at once on one database: the second waits, and finds what the first made.
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('luoshi.bootstrap'))`
  const anybody = await ctx.tx.person.findFirst({
    where: { passwordHash: { not: null } },
    select: { id: true },
  })
  if (anybody) return []
  const unitId = await ensureAdministrationUnit(ctx.tx, ctx.today)
  const links: AdministratorLink[] = []
  for (const role of ADMIN_ROLES) {
    const { account } = FIRST[role]
    const personId = await ensurePerson(ctx, role, unitId)
    links.push({ account, role, url: await createPasswordLink(ctx, { personId, purpose: 'first', baseUrl }) })
  }
  return links
}

async function ensurePerson(ctx: Ctx, role: AdminRole, unitId: string): Promise<string> {
  const { account, name, nameEn } = FIRST[role]
  const known = await ctx.tx.person.findUnique({ where: { account }, select: { id: true } })
  if (known) return known.id
  const grants = { create: { unitId, role, validFromOn: fromLocalDate(ctx.today) } }
  const { id } = await ctx.tx.person.create({ data: { account, name, nameEn, grants }, select: { id: true } })
  const entry = { as: null, entity: 'person', entityId: id, unitId } as const
  await recordAudit(ctx, { ...entry, event: 'account.created', after: { account, name } })
  await recordAudit(ctx, { ...entry, event: 'role.granted', after: { role } })
  return id
}
