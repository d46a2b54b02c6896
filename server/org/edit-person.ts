import { z } from 'zod'
import { personFields } from '@/domain/org/account'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failNotFound, failRefused } from '@/server/errors'
import { versionField } from '@/server/org/form-fields'
import { assertVersion, assertWritten } from '@/server/versions'

/** What may be changed about a person; the account name never is. */
export const editPersonSchema = z.object({ personId: z.uuid(), version: versionField, ...personFields })

/** Changes names, title, telephone or mail address; returns the account. Throws conflict on a stale version and refused `account.has_left`. */
export async function editPerson(ctx: Ctx, input: z.output<typeof editPersonSchema>) {
  const as = assertMay(ctx.actor, 'user.manage')
  const { personId, version, ...typed } = input
  const person = await ctx.tx.person.findUnique({
    where: { id: personId },
    select: {
      account: true,
      status: true,
      version: true,
      name: true,
      nameEn: true,
      title: true,
      titleEn: true,
      phone: true,
      email: true,
    },
  })
  if (!person) return failNotFound('account.not_found')
  const { account, status, version: actual, ...before } = person
  await assertVersion(ctx, { entityId: personId, actual, expected: version })
  if (status === 'left') return failRefused('account.has_left')
  const after = { ...typed, phone: typed.phone || null, email: typed.email || null }
  const written = await ctx.tx.person.updateMany({
    where: { id: personId, version },
    data: { ...after, version: { increment: 1 } },
  })
  await assertWritten(ctx, personId, written)
  await recordAudit(ctx, { event: 'account.edited', as, entity: 'person', entityId: personId, before, after })
  return { account }
}
