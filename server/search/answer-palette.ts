import { isFailure } from '@/domain/errors'
import type { Ctx } from '@/server/context'
import { visibleDirectives } from '@/server/directives/scope'
import { listTaskActs } from '@/server/search/list-task-acts'
import { findViews } from '@/server/search/find-views'
import { searchAll } from '@/server/search/search-all'
import { visibleTasks } from '@/server/tasks/scope'

/** Rows of each kind in the palette. */
const OF_A_KIND = 4
const RECENT = 8

/** What the palette shows for what is typed: rows of each kind, and what may be done with the task whose number is named. */
export async function answerPalette(ctx: Ctx, typed: string) {
  const [{ query, empty, found }, views] = await Promise.all([
    searchAll(ctx, typed, { take: OF_A_KIND }),
    findViews(ctx, typed, OF_A_KIND),
  ])
  const no = query.taskNo
  const readable = found.tasks?.rows.some((row) => row.no === no) ?? false
  return {
    typed: query.typed,
    /** Nothing can be looked for: too little was typed. */
    empty,
    found,
    views,
    acts: no !== null && readable ? await actsOf(ctx, no) : null,
    /** The words beside the task's number, which name an act. */
    actWords: query.act,
  }
}

/** What the palette shows. */
export type PaletteAnswer = Awaited<ReturnType<typeof answerPalette>>

/** The acts on a task; null where it does not exist for this person. */
export async function actsOf(ctx: Ctx, no: number) {
  try {
    return await listTaskActs(ctx, no)
  } catch (error) {
    if (isFailure(error)) return null
    throw error
  }
}

/** What of these records (T7, D3, newest first) the person may still read, in the same order. */
export async function readRecent(ctx: Ctx, refs: readonly string[]) {
  const kept = refs.filter((ref) => /^[TD]\d{1,9}$/.test(ref)).slice(0, RECENT)
  const numbers = (sign: string) =>
    kept.filter((ref) => ref.startsWith(sign)).map((ref) => Number(ref.slice(1)))
  const [tasks, directives] = await Promise.all([
    ctx.tx.task.findMany({
      where: { AND: [{ no: { in: numbers('T') } }, visibleTasks(ctx.actor)] },
      select: { no: true, title: true },
    }),
    ctx.tx.directive.findMany({
      where: { AND: [{ no: { in: numbers('D') } }, visibleDirectives(ctx.actor)] },
      select: { no: true, title: true },
    }),
  ])
  const titles = new Map<string, string>([
    ...tasks.map((one): [string, string] => [`T${one.no}`, one.title]),
    ...directives.map((one): [string, string] => [`D${one.no}`, one.title]),
  ])
  return kept.flatMap((ref) => {
    const title = titles.get(ref)
    return title === undefined ? [] : [{ ref, title }]
  })
}
