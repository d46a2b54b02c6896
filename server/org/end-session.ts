import type { Actor, Grant } from '@/domain/permissions/actor'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'

/** Why a session ended: by its person, idle, past its longest life, on a new password or a second factor, by the security administrator, or with its person's leaving. */
export type EndReason =
  | 'signed_out'
  | 'idle'
  | 'age'
  | 'password_set'
  | 'two_step_set_up'
  | 'revoked'
  | 'left'

const EVENTS = {
  signed_out: 'session.ended',
  password_set: 'session.ended',
  two_step_set_up: 'session.ended',
  idle: 'session.expired',
  age: 'session.expired',
  revoked: 'session.revoked',
  left: 'session.revoked',
} as const

/** `as` and `why`: by which grant an administrator ends them, and the reason given. */
type Choice = { personId: string; only?: string; except?: string | null; as?: Grant | null; why?: string }

/**
 * Ends the person's open sessions: one (`only`), all, or all but one (`except`); each gets an entry in the record. Returns how many.
 * What is already ended stays as it was.
 */
export async function endSessions(
  ctx: Ctx,
  { personId, only, except, as = null, why }: Choice,
  reason: EndReason,
): Promise<number> {
  const open = await ctx.tx.$queryRaw<{ id: string }[]>`
    UPDATE sessions SET ended_at = GREATEST(created_at, ${ctx.now}), end_reason = ${reason}
    WHERE person_id = ${personId}::uuid AND ended_at IS NULL
      AND (${only ?? null}::uuid IS NULL OR id = ${only ?? null}::uuid)
      AND (${except ?? null}::uuid IS NULL OR id <> ${except ?? null}::uuid)
    RETURNING id`
  for (const { id } of open) {
    await recordAudit(ctx, {
      event: EVENTS[reason],
      as,
      entity: 'session',
      entityId: id,
      after: why ? { how: reason, reason: why } : { reason },
    })
  }
  return open.length
}

/** Ends the actor's own current session; none is no error. */
export async function endOwnSession(ctx: Ctx, actor: Actor, reason: EndReason): Promise<void> {
  if (actor.personId && actor.sessionId) {
    await endSessions(ctx, { personId: actor.personId, only: actor.sessionId }, reason)
  }
}
