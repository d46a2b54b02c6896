import { z } from 'zod'
import { addDays } from '@/domain/calendar/local-date'
import { can } from '@/domain/permissions/policy'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { findActorByAccount } from '@/server/org/load-actor'
import { loadReport, type LoadedReport } from '@/server/reports/load-report'
import { auditReport } from '@/server/reports/write-report'

const reportIdSchema = z.object({ reportId: z.uuid() })

/** Which report waits until tomorrow. */
export const snoozeReviewSchema = reportIdSchema

/** Which report comes back to the own queue. */
export const takeBackReviewSchema = reportIdSchema

/** Which report goes to which colleague, by account. */
export const handOverReviewSchema = reportIdSchema.extend({
  colleague: z.string().trim().min(1, { error: 'report.colleague_missing' }),
})

/** 稍后: out of the person's own queue until tomorrow. Nothing of the report changes, nobody else's queue does: no entry in the record. */
export async function snoozeReview(
  ctx: Ctx,
  { reportId }: z.output<typeof snoozeReviewSchema>,
): Promise<{ taskNo: number; reportId: string }> {
  const loaded = await loadWaiting(ctx, reportId)
  await write(ctx, reportId, { untilOn: fromLocalDate(addDays(ctx.today, 1)), toPersonId: null })
  return { taskNo: loaded.task.no, reportId }
}

/** Back in the own queue at once: what was put off, or what was handed over. */
export async function takeBackReview(
  ctx: Ctx,
  { reportId }: z.output<typeof takeBackReviewSchema>,
): Promise<{ taskNo: number; reportId: string }> {
  const loaded = await loadWaiting(ctx, reportId)
  await ctx.tx.reviewSetAside.deleteMany({ where: { reportId, personId: ctx.actor.personId ?? '' } })
  return { taskNo: loaded.task.no, reportId }
}

/** 转同事: out of the own queue, into sight in the colleague's, who is told. Refused where the colleague may not review this report. */
export async function handOverReview(
  ctx: Ctx,
  { reportId, colleague }: z.output<typeof handOverReviewSchema>,
): Promise<{ taskNo: number; reportId: string; name: string; nameEn: string }> {
  const loaded = await loadWaiting(ctx, reportId)
  const { report, assignment, task, facts } = loaded
  const as = assertCan(ctx.actor, 'report.review', facts, loaded.mayRead)
  const found = await findActorByAccount(ctx.tx, colleague, ctx.today)
  if (!found || found.id === ctx.actor.personId || !can(found.actor, 'report.review', facts))
    return failRefused('report.colleague_cannot_review')
  await write(ctx, reportId, { untilOn: null, toPersonId: found.id })
  // Handed back, it is theirs again, and no longer away from them.
  await ctx.tx.reviewSetAside.deleteMany({ where: { reportId, personId: found.id } })
  await auditReport(ctx, loaded, 'report.review_handed_over', as, null, { to: found.name })
  await notify(ctx, {
    personId: found.id,
    event: 'report.review_handed_over',
    params: { no: task.no, title: task.title, unit: assignment.unit.name, seq: report.seq },
    taskId: task.id,
  })
  return { taskNo: task.no, reportId, name: found.name, nameEn: found.nameEn }
}

/** A report that waits for its review, by this person or another of the same competence. */
async function loadWaiting(ctx: Ctx, reportId: string): Promise<LoadedReport> {
  const loaded = await loadReport(ctx, reportId)
  assertCan(ctx.actor, 'report.review', loaded.facts, loaded.mayRead)
  if (loaded.report.status !== 'submitted') return failRefused('report.cannot_review')
  return loaded
}

async function write(
  ctx: Ctx,
  reportId: string,
  place: { untilOn: Date | null; toPersonId: string | null },
): Promise<void> {
  const personId = ctx.actor.personId ?? ''
  await ctx.tx.reviewSetAside.upsert({
    where: { personId_reportId: { personId, reportId } },
    create: { personId, reportId, createdAt: ctx.now, ...place },
    update: { createdAt: ctx.now, ...place },
    select: { id: true },
  })
}
