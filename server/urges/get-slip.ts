import { nextLevel, nextUrgeStatus } from '@/domain/urges/lifecycle'
import { reachOf } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'
import { toLocalDate } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { canOnSlip, loadSlip } from '@/server/urges/load-slip'

const who = { select: { name: true, nameEn: true } }

/** A slip 催办单 by its number, as its reader sees it: an answer that is not signed yet stays in its unit. Throws not_found. */
export async function getSlip(ctx: Ctx, no: number) {
  const known =
    no <= 2_147_483_647 ? await ctx.tx.urgeSlip.findUnique({ where: { no }, select: { id: true } }) : null
  if (!known) return failNotFound()
  const loaded = await loadSlip(ctx, known.id)
  const { slip, items } = loaded
  if (!loaded.mayRead) return failNotFound()
  const people = await ctx.tx.urgeSlip.findUniqueOrThrow({
    where: { id: slip.id },
    select: {
      sentBy: who,
      draftedBy: who,
      answeredBy: who,
      senderUnit: { select: { name: true, nameEn: true } },
    },
  })
  const inside = reachOf(ctx.actor, 'unit_head', 'liaison').includes(slip.unitId)
  const answerable = nextUrgeStatus(slip.status, 'answer') !== null
  const unanswered = items.filter(({ urge }) => nextUrgeStatus(urge.status, 'escalate') !== null).length
  const level = nextLevel(slip.level)
  return {
    id: slip.id,
    no: slip.no,
    version: slip.version,
    level: slip.level,
    status: slip.status,
    unit: slip.unit,
    text: slip.text,
    answerByOn: toLocalDate(slip.answerByOn),
    late: slip.status === 'answered' ? slip.answeredLate : ctx.today > toLocalDate(slip.answerByOn),
    sentAt: slip.sentAt.toISOString(),
    answeredAt: slip.answeredAt?.toISOString() ?? null,
    answer: slip.answeredAt || inside ? slip.answer : '',
    drafted: inside && slip.draftedAt !== null,
    ...people,
    // A task of the slip that this person may not read keeps its place without its name.
    items: items.map(({ urge, task, assignment }) => ({
      id: urge.id,
      task: task.mayRead ? { no: task.no, title: task.title } : null,
      part: assignment.part,
      rule: urge.rule,
      factOn: toLocalDate(urge.factOn),
      status: urge.status,
      settled: urge.settledAt !== null,
    })),
    acts: {
      draft: answerable && canOnSlip(ctx, loaded, 'urge.draft_answer'),
      sign: answerable && canOnSlip(ctx, loaded, 'urge.sign_answer'),
      escalate:
        level !== null && unanswered > 0 && canOnSlip(ctx, loaded, 'urge.send')
          ? { level, count: unanswered }
          : null,
    },
  }
}

export type SlipPage = Awaited<ReturnType<typeof getSlip>>
