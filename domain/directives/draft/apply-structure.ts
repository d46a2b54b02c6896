import type { OneAct } from './acts'
import { splitAt } from '../provision-edits'
import { leadOf, withAccepted } from './apply-units'
import { dividedPlan, mergedPlan, tooMuchPlanned } from './plan'
import {
  editable,
  inTextOrder,
  refuse,
  withConfirmed,
  type Applied,
  type Draft,
  type DraftPart,
  type DraftProvision,
  type DraftTask,
} from './model'

type Merge = Extract<OneAct, { type: 'merge' }>
type Split = Extract<OneAct, { type: 'split' }>

const joined = (a: string, b: string) => (a === '' || a === b ? b : b === '' ? a : `${a}\n${b}`)

/** Merges a task into another: sentences and units come together, the other keeps its title, its lead and its date. */
export function applyMerge(draft: Draft, act: Merge): Applied {
  const from = editable(draft, act.taskId)
  if ('refused' in from) return from.refused
  const into = editable(draft, act.intoId)
  if ('refused' in into) return into.refused
  if (act.taskId === act.intoId) return refuse('workspace.nothing_to_merge')
  const [a, b] = [into.task, from.task]
  const due = a.dueOn ? a : b
  const merged: DraftTask = {
    ...a,
    draftState: 'manual',
    expectedResult: joined(a.expectedResult, b.expectedResult),
    remark: joined(a.remark, b.remark),
    dueOn: due.dueOn,
    dueBasis: due.dueBasis,
    dueBasisText: due.dueBasisText,
    cascade: a.cascade || b.cascade,
    provisionIds: [...new Set([...a.provisionIds, ...b.provisionIds])],
    parts: mergedParts(a, b),
    ...mergedPlan(a, b),
  }
  const refused = tooMuchPlanned(merged)
  if (refused) return refused
  const tasks = draft.tasks.flatMap((task) => (task.id === a.id ? [merged] : task.id === b.id ? [] : [task]))
  return { ok: true, draft: inTextOrder(withConfirmed({ ...draft, tasks }, merged.provisionIds)) }
}

/** Units of both; the second task's lead becomes the lead only where the first has none, else it supports. */
function mergedParts(a: DraftTask, b: DraftTask): DraftPart[] {
  let task: DraftTask = a
  for (const part of b.parts) {
    const same = task.parts.find((one) => one.unitId !== null && one.unitId === part.unitId)
    if (same && (same.confirmed || !part.confirmed)) continue
    const moved = { ...part, sort: task.parts.length + 1, confirmed: false }
    task = { ...task, parts: [...task.parts.filter((one) => one !== same), moved] }
    if (!part.confirmed) continue
    const asLead = part.part === 'lead' && !leadOf(task)
    const role = asLead ? moved : { ...moved, part: 'supporting' as const }
    task = { ...task, parts: task.parts.map((one) => (one.id === moved.id ? role : one)) }
    task = withAccepted(task, role)
  }
  return [...task.parts]
}

/**
 * Splits at an offset: the sentence there is cut in two, and what stands after the cut becomes a task of its own.
 * At the start of a sentence nothing is cut; the task's sentences from there on go to the new task.
 */
export function applySplit(draft: Draft, act: Split): Applied {
  const provision = draft.provisions.find((one) => one.id === act.provisionId)
  if (!provision) return refuse('workspace.sentence_gone')
  const citing = draft.tasks.filter((task) => task.provisionIds.includes(provision.id))
  const sent = citing.find((task) => task.status !== 'draft' && task.status !== 'declined')
  if (sent) return refuse('workspace.task_sent', { no: sent.no })
  const cut = act.offset > provision.start ? cutProvision(draft, provision, act) : { draft, right: null }
  if (!cut) return refuse('workspace.nothing_to_split')
  if (act.taskId === null) {
    return cut.right ? { ok: true, draft: inTextOrder(cut.draft) } : refuse('workspace.nothing_to_split')
  }
  const found = editable(cut.draft, act.taskId)
  if ('refused' in found) return found.refused
  const { task } = found
  const startOf = new Map(cut.draft.provisions.map((one) => [one.id, one.start]))
  const all = cut.right ? [...task.provisionIds, cut.right.id] : [...task.provisionIds]
  const after = all.filter((id) => (startOf.get(id) ?? 0) >= act.offset)
  const before = all.filter((id) => !after.includes(id))
  if (before.length === 0 || after.length === 0) return refuse('workspace.nothing_to_split')
  const [left, right] = dividedTask(cut.draft, task, act, before, after)
  const tasks = cut.draft.tasks.flatMap((one) => (one.id === task.id ? [left, right] : [one]))
  return { ok: true, draft: inTextOrder(withConfirmed({ ...cut.draft, tasks }, all)) }
}

function cutProvision(draft: Draft, provision: DraftProvision, act: Split) {
  const halves = splitAt(draft.text, provision, act.offset)
  if (!halves) return null
  const confirmed = provision.class !== 'open'
  const left = { ...halves[0], confirmed }
  const right = { ...halves[1], id: act.newProvisionId, confirmed, version: 1 }
  const provisions = draft.provisions.flatMap((one) => (one.id === provision.id ? [left, right] : [one]))
  // Tasks that are not being split go on citing both halves: nothing of theirs is lost.
  const tasks = draft.tasks.map((task) =>
    task.id !== act.taskId && task.provisionIds.includes(provision.id)
      ? { ...task, provisionIds: [...task.provisionIds, right.id] }
      : task,
  )
  return { draft: { ...draft, provisions, tasks }, right }
}

/** Units and dates follow the words that they were read from; what a person chose stays with the first half and is proposed to the second. */
function dividedTask(
  draft: Draft,
  task: DraftTask,
  act: Split,
  before: string[],
  after: string[],
): [DraftTask, DraftTask] {
  const wordsOf = (ids: string[]) =>
    draft.provisions
      .filter((one) => ids.includes(one.id))
      .map((one) => draft.text.slice(one.start, one.end))
      .join('\n')
  const moves = (part: DraftPart) => part.start !== null && part.start >= act.offset
  const dateMoves =
    task.dueBasis === 'text' &&
    task.dueBasisText !== null &&
    !wordsOf(before).includes(task.dueBasisText) &&
    wordsOf(after).includes(task.dueBasisText)
  const [kept, gone] = dividedPlan(task, wordsOf(before), wordsOf(after))
  const noDue = { dueOn: null, dueBasis: null, dueBasisText: null }
  const due = { dueOn: task.dueOn, dueBasis: task.dueBasis, dueBasisText: task.dueBasisText }
  const left: DraftTask = {
    ...task,
    ...(dateMoves ? noDue : due),
    title: act.title.trim() || task.title,
    draftState: 'manual',
    provisionIds: before,
    parts: task.parts.filter((part) => !moves(part)),
    ...kept,
  }
  const right: DraftTask = {
    ...task,
    ...(dateMoves ? due : noDue),
    id: act.newTaskId,
    no: 0,
    version: 1,
    title: act.newTitle.trim() || task.title,
    expectedResult: '',
    remark: '',
    draftState: 'manual',
    whole: false,
    provisionIds: after,
    parts: task.parts.filter(moves),
    ...gone,
  }
  return [left, right]
}
