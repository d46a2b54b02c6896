import { z } from 'zod'
import { partsOf } from '@/domain/calendar/local-date'
import { BULLETIN_LIMITS } from '@/domain/bulletins/content'
import { obstaclesToStep } from '@/domain/bulletins/guards'
import {
  BULLETIN_EVENT_AUDIT,
  BULLETIN_EVENTS,
  BULLETIN_EVENTS_WITH_REASON,
  bulletinPermissionOf,
  nextBulletinStatus,
  type BulletinEvent,
} from '@/domain/bulletins/lifecycle'
import { invalid } from '@/domain/errors'
import type { Prisma } from '@/prisma/generated/client'
import { bulletinFactsOf } from '@/server/bulletins/bulletin-facts'
import {
  auditBulletin,
  bulletinVersionSchema,
  openBulletin,
  writeBulletin,
  type LoadedBulletin,
} from '@/server/bulletins/load-bulletin'
import { tellOfStep } from '@/server/bulletins/tell-of-step'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'

export const stepBulletinSchema = bulletinVersionSchema.extend({
  event: z.enum(BULLETIN_EVENTS),
  reason: z.string().trim().max(BULLETIN_LIMITS.reason, { error: 'bulletin.text_too_long' }).default(''),
})

/**
 * 送审, 送领导, 批准, 退回修改, 发布, 撤回: one step of a bulletin on its way. Refused where the table has no such step, and where something
 * is missing (domain/bulletins/guards.ts); invalid where a reason is asked for and there is none.
 */
export async function stepBulletin(
  ctx: Ctx,
  input: z.output<typeof stepBulletinSchema>,
): Promise<{ no: number; event: BulletinEvent }> {
  const { event, reason } = input
  const { bulletin, as } = await openBulletin(ctx, input, ({ status }) => bulletinPermissionOf(status, event))
  const status = nextBulletinStatus(bulletin.status, event)
  if (!status) return failRefused('bulletin.not_now', { status: bulletin.status })
  if (BULLETIN_EVENTS_WITH_REASON.includes(event) && reason === '')
    throw invalid([{ path: 'reason', code: 'bulletin.reason_missing' }])
  const [against] = obstaclesToStep(event, await bulletinFactsOf(ctx, bulletin))
  if (against) failRefused(against.code, against.params)
  await writeBulletin(ctx, bulletin, { status, ...(await effectOf(ctx, bulletin, event, reason)) })
  await auditBulletin(ctx, bulletin, BULLETIN_EVENT_AUDIT[event], as, {
    before: { status: bulletin.status },
    after: { status, ...(reason ? { reason } : {}) },
  })
  await tellOfStep(ctx, bulletin, event, reason)
  return { no: bulletin.no, event }
}

/** What a step writes besides the status. Sent back, it can be changed again, so it is frozen no more. */
async function effectOf(
  ctx: Ctx,
  bulletin: LoadedBulletin,
  event: BulletinEvent,
  reason: string,
): Promise<Prisma.BulletinUncheckedUpdateManyInput> {
  const me = ctx.actor.personId
  switch (event) {
    case 'submit':
      return { submittedAt: ctx.now, sentBackReason: null, sentBackById: null }
    case 'send_up':
      return { sentUpById: me, sentUpAt: ctx.now, sentBackReason: null, sentBackById: null }
    case 'approve':
      return { approvedById: me, approvedAt: ctx.now }
    case 'send_back':
      return {
        ...{ sentBackById: me, sentBackReason: reason, frozenAt: null, frozenVersion: null },
        ...{ approvedById: null, approvedAt: null, sentUpById: null, sentUpAt: null, submittedAt: null },
      }
    case 'publish':
      return {
        ...{ publishedById: me, publishedAt: ctx.now, publishedOn: fromLocalDate(ctx.today) },
        ...(await nextIssue(ctx, bulletin)),
      }
    case 'withdraw':
      return { withdrawnAt: ctx.now, withdrawReason: reason }
  }
}

/** 第 n 期 of the kind in this year; two at once are told apart by the unique index. */
async function nextIssue(ctx: Ctx, { kind }: LoadedBulletin) {
  const { year } = partsOf(ctx.today)
  const last = await ctx.tx.bulletin.aggregate({ where: { kind, issueYear: year }, _max: { issueNo: true } })
  return { issueYear: year, issueNo: (last._max.issueNo ?? 0) + 1 }
}
