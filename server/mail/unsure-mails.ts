import { z } from 'zod'
import type { Prisma } from '@/prisma/generated/client'
import { recordAudit } from '@/server/audit/record-audit'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'

/** A mail that was handed over and of which no answer was kept for so long is one of which nobody knows. Far longer than a mail server is waited for. */
const UNSURE_AFTER_MS = 10 * 60_000

/** Handed over before this instant and still without an answer: the process that did it is gone. */
export function unsureSince(now: Date): Date {
  return new Date(now.getTime() - UNSURE_AFTER_MS)
}

/** Mails that perhaps went and are not tried again by themselves: cut off twice. */
export function unsureMails(now: Date): Prisma.MailOutboxWhereInput {
  return { sentAt: null, givenUpAt: null, unsure: { gt: 0 }, sendingAt: { lte: unsureSince(now) } }
}

/** Nothing to choose: all of them. */
export const retryUnsureMailsSchema = z.object({})

/** 重新发送 of the mails that perhaps went, by the system administrator; they go out with the next run under their old Message-ID. Throws forbidden, refused where there are none (any more). */
export async function retryUnsureMails(ctx: Ctx): Promise<{ count: number }> {
  const as = assertMay(ctx.actor, 'job.run')
  const found = await ctx.tx.mailOutbox.findMany({ where: unsureMails(ctx.now), select: { id: true } })
  const [first] = found
  if (!first) return failRefused('jobs.nothing_unsure')
  await ctx.tx.mailOutbox.updateMany({
    where: { id: { in: found.map(({ id }) => id) } },
    data: { sendingBy: null, sendingAt: null, nextTryAt: ctx.now },
  })
  await recordAudit(ctx, {
    event: 'mail.retried',
    as,
    entity: 'mail',
    entityId: first.id,
    after: { count: found.length },
  })
  return { count: found.length }
}
