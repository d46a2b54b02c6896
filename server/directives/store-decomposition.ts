import { isLocalDate } from '@/domain/calendar/local-date'
import type { Decomposition, TaskDraft } from '@/domain/directives/decomposition'
import type { UnitName } from '@/domain/directives/match-units'
import { withoutUnkeptCharacters } from '@/lib/unkept-characters'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { draftPartsOf, type CandidateUnit } from '@/server/directives/draft-parts'

type Input = { directiveId: string; ownerUnitId: string; text: string; decomposition: Decomposition }

/** Longest title of a task, in UTF-16 units. */
const TITLE = 300
/** Beyond so many tasks units are no longer suggested by their duties: the office hands such a text on whole or in parts. */
const SUGGESTED_TASKS = 400

/**
 * Writes a decomposition as proposals: provisions unconfirmed, tasks in draft as suggested, units as unconfirmed parts. Nothing in it counts until
 * a person confirms it. Returns how many of each.
 */
export async function storeDecomposition(
  ctx: Ctx,
  { directiveId, ownerUnitId, text, decomposition }: Input,
): Promise<{ provisions: number; tasks: number }> {
  const units = await candidateUnits(ctx)
  const provisions = await ctx.tx.provision.createManyAndReturn({
    data: decomposition.provisions.map(({ start, end, path, class: kind, reason }) => {
      return { directiveId, start, end, path, class: kind, reason }
    }),
    select: { id: true, start: true },
  })
  const tasks = await ctx.tx.task.createManyAndReturn({
    data: decomposition.tasks.map((task, index) => ({
      ...taskRow(task),
      directiveId,
      ownerUnitId,
      sort: (index + 1) * 1000,
      createdById: ctx.actor.personId ?? '',
      createdAt: ctx.now,
    })),
    select: { id: true, sort: true },
  })
  const provisionAt = new Map(provisions.map((row) => [row.start, row.id]))
  const taskAt = new Map(tasks.map((row) => [row.sort, row.id]))
  const links: Prisma.TaskProvisionCreateManyInput[] = []
  const parts: Prisma.TaskDraftPartCreateManyInput[] = []
  decomposition.tasks.forEach((task, index) => {
    const taskId = taskAt.get((index + 1) * 1000)
    if (!taskId) return
    for (const cited of new Set(task.provisions)) {
      const provisionId = provisionAt.get(decomposition.provisions[cited]?.start ?? -1)
      if (provisionId) links.push({ taskId, provisionId })
    }
    const found = draftPartsOf(task, text, units, index < SUGGESTED_TASKS)
    parts.push(...found.map((part, sort) => ({ ...part, taskId, sort })))
  })
  await ctx.tx.taskProvision.createMany({ data: links })
  await ctx.tx.taskDraftPart.createMany({ data: parts })
  return { provisions: provisions.length, tasks: tasks.length }
}

function taskRow(task: TaskDraft) {
  const { deadline } = task
  const dueOn = deadline.resolved && isLocalDate(deadline.resolved) ? fromLocalDate(deadline.resolved) : null
  const recurring = deadline.kind === 'recurring'
  // A yearly duty has no reporting cycle of ours: the officer chooses one.
  const cycle = recurring && deadline.cycle && deadline.cycle !== 'annual' ? deadline.cycle : null
  return {
    // The cut may fall inside a character beyond the basic plane.
    title: withoutUnkeptCharacters(task.title.slice(0, TITLE)),
    groupTitle: task.group,
    kind: recurring ? ('ongoing' as const) : ('time_boxed' as const),
    cycle,
    dueOn,
    dueBasis: dueOn || cycle ? ('text' as const) : null,
    dueBasisText: deadline.raw,
    cascade: task.cascade,
    reasons: task.reasons,
    status: 'draft' as const,
    draftState: 'suggested' as const,
    officeOwned: true,
  }
}

async function candidateUnits(ctx: Ctx): Promise<CandidateUnit[]> {
  const today = fromLocalDate(ctx.today)
  return ctx.tx.unit.findMany({
    where: { validFromOn: { lte: today }, OR: [{ validToOn: null }, { validToOn: { gte: today } }] },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      name: true,
      shortName: true,
      nameEn: true,
      shortNameEn: true,
      aliases: true,
      formerNames: true,
      duties: true,
    } satisfies Record<keyof UnitName | 'kind', true>,
  })
}
