import type { IndicatorFilter } from '@/domain/indicators/indicator-filter'
import type { Ctx } from '@/server/context'
import { readIndicators, showIndicators } from '@/server/indicators/list-indicators'
import { boardSql, GIVEN_PARTS, readStandings } from '@/server/indicators/standings'
import { loadTasks, type LoadedTask } from '@/server/tasks/load-task'

/** Panels on a page. */
export const INDICATORS_PAGE = 24

/**
 * 指标 of all tasks that this person reads and that went out, in the order of directives and tasks: how many stand behind their path, how many
 * have no value, and a page of them. Counted from the latest figures; values, tasks and units are read of the page alone.
 */
export async function listAllIndicators(ctx: Ctx, filter: IndicatorFilter) {
  const [all, choices] = await Promise.all([readStandings(ctx, filter), readChoices(ctx)])
  const of = (view: 'behind' | 'no_value') => all.filter(({ views }) => views.includes(view))
  const [behind, noValue] = [of('behind'), of('no_value')]
  const shown = { all, behind, no_value: noValue }[filter.show]
  const from = shown.findIndex(({ id }) => id === filter.after) + 1
  const page = shown.slice(from, from + INDICATORS_PAGE).map(({ id }) => id)
  return {
    counts: { all: all.length, behind: behind.length, no_value: noValue.length },
    total: shown.length,
    from: from + 1,
    rows: await readPage(ctx, page),
    next: from + page.length < shown.length ? (page.at(-1) ?? null) : null,
    choices,
  }
}

export type IndicatorBoard = Awaited<ReturnType<typeof listAllIndicators>>

/** These indicators with their tasks, in this order. */
async function readPage(ctx: Ctx, ids: readonly string[]) {
  const read = await readIndicators(ctx, { id: { in: [...ids] } })
  const given = [
    ...read.values.map((one) => one.assignmentId),
    ...[...read.fed.values()].flatMap((figures) => [...figures.keys()]),
  ]
  const tasks = await loadTasks(
    ctx,
    read.rows.map((row) => row.taskId),
    { assignmentIds: [...new Set(given)] },
  )
  const found = tasks
    .filter((task) => task.mayRead)
    .flatMap((task) =>
      showIndicators(ctx, task, read).map((indicator) => ({
        indicator,
        task: { no: task.no, title: task.title },
        lead: leadOf(task),
      })),
    )
  return ids.flatMap((id) => found.find(({ indicator }) => indicator.id === id) ?? [])
}

const leadOf = ({ assignments, leadUnitId }: LoadedTask) =>
  assignments.find(
    (one) => one.parentAssignmentId === null && one.status !== 'replaced' && one.unitId === leadUnitId,
  )?.unit ?? null

/** What can be filtered by: the directives and units of what this person reads. */
async function readChoices(ctx: Ctx) {
  const [directives, units] = await Promise.all([
    ctx.tx.$queryRaw<{ no: number; title: string }[]>`
      SELECT DISTINCT d.no, d.title FROM ${boardSql(ctx)} ORDER BY d.no`,
    ctx.tx.$queryRaw<{ code: string; name: string; nameEn: string }[]>`
      SELECT u.code, u.name, u.name_en AS "nameEn" FROM ${GIVEN_PARTS}
      WHERE a.task_id IN (SELECT t.id FROM ${boardSql(ctx)}) GROUP BY u.id ORDER BY u.sort, u.code`,
  ])
  return { directives, units }
}
