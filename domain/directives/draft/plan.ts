import type { LocalDate } from '@/domain/calendar/local-date'
import type { IndicatorDraft } from '@/domain/indicators/indicator'
import { INDICATOR_LIMITS } from '@/domain/indicators/indicator'
import { MILESTONE_LIMITS } from '@/domain/milestones/milestone'
import type { OneAct } from './acts'
import { byHand, editable, refuse, type Applied, type Draft, type DraftTask } from './model'

/** 里程碑 of a draft task. */
export type DraftMilestone = { id: string; title: string; dueOn: LocalDate }

/** 指标 of a draft task; what the card does not ask for (path, split by unit) is kept as it is. */
export type DraftIndicator = IndicatorDraft & { id: string }

type Plan = Extract<OneAct, { type: 'putMilestone' | 'removeMilestone' | 'putIndicator' | 'removeIndicator' }>
type Planned = Pick<DraftTask, 'milestones' | 'indicators'>

const byDay = (a: DraftMilestone, b: DraftMilestone) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)

/** A new row never takes the id of another task's. */
function heldElsewhere(draft: Draft, task: DraftTask, id: string): boolean {
  return draft.tasks.some(
    (one) => one.id !== task.id && [...one.milestones, ...one.indicators].some((row) => row.id === id),
  )
}

/** Adding, changing and taking away milestones and indicators of a card. No milestone after the task's date; at most thirty and twenty. */
export function applyPlan(draft: Draft, act: Plan): Applied {
  const found = editable(draft, act.taskId)
  if ('refused' in found) return found.refused
  const { task } = found
  switch (act.type) {
    case 'putMilestone':
      return putMilestone(draft, task, act)
    case 'putIndicator':
      return putIndicator(draft, task, act)
    case 'removeMilestone': {
      const milestones = task.milestones.filter((one) => one.id !== act.milestoneId)
      if (milestones.length === task.milestones.length) return refuse('workspace.nothing_changed')
      return { ok: true, draft: byHand(draft, task, { milestones }) }
    }
    case 'removeIndicator': {
      const indicators = task.indicators.filter((one) => one.id !== act.indicatorId)
      if (indicators.length === task.indicators.length) return refuse('workspace.nothing_changed')
      return { ok: true, draft: byHand(draft, task, { indicators }) }
    }
  }
}

function putMilestone(draft: Draft, task: DraftTask, act: Extract<Plan, { type: 'putMilestone' }>): Applied {
  const row = { id: act.milestoneId, title: act.title.trim(), dueOn: act.dueOn }
  if (heldElsewhere(draft, task, row.id)) return refuse('workspace.already_done')
  if (row.title === '') return refuse('milestone.title_missing')
  if (task.dueOn && row.dueOn > task.dueOn) return refuse('milestone.after_task', { dueOn: task.dueOn })
  const rest = task.milestones.filter((one) => one.id !== row.id)
  if (rest.length >= MILESTONE_LIMITS.milestones)
    return refuse('milestone.too_many', { most: MILESTONE_LIMITS.milestones })
  return { ok: true, draft: byHand(draft, task, { milestones: [...rest, row].sort(byDay) }) }
}

function putIndicator(draft: Draft, task: DraftTask, act: Extract<Plan, { type: 'putIndicator' }>): Applied {
  const { indicatorId: id, measure, target, cycle } = act
  const name = act.name.trim()
  if (heldElsewhere(draft, task, id)) return refuse('workspace.already_done')
  if (name === '') return refuse('indicator.name_missing')
  const known = task.indicators.find((one) => one.id === id)
  if (!known && task.indicators.length >= INDICATOR_LIMITS.indicators)
    return refuse('indicator.too_many', { most: INDICATOR_LIMITS.indicators })
  const blank = { baseline: null, path: [], aggregation: 'sum', direction: 'up', splitByUnit: false } as const
  const row: DraftIndicator = {
    ...blank,
    ...known,
    path: [...(known?.path ?? [])],
    id,
    name,
    measure: measure.trim(),
    target,
    cycle,
  }
  const indicators = known
    ? task.indicators.map((one) => (one.id === id ? row : one))
    : [...task.indicators, row]
  return { ok: true, draft: byHand(draft, task, { indicators }) }
}

/** True for a draft of the office: its milestones and indicators are fields of its card, in the workspace's acts and their undo, and nowhere else. */
export function plannedOnCard(task: { status: string; officeOwned: boolean }): boolean {
  return task.status === 'draft' && task.officeOwned
}

/** What two tasks planned, together; what says the same (title and day; name, measure and target) once. */
export function mergedPlan(a: Planned, b: Planned): Planned {
  const same = (x: DraftMilestone) => a.milestones.some((y) => y.title === x.title && y.dueOn === x.dueOn)
  const counted = (x: DraftIndicator) =>
    a.indicators.some((y) => y.name === x.name && y.measure === x.measure && y.target === x.target)
  return {
    milestones: [...a.milestones, ...b.milestones.filter((one) => !same(one))].sort(byDay),
    indicators: [...a.indicators, ...b.indicators.filter((one) => !counted(one))],
  }
}

/** The refusal where a merge would plan more than a task may have. */
export function tooMuchPlanned({ milestones, indicators }: Planned): Applied | null {
  if (milestones.length > MILESTONE_LIMITS.milestones)
    return refuse('milestone.too_many', { most: MILESTONE_LIMITS.milestones })
  if (indicators.length > INDICATOR_LIMITS.indicators)
    return refuse('indicator.too_many', { most: INDICATOR_LIMITS.indicators })
  return null
}

/** A milestone or indicator goes with its words where these stand in the second half alone; else it stays with the first. */
export function dividedPlan(task: Planned, before: string, after: string): [Planned, Planned] {
  const goes = (words: string) => after.includes(words) && !before.includes(words)
  return [
    {
      milestones: task.milestones.filter((one) => !goes(one.title)),
      indicators: task.indicators.filter((one) => !goes(one.name)),
    },
    {
      milestones: task.milestones.filter((one) => goes(one.title)),
      indicators: task.indicators.filter((one) => goes(one.name)),
    },
  ]
}
