import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'

/** Rows shown: enough to find one again; they come back by themselves. */
const SHOWN = 50
const who = { select: { name: true, nameEn: true } }

/** What the person put off or handed over and what still waits for a review: until when, or with whom. */
export async function listSetAsides(ctx: Ctx) {
  const rows = await ctx.tx.reviewSetAside.findMany({
    where: {
      personId: ctx.actor.personId ?? '',
      report: { status: 'submitted' },
      OR: [{ untilOn: null }, { untilOn: { gt: fromLocalDate(ctx.today) } }],
    },
    orderBy: { createdAt: 'desc' },
    take: SHOWN,
    select: {
      untilOn: true,
      toPerson: who,
      report: {
        select: { id: true, assignment: { select: { task: { select: { no: true, title: true } } } } },
      },
    },
  })
  return rows.map(({ untilOn, toPerson, report }) => ({
    id: report.id,
    ...report.assignment.task,
    untilOn: toLocalDateOrNull(untilOn),
    to: toPerson,
  }))
}

export type SetAside = Awaited<ReturnType<typeof listSetAsides>>[number]
