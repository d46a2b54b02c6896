import { isLocalDate } from '@/domain/calendar/local-date'
import type { Decomposition, TaskDraft } from '@/domain/directives/decomposition'
import { withoutUnkeptCharacters } from '@/lib/unkept-characters'
import type { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { fromLocalDate, toLocalDateOrNull } from '@/server/dates'
import { listCandidateUnits } from '@/server/directives/candidate-units'
import { draftPartsOf, wordsOf } from '@/server/directives/draft-parts'
import { countLearned, learnedOf, readLearned } from '@/server/directives/read-learned'

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
  const partsOf = await partsReader(ctx, directiveId, text, decomposition)
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
    const found = partsOf(task, index)
    parts.push(...found.map((part, sort) => ({ ...part, taskId, sort })))
  })
  await ctx.tx.taskProvision.createMany({ data: links })
  await ctx.tx.taskDraftPart.createMany({ data: parts })
  return { provisions: provisions.length, tasks: tasks.length }
}

/** Reads the units and what was learned once, for all tasks of the directive. */
async function partsReader(ctx: Ctx, directiveId: string, text: string, { tasks }: Decomposition) {
  const directive = await ctx.tx.directive.findUniqueOrThrow({
    where: { id: directiveId },
    select: { issuedOn: true },
  })
  const units = await listCandidateUnits(ctx)
  const total = await countLearned(ctx)
  const texts = tasks.slice(0, SUGGESTED_TASKS).map((task) => wordsOf(task, text))
  const learned = await readLearned(ctx, texts)
  const days = { issuedOn: toLocalDateOrNull(directive.issuedOn), today: ctx.today }
  return (task: TaskDraft, index: number) =>
    draftPartsOf(task, text, {
      units,
      ...days,
      learned: index < SUGGESTED_TASKS ? learnedOf(wordsOf(task, text), learned, total) : null,
    })
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
