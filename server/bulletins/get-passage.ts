import { isUnderWay } from '@/domain/bulletins/lifecycle'
import { namedUnitsOf, visibleNamings } from '@/server/bulletins/scope'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'

const who = { select: { name: true, nameEn: true } }

/** What a bulletin says of the actor's units, as they were told, with their answers; empty for everybody else. Nothing of the rest of its text. */
export async function listPassages(ctx: Ctx, no: number) {
  const { reads, answers } = namedUnitsOf(ctx.actor)
  if (reads.length === 0) return []
  const rows = await ctx.tx.bulletinNaming.findMany({
    where: { AND: [visibleNamings(ctx.actor), { bulletin: { no } }] },
    orderBy: [{ unit: { sort: 'asc' } }],
    include: { unit: who, answeredBy: who, bulletin: { select: { no: true, kind: true, status: true } } },
  })
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, unit: row.unit, bulletin: row.bulletin, answer: row.answer },
    ...{ passage: row.toldPassage ?? '', answeredBy: row.answeredBy },
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answerByOn: toLocalDateOrNull(row.answerByOn),
    mayAnswer: row.answeredAt === null && isUnderWay(row.bulletin.status) && answers.includes(row.unitId),
  }))
}

export type Passages = Awaited<ReturnType<typeof listPassages>>
