import { likeness } from '@/domain/directives/likeness'
import type { ReportKind } from '@/domain/reports/lifecycle'
import type { Ctx } from '@/server/context'

/** From here on a text counts as the last one's. */
const SAME = 0.9

type Written = { assignmentId: string; seq: number; kind: ReportKind; done: string }

/**
 * How much of a report's text is that of the last one that left the unit, in points; null below 90, where there was none, for a report of no
 * change (which says so), and for the answer to a returned one (which repeats what stands).
 */
export async function likenessToLast(
  ctx: Ctx,
  { assignmentId, seq, kind, done }: Written,
): Promise<number | null> {
  if (kind === 'no_change' || done.trim() === '') return null
  const last = await ctx.tx.report.findFirst({
    where: { assignmentId, seq: { lt: seq }, status: { in: ['submitted', 'accepted'] } },
    orderBy: { seq: 'desc' },
    select: { done: true, kind: true },
  })
  if (!last || last.kind === 'no_change') return null
  const share = likeness(done, last.done)
  return share >= SAME ? Math.floor(share * 100) : null
}
