import type { Grant } from '@/domain/permissions/actor'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { UrgeRule } from '@/domain/urges/rules'
import { nextUrgeStatus } from '@/domain/urges/lifecycle'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { notify } from '@/server/notifications/notify'

/** One assignment that goes on a slip. */
export type SlipItem = {
  assignmentId: string
  unitId: string
  task: { id: string; no: number; title: string; directiveId: string }
  rule: UrgeRule
  factOn: LocalDate
}

export type NewSlip = {
  unitId: string
  senderUnitId: string
  level: number
  text: string
  answerByOn: LocalDate
  items: readonly SlipItem[]
}

/** Writes a slip with its urges: an entry of the record each, one notice to the unit however many tasks. Returns the slip's number. */
export async function writeSlip(
  ctx: Ctx,
  slip: NewSlip,
  as: Grant | null,
): Promise<{ id: string; no: number }> {
  const { unitId, senderUnitId, level, text, answerByOn, items } = slip
  const lapsed = await closeLapsed(ctx, items)
  const written = await ctx.tx.urgeSlip.create({
    data: {
      unitId,
      senderUnitId,
      level,
      text,
      answerByOn: fromLocalDate(answerByOn),
      sentById: ctx.actor.personId,
      sentAt: ctx.now,
      sentOn: fromLocalDate(ctx.today),
      urges: {
        create: items.map(({ assignmentId, rule, factOn }) => ({
          assignmentId,
          rule,
          factOn: fromLocalDate(factOn),
          escalatedFromId: lapsed.find((one) => one.assignmentId === assignmentId)?.id ?? null,
        })),
      },
    },
    select: { id: true, no: true, urges: { select: { id: true, assignmentId: true } } },
  })
  for (const { id, assignmentId, status, slip: before } of lapsed) {
    const item = items.find((one) => one.assignmentId === assignmentId)
    await recordAudit(ctx, {
      event: 'urge.escalated',
      as,
      entity: 'urge',
      entityId: id,
      taskId: item?.task.id,
      directiveId: item?.task.directiveId,
      unitId: item?.unitId,
      before: { status, level: before.level },
      after: { status: 'escalated', level, slip: written.no },
    })
  }
  for (const item of items) {
    const urge = written.urges.find((one) => one.assignmentId === item.assignmentId)
    await recordAudit(ctx, {
      event: 'urge.sent',
      as,
      entity: 'urge',
      entityId: urge?.id ?? written.id,
      taskId: item.task.id,
      directiveId: item.task.directiveId,
      unitId: item.unitId,
      after: { slip: written.no, level, rule: item.rule, factOn: item.factOn, answerByOn, text },
    })
  }
  const only = items.length === 1 ? items[0]?.task : undefined
  await notify(ctx, {
    unitId,
    event: 'urge.sent',
    params: {
      slip: written.no,
      level,
      count: items.length,
      answerByOn,
      no: items[0]?.task.no ?? 0,
      title: items[0]?.task.title ?? '',
    },
    taskId: only?.id,
  })
  return { id: written.id, no: written.no }
}

/** The lapsed urges that these follow are escalated, and so is a slip of which nothing else is unanswered. */
async function closeLapsed(ctx: Ctx, items: readonly SlipItem[]) {
  const urges = await ctx.tx.urge.findMany({
    where: { assignmentId: { in: items.map((one) => one.assignmentId) }, status: 'lapsed' },
    select: { id: true, assignmentId: true, status: true, slip: { select: { id: true, level: true } } },
  })
  const lapsed = urges.filter((one) => nextUrgeStatus(one.status, 'escalate') !== null)
  if (lapsed.length === 0) return []
  await ctx.tx.urge.updateMany({
    where: { id: { in: lapsed.map((one) => one.id) } },
    data: { status: 'escalated' },
  })
  await ctx.tx.urgeSlip.updateMany({
    where: {
      id: { in: lapsed.map((one) => one.slip.id) },
      status: 'lapsed',
      urges: { none: { status: { in: ['sent', 'lapsed'] } } },
    },
    data: { status: 'escalated', version: { increment: 1 } },
  })
  return lapsed
}
