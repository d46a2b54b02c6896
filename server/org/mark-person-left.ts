import { z } from 'zod'
import { addDays } from '@/domain/calendar/local-date'
import { invalid } from '@/domain/errors'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDate } from '@/server/dates'
import { failNotFound, failRefused } from '@/server/errors'
import { assertStillHeld } from '@/server/org/assert-still-held'
import { endGrant } from '@/server/org/end-grant'
import { endSessions } from '@/server/org/end-session'
import { dayField, versionField } from '@/server/org/form-fields'
import { handOverOnLeaving } from '@/server/org/handover/hand-over-duties'
import { notOverBy } from '@/server/org/in-effect'
import { assertVersion, assertWritten } from '@/server/versions'

/** Who leaves, and the last day in post: today or earlier. */
export const markPersonLeftSchema = z.object({
  personId: z.uuid(),
  version: versionField,
  lastDayOn: dayField,
  /** Who takes the duties over; empty: nobody yet. */
  toId: z
    .literal('')
    .transform(() => null)
    .or(z.uuid())
    .nullable()
    .default(null),
})

/**
 * Marks a person as left: no more signing in from now on, sessions and unused links end at once, roles on the last day. The person
 * stays in the record for ever. Throws conflict, invalid (`account.last_day_ahead`) and refused (`account.has_left`,
 * `account.not_self`, `role.last_holder`).
 */
export async function markPersonLeft(ctx: Ctx, input: z.output<typeof markPersonLeftSchema>) {
  const as = assertMay(ctx.actor, 'user.manage')
  const { personId, version, lastDayOn, toId } = input
  if (personId === ctx.actor.personId) return failRefused('account.not_self')
  const person = await ctx.tx.person.findUnique({
    where: { id: personId },
    select: { account: true, name: true, status: true, version: true },
  })
  if (!person) return failNotFound('account.not_found')
  await assertVersion(ctx, { entityId: personId, actual: person.version, expected: version })
  if (person.status === 'left') return failRefused('account.has_left')
  if (lastDayOn > ctx.today) throw invalid([{ path: 'lastDayOn', code: 'account.last_day_ahead' }])

  if (toId) {
    const none = { tasksToId: null, assignmentsToId: null, draftsToId: null, portfolioToId: null }
    await handOverOnLeaving(ctx, { ...none, personId, toId, reason: lastDayOn, name: person.name })
  }
  const grants = await ctx.tx.roleGrant.findMany({
    where: { personId, ...notOverBy(ctx.today) },
    select: { id: true, role: true, validFromOn: true, validToOn: true },
  })
  const inForce = grants.filter(({ validFromOn }) => validFromOn <= fromLocalDate(ctx.today))
  const roles = inForce.map(({ role }) => role)
  await assertStillHeld(ctx, roles, { without: personId, lastDay: addDays(ctx.today, -1) })
  const written = await ctx.tx.person.updateMany({
    where: { id: personId, version },
    data: { status: 'left', passwordHash: null, version: { increment: 1 } },
  })
  await assertWritten(ctx, personId, written)
  for (const grant of grants) {
    const begun = toLocalDate(grant.validFromOn)
    // A role that was in effect after that day keeps its own first day: what happened is not unwritten.
    await endGrant(ctx, grant, begun > lastDayOn && begun <= ctx.today ? begun : lastDayOn)
  }
  await ctx.tx.passwordLink.deleteMany({ where: { personId, usedAt: null } })
  const sessions = await endSessions(ctx, { personId, as }, 'left')
  const after = { status: 'left', lastDayOn, roles: grants.map(({ role }) => role), sessions }
  await recordAudit(ctx, {
    event: 'account.left',
    as,
    entity: 'person',
    entityId: personId,
    before: { status: 'active' },
    after,
  })
  return { account: person.account }
}
