import type { IndicatorFilter } from '@/domain/indicators/indicator-filter'
import type { Ctx } from '@/server/context'
import { readIndicators, showIndicators, type ShownIndicator } from '@/server/indicators/list-indicators'
import { loadTasks, type LoadedTask } from '@/server/tasks/load-task'
import { visibleTasks } from '@/server/tasks/scope'

/** Panels on a page. */
export const INDICATORS_PAGE = 24

/**
 * 指标 of all tasks that this person reads and that went out, in the order of directives and tasks: how many stand behind their path, how many
 * have no value, and a page of them. Where one stands is arithmetic over its values, so the counts are taken from all that the filter leaves.
 */
export async function listAllIndicators(ctx: Ctx, filter: IndicatorFilter) {
  const all = await readAll(ctx)
  const chosen = all.filter(
    ({ task }) =>
      (filter.directive === null || task.directive.no === filter.directive) &&
      (filter.unit === null || unitsOf(task).some((unit) => unit.code === filter.unit)),
  )
  const behind = chosen.filter(({ indicator }) => indicator.standing?.behind === true)
  const noValue = chosen.filter(({ indicator }) => indicator.total !== null && indicator.total.value === null)
  const shown = { all: chosen, behind, no_value: noValue }[filter.show]
  const from = shown.findIndex(({ indicator }) => indicator.id === filter.after) + 1
  const page = shown.slice(from, from + INDICATORS_PAGE)
  return {
    counts: { all: chosen.length, behind: behind.length, no_value: noValue.length },
    total: shown.length,
    from: from + 1,
    rows: page.map(({ indicator, task }) => ({
      indicator,
      task: { no: task.no, title: task.title },
      lead: unitsOf(task).find((unit) => unit.id === task.leadUnitId) ?? null,
    })),
    next: from + page.length < shown.length ? (page.at(-1)?.indicator.id ?? null) : null,
    choices: choicesOf(all),
  }
}

export type IndicatorBoard = Awaited<ReturnType<typeof listAllIndicators>>

type Found = { indicator: ShownIndicator; task: LoadedTask }

async function readAll(ctx: Ctx): Promise<Found[]> {
  const read = await readIndicators(ctx, {
    task: {
      AND: [
        visibleTasks(ctx.actor),
        { dispatchedAt: { not: null }, status: { notIn: ['declined', 'terminated', 'archived'] } },
      ],
    },
  })
  const given = [
    ...read.values.map((one) => one.assignmentId),
    ...[...read.fed.values()].flatMap((figures) => [...figures.keys()]),
  ]
  const tasks = await loadTasks(
    ctx,
    read.rows.map((row) => row.taskId),
    { assignmentIds: [...new Set(given)] },
  )
  return tasks
    .filter((task) => task.mayRead)
    .sort((a, b) => a.directive.no - b.directive.no || a.sort - b.sort || a.no - b.no)
    .flatMap((task) => showIndicators(ctx, task, read).map((indicator) => ({ indicator, task })))
}

/** The units that the office, or whoever handed the task down, gave it to. */
const unitsOf = (task: LoadedTask) =>
  task.assignments
    .filter((one) => one.parentAssignmentId === null && one.status !== 'replaced')
    .map((one) => one.unit)

/** What can be filtered by: the directives and units of what this person reads. */
function choicesOf(all: readonly Found[]) {
  const directives = new Map(all.map(({ task }) => [task.directive.no, task.directive.title]))
  const units = new Map(all.flatMap(({ task }) => unitsOf(task)).map((unit) => [unit.code, unit]))
  return {
    directives: [...directives].map(([no, title]) => ({ no, title })),
    units: [...units.values()]
      .sort((a, b) => a.sort - b.sort)
      .map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  }
}
