import { randomBytes } from 'node:crypto'
import { recordAudit, sha256 } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import type { Db, Tx } from '@/server/db'

/** Hours for which a one-time link is good. */
export const LINK_HOURS = 72

/** What a link was made for: the first password of an account, or a new one. */
export type LinkPurpose = 'first' | 'reset'

type Wanted = { personId: string; purpose: LinkPurpose; baseUrl: string }

/**
 * Makes a one-time link with which a person sets the own password, and voids the person's earlier ones. Only the SHA-256 of its token
 * is kept: whoever runs the server sees the link once and hands it to its person; no administrator can look it up.
 */
export async function createPasswordLink(ctx: Ctx, { personId, purpose, baseUrl }: Wanted): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(ctx.now.getTime() + LINK_HOURS * 3_600_000)
  await ctx.tx.passwordLink.deleteMany({ where: { personId, usedAt: null } })
  await ctx.tx.passwordLink.create({
    data: { personId, purpose, tokenHash: sha256(token), createdAt: ctx.now, expiresAt },
    select: { id: true },
  })
  const after = { purpose, until: expiresAt.toISOString() }
  await recordAudit(ctx, {
    event: 'account.password_link_issued',
    as: null,
    entity: 'person',
    entityId: personId,
    after,
  })
  return new URL(`/set-password?link=${token}`, baseUrl).href
}

/** Whose link this is, or null where it is unknown, used, voided, past its time, or its person has left. */
export async function findPasswordLink(client: Db | Tx, token: string, now: Date) {
  const link = await client.passwordLink.findUnique({
    where: { tokenHash: sha256(token) },
    select: {
      expiresAt: true,
      usedAt: true,
      person: { select: { id: true, account: true, name: true, nameEn: true, status: true } },
    },
  })
  return link && !link.usedAt && link.expiresAt > now && link.person.status === 'active' ? link.person : null
}
