import type { Act, OneAct } from '@/domain/directives/draft/acts'
import { highlighted } from '@/domain/directives/draft/apply-units'
import { paragraphsOf, standingsOf } from '@/domain/directives/draft/standing'
import {
  tasksOf,
  type Draft,
  type DraftProvision,
  type DraftTask,
  type SentenceClass,
} from '@/domain/directives/draft/model'
import { newId } from '@/lib/new-id'

/** One act for one task, a bulk act (one undo step) for several. */
export function forEach(taskIds: readonly string[], make: (taskId: string) => OneAct): Act {
  const items = taskIds.map(make)
  const [only] = items
  return items.length === 1 && only ? only : { type: 'bulk', items }
}

/** Confirms what is shown of the current task, or of the current sentence where no draft stands on it. */
export function confirmCurrent(
  draft: Draft,
  current: { provision?: DraftProvision; task?: DraftTask },
): Act | null {
  const { provision, task } = current
  if (task && task.status === 'draft')
    return { type: 'confirm', taskIds: [task.id], provisionIds: provision ? [provision.id] : [] }
  return provision ? { type: 'confirm', taskIds: [], provisionIds: [provision.id] } : null
}

/** Confirms every proposal of the paragraph that the sentence stands in. */
export function confirmParagraph(draft: Draft, provisionId: string): Act | null {
  const paragraph = paragraphsOf(draft).find((one) => one.some((provision) => provision.id === provisionId))
  return paragraph ? confirmSentences(draft, paragraph) : null
}

/** Confirms sentences and the suggested tasks on them; what is open stays open. */
export function confirmSentences(draft: Draft, provisions: readonly DraftProvision[]): Act {
  const tasks = provisions.flatMap((one) => tasksOf(draft, one.id)).filter(isSuggested)
  return {
    type: 'confirm',
    taskIds: [...new Set(tasks.map((task) => task.id))],
    provisionIds: provisions.filter((one) => one.class !== 'open').map((one) => one.id),
  }
}

/** Confirms the tasks named, with their highlighted suggestions; a result for each. */
export function confirmTasks(taskIds: readonly string[]): Act {
  return forEach(taskIds, (taskId) => ({ type: 'confirm', taskIds: [taskId], provisionIds: [] }))
}

const isSuggested = (task: DraftTask) =>
  task.status === 'draft' && (task.draftState === 'suggested' || highlighted(task).length > 0)

export const leadAct = (taskIds: readonly string[], unitId: string): Act =>
  forEach(taskIds, (taskId) => ({ type: 'setLead', taskId, unitId, partId: newId() }))

export const supportingAct = (taskIds: readonly string[], unitId: string): Act =>
  forEach(taskIds, (taskId) => ({ type: 'addSupporting', taskId, unitId, partId: newId() }))

/** Says what sentences are; each brings a title and an id along for the task that it may become. */
export function reclassifyAct(
  provisions: readonly DraftProvision[],
  to: Exclude<SentenceClass, 'open'>,
  titleOf: (one: DraftProvision) => string,
): Act {
  const items = provisions.map((one): OneAct => {
    return { type: 'reclassify', provisionId: one.id, class: to, newTaskId: newId(), title: titleOf(one) }
  })
  const [only] = items
  return items.length === 1 && only ? only : { type: 'bulk', items }
}

/** Merges each of the chosen tasks, in text order, into the first of them. */
export function mergeAct(draft: Draft, taskIds: ReadonlySet<string>): Act | null {
  const [first, ...rest] = draft.tasks.filter((task) => taskIds.has(task.id))
  if (!first || rest.length === 0) return null
  return forEach(
    rest.map((task) => task.id),
    (taskId) => ({ type: 'merge', taskId, intoId: first.id }),
  )
}

/** The next sentence for which somebody still has to say something, after the given one and round to the start. */
export function nextPending(draft: Draft, after: string | null): DraftProvision | null {
  const standings = standingsOf(draft)
  return nextWhere(draft, after, (one) => standings.get(one.id)?.pending ?? true)
}

/** The next sentence that fits, after the given one and round to the start. */
export function nextWhere(
  draft: Draft,
  after: string | null,
  fits: (one: DraftProvision) => boolean,
): DraftProvision | null {
  const at = draft.provisions.findIndex((one) => one.id === after)
  const round = [...draft.provisions.slice(at + 1), ...draft.provisions.slice(0, at + 1)]
  return round.find(fits) ?? null
}
