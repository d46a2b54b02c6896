import type { OneAct } from './acts'
import {
  editable,
  inTextOrder,
  refuse,
  tasksOf,
  withConfirmed,
  withTask,
  type Applied,
  type Draft,
  type DraftProvision,
  type DraftTask,
  type SentenceClass,
} from './model'

type Classing = Extract<OneAct, { type: 'reclassify' | 'addTask' | 'discard' | 'whole' }>

/** A task made by a person, empty but for its title and the sentences that it cites. */
export function blankTask(id: string, title: string, provisionIds: readonly string[]): DraftTask {
  return {
    id,
    no: 0,
    title,
    expectedResult: '',
    remark: '',
    groupTitle: null,
    kind: 'time_boxed',
    cycle: null,
    cycleDay: null,
    dueOn: null,
    dueBasis: null,
    dueBasisText: null,
    responsibleLeaderId: null,
    responsiblePersonId: null,
    whole: false,
    cascade: false,
    status: 'draft',
    draftState: 'manual',
    reasons: [],
    closeReason: null,
    sort: 0,
    provisionIds,
    parts: [],
    milestones: [],
    indicators: [],
    version: 1,
  }
}

const classed = (draft: Draft, ids: readonly string[], to: SentenceClass): Draft => ({
  ...draft,
  provisions: draft.provisions.map((one) =>
    ids.includes(one.id) ? { ...one, class: to, confirmed: to !== 'open' } : one,
  ),
})

/** The heading that the nearest task before the sentence stands under, so that a new card joins its group. */
function groupAt(draft: Draft, provision: DraftProvision): string | null {
  const near = draft.provisions.filter((one) => one.start <= provision.start).reverse()
  for (const one of near) {
    if (one.path.join() !== provision.path.join() && one.path[0] !== provision.path[0]) return null
    const task = tasksOf(draft, one.id)[0]
    if (task) return task.groupTitle
  }
  return null
}

/** Adds a task on a sentence; the sentence is then a task and confirmed. */
function addOn(draft: Draft, provision: DraftProvision, id: string, title: string): Draft {
  const task = { ...blankTask(id, title, [provision.id]), groupTitle: groupAt(draft, provision) }
  return inTextOrder({ ...classed(draft, [provision.id], 'task'), tasks: [...draft.tasks, task] })
}

/** Takes a sentence out of the draft tasks that cite it; a task left without a sentence goes. Refused where one was sent. */
function withdrawFrom(draft: Draft, provisionId: string): Draft | Applied {
  const citing = tasksOf(draft, provisionId)
  const sent = citing.find((task) => task.status !== 'draft')
  if (sent) return refuse('workspace.task_sent', { no: sent.no })
  const tasks = draft.tasks.flatMap((task) => {
    if (!citing.includes(task)) return [task]
    const rest = task.provisionIds.filter((id) => id !== provisionId)
    return rest.length === 0 ? [] : [{ ...task, provisionIds: rest }]
  })
  return { ...draft, tasks }
}

/** Saying what a sentence is, adding and discarding tasks, the whole directive as one task 整件交办. */
export function applyClass(draft: Draft, act: Classing): Applied {
  if (act.type === 'whole') return applyWhole(draft, act.newTaskId, act.title)
  if (act.type === 'discard') return applyDiscard(draft, act)
  const provision = draft.provisions.find((one) => one.id === act.provisionId)
  if (!provision) return refuse('workspace.sentence_gone')
  if (act.type === 'addTask') return { ok: true, draft: addOn(draft, provision, act.newTaskId, act.title) }
  if (act.class === 'task') {
    if (tasksOf(draft, provision.id).length > 0) {
      if (provision.class === 'task' && provision.confirmed) return refuse('workspace.nothing_changed')
      return { ok: true, draft: classed(draft, [provision.id], 'task') }
    }
    return { ok: true, draft: addOn(draft, provision, act.newTaskId, act.title) }
  }
  const freed = withdrawFrom(draft, provision.id)
  if ('ok' in freed) return freed
  return { ok: true, draft: classed(freed, [provision.id], act.class) }
}

/**
 * A discarded task stays on record with its reason. Its sentences take the class given, or, none given, stay accounted
 * for as discarded; one that another task serves keeps its class.
 */
function applyDiscard(draft: Draft, act: Extract<OneAct, { type: 'discard' }>): Applied {
  const found = editable(draft, act.taskId)
  if ('refused' in found) return found.refused
  const { task } = found
  const next = withTask(draft, { ...task, status: 'declined', closeReason: act.reason })
  const alone = task.provisionIds.filter((id) => tasksOf(next, id).length === 0)
  if (act.class === null || act.class === 'task') return { ok: true, draft: withConfirmed(next, alone) }
  return { ok: true, draft: classed(next, alone, act.class) }
}

/** One task that cites every sentence; drafts not sent yet give way to it, all sentences count as read. */
function applyWhole(draft: Draft, id: string, title: string): Applied {
  if (draft.tasks.some((task) => task.whole && task.status !== 'declined'))
    return refuse('workspace.already_whole')
  if (draft.provisions.length === 0) return refuse('workspace.no_sentences')
  const ids = draft.provisions.map((one) => one.id)
  const kept = draft.tasks.filter((task) => task.status !== 'draft')
  const task: DraftTask = { ...blankTask(id, title, ids), whole: true }
  const provisions = draft.provisions.map((one) => ({
    ...one,
    class: one.class === 'open' ? ('background' as const) : one.class,
    confirmed: true,
  }))
  return { ok: true, draft: inTextOrder({ ...draft, provisions, tasks: [...kept, task] }) }
}
