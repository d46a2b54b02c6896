import { cleanText, displayFrom } from '@/domain/directives/clean'
import { hasRole, reachOf } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'
import { visibleTasks } from '@/server/tasks/scope'

/** A stretch of the text that the reader may see, with the tasks that cite it. */
export type TextSegment = {
  id: string
  path: string[]
  class: 'task' | 'goal' | 'background' | 'formality' | 'open'
  received: string
  cleaned: string
  /** A line ends before it. */
  paragraph: boolean
  /** Something that was not distributed to the reader stands before it. */
  gap: boolean
  tasks: number[]
}

/** What of a directive's text a reader receives, and one page of it. */
export type DirectiveText = {
  extent: 'full' | 'excerpt'
  segments: TextSegment[]
  /** Offset from which the next page starts, in UTF-16 units; null at the end. */
  nextFrom: number | null
}

const PAGE = 400

/**
 * The text as distributed to the actor: all of it for the office, leaders, discipline and units with the full text; for others only the
 * sentences of the tasks that they may read. What is left out never leaves the server.
 */
export async function directiveText(ctx: Ctx, directiveId: string, from = 0): Promise<DirectiveText> {
  const extent = await extentFor(ctx, directiveId)
  const readable = visibleTasks(ctx.actor)
  const [directive, found] = await Promise.all([
    ctx.tx.directive.findUniqueOrThrow({ where: { id: directiveId }, select: { text: true } }),
    ctx.tx.provision.findMany({
      where: {
        directiveId,
        start: { gte: from },
        ...(extent === 'excerpt' ? { tasks: { some: { task: readable } } } : {}),
      },
      orderBy: { start: 'asc' },
      take: PAGE + 1,
      select: {
        id: true,
        start: true,
        end: true,
        path: true,
        class: true,
        tasks: {
          where: { task: readable },
          orderBy: { task: { no: 'asc' } },
          select: { task: { select: { no: true } } },
        },
      },
    }),
  ])
  const { text } = directive
  const cleaned = cleanText(text)
  let last = from
  const segments = found.slice(0, PAGE).map(({ id, start, end, path, class: kind, tasks }): TextSegment => {
    const between = text.slice(last, start)
    last = end
    return {
      id,
      path,
      class: kind,
      received: text.slice(start, end),
      cleaned: displayFrom(cleaned, start, end, { simplified: true }),
      paragraph: start === 0 || between.includes('\n'),
      gap: between.trim() !== '',
      tasks: tasks.map(({ task }) => task.no),
    }
  })
  return { extent, segments, nextFrom: found[PAGE]?.start ?? null }
}

async function extentFor(ctx: Ctx, directiveId: string): Promise<'full' | 'excerpt'> {
  if (hasRole(ctx.actor, 'leader', 'office_head', 'officer', 'discipline')) return 'full'
  const full = await ctx.tx.directiveDistribution.findFirst({
    where: { directiveId, extent: 'full', unitId: { in: reachOf(ctx.actor, 'unit_head', 'liaison') } },
    select: { unitId: true },
  })
  return full ? 'full' : 'excerpt'
}
