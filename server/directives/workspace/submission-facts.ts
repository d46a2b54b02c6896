import { standingsOf } from '@/domain/directives/draft/standing'
import type { Draft, DraftTask } from '@/domain/directives/draft/model'
import { checkSubmission, type SubmissionCheck } from '@/domain/tasks/submission-check'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'

/** Units that a person chose for a task, in their parts: what an assignment is made of at dispatch. */
export function chosenParts(task: DraftTask): { unitId: string; part: 'lead' | 'supporting' }[] {
  return task.parts.flatMap(({ unitId, part, confirmed }) =>
    confirmed && unitId && part !== 'local' ? [{ unitId, part }] : [],
  )
}

/** Tasks that have not gone out yet: drafts, and what waits for approval or dispatch. */
export function unsentTasks(draft: Draft): DraftTask[] {
  return draft.tasks.filter((task) => ['draft', 'awaiting_approval', 'approved'].includes(task.status))
}

/** The check-list before sending: a sentence counts as classed once a person said so and, for a task, one stands on it. */
export async function checksOf(
  ctx: Ctx,
  draft: Draft,
  tasks: readonly DraftTask[],
): Promise<SubmissionCheck[]> {
  const standings = standingsOf(draft)
  const unclassified = draft.provisions.filter((one) => {
    const account = standings.get(one.id)?.account
    return !one.confirmed || account === 'open' || account === 'unserved'
  })
  const facts = {
    sentences: {
      total: draft.provisions.length,
      unclassified: unclassified.map((one) => one.id),
      optional: draft.excerpt !== undefined,
    },
    tasks: tasks.map((task) => ({ ...task, parts: chosenParts(task) })),
    unitsWithoutLiaison: await unitsNobodyHolds(ctx, tasks),
  }
  return checkSubmission(facts, ctx.calendar, ctx.today)
}

async function unitsNobodyHolds(ctx: Ctx, tasks: readonly DraftTask[]): Promise<string[]> {
  const ids = [...new Set(tasks.flatMap((task) => chosenParts(task).map((part) => part.unitId)))]
  if (ids.length === 0) return []
  const today = fromLocalDate(ctx.today)
  const held = {
    role: { in: ['unit_head' as const, 'liaison' as const] },
    validFromOn: { lte: today },
    OR: [{ validToOn: null }, { validToOn: { gte: today } }],
    person: { status: 'active' as const },
  }
  const rows = await ctx.tx.unit.findMany({
    where: { id: { in: ids }, kind: { not: 'external' }, grants: { none: held } },
    select: { id: true },
  })
  return rows.map((row) => row.id)
}
