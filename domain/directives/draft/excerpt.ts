import type { OneAct } from './acts'
import { isLive, refuse, type Applied, type Draft } from './model'

/** Acts that are the office's alone: what a sentence is, how the whole is taken, who stands for it. */
const OFFICE_ONLY: readonly OneAct['type'][] = ['whole', 'setPeople', 'setCascade']

/**
 * What stands against an act on an excerpt, the sentences of a task that a unit breaks down: the text is not the unit's to class or cut,
 * and no date is after the unit's own. Null where nothing does.
 */
export function obstacleInExcerpt(draft: Draft, act: OneAct): Applied | null {
  const own = draft.excerpt?.dueOn ?? null
  if (OFFICE_ONLY.includes(act.type)) return refuse('workspace.not_of_excerpt')
  if (act.type === 'reclassify' && act.class !== 'task') return refuse('workspace.not_of_excerpt')
  if (act.type === 'discard' && act.class !== null) return refuse('workspace.not_of_excerpt')
  if (act.type === 'split' && draft.provisions.every((one) => one.start !== act.offset))
    return refuse('workspace.excerpt_not_cut')
  if (act.type === 'setDue' && act.dueOn !== null && own !== null && act.dueOn > own)
    return refuse('cascade.after_own_date', { own })
  return null
}

/** Coverage of an excerpt follows from the tasks: a sentence is accounted for once one of them stands on it. */
export function accounted(draft: Draft): Draft {
  const served = new Set(draft.tasks.filter(isLive).flatMap((task) => [...task.provisionIds]))
  return {
    ...draft,
    provisions: draft.provisions.map((one) => {
      const confirmed = served.has(one.id)
      return one.confirmed === confirmed ? one : { ...one, confirmed, class: confirmed ? 'task' : 'open' }
    }),
  }
}
