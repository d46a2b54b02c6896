import type { OneAct } from './acts'
import {
  byHand,
  editable,
  refuse,
  withConfirmed,
  withTask,
  type Applied,
  type Draft,
  type DraftPart,
  type DraftTask,
} from './model'

type Units = Extract<OneAct, { type: 'setLead' | 'addSupporting' | 'removePart' | 'acceptPart' }>

/** The lead that a person chose, if any; a proposal is none. */
export function leadOf(task: Pick<DraftTask, 'parts'>): DraftPart | null {
  return task.parts.find((part) => part.confirmed && part.part === 'lead') ?? null
}

/** The supporting units that a person chose. */
export function supportersOf(task: Pick<DraftTask, 'parts'>): DraftPart[] {
  return task.parts.filter((part) => part.confirmed && part.part === 'supporting')
}

/** Lead proposals still open, best first, at most three; none once a lead is chosen. */
export function leadProposals(task: Pick<DraftTask, 'parts'>): DraftPart[] {
  if (leadOf(task)) return []
  const open = task.parts.filter((part) => !part.confirmed && part.part === 'lead' && part.unitId !== null)
  return open.sort((a, b) => a.sort - b.sort).slice(0, 3)
}

/** Supporting proposals still open, in the order of the text; units that already have a part are left out. */
export function supportingProposals(task: Pick<DraftTask, 'parts'>): DraftPart[] {
  const taken = new Set(task.parts.flatMap((part) => (part.confirmed && part.unitId ? [part.unitId] : [])))
  return task.parts
    .filter(
      (part) => !part.confirmed && part.part === 'supporting' && !(part.unitId && taken.has(part.unitId)),
    )
    .sort((a, b) => a.sort - b.sort)
}

/** A name that may mean several units: a person says which. */
const isAsked = (part: DraftPart) => part.reason?.code === 'ambiguous'

/** What “confirm” accepts: the first lead proposed, and supporting units that the text itself names; never one of several that a name may mean. */
export function highlighted(task: Pick<DraftTask, 'parts'>): DraftPart[] {
  const first = leadProposals(task)[0]
  const lead = first && isAsked(first) ? undefined : first
  const named = supportingProposals(task).filter(
    (part) =>
      part.unitId !== null && part.source === 'text' && part.unitId !== lead?.unitId && !isAsked(part),
  )
  return lead ? [lead, ...named] : named
}

/** A proposal given up goes back to being one; what a person added goes. */
const released = (part: DraftPart): DraftPart[] =>
  part.source === 'manual' ? [] : [{ ...part, confirmed: false }]

/** The task with this unit as its one lead; the lead before it is given up, a supporting part of the same unit as well. */
export function withLead(task: DraftTask, chosen: DraftPart): DraftTask {
  const others = task.parts.flatMap((part) => {
    if (part.id === chosen.id) return []
    const inTheWay = part.confirmed && (part.part === 'lead' || part.unitId === chosen.unitId)
    return inTheWay ? released(part) : [part]
  })
  return { ...task, parts: [...others, { ...chosen, part: 'lead', confirmed: true }] }
}

/** The task with the proposal accepted in the part it was proposed for. */
export function withAccepted(task: DraftTask, part: DraftPart): DraftTask {
  if (part.part === 'lead') return withLead(task, part)
  return { ...task, parts: task.parts.map((one) => (one.id === part.id ? { ...one, confirmed: true } : one)) }
}

const nextSort = (task: DraftTask) => task.parts.reduce((most, part) => Math.max(most, part.sort), 0) + 1

function partFor(task: DraftTask, unitId: string, partId: string, part: 'lead' | 'supporting'): DraftPart {
  const proposed = task.parts.find((one) => one.unitId === unitId && one.part === part)
  if (proposed) return proposed
  const blank = { nameInText: null, start: null, end: null, reason: null }
  return { id: partId, unitId, part, source: 'manual', confirmed: true, sort: nextSort(task), ...blank }
}

/** Choosing units: one lead, any number of supporting ones, no unit twice. */
export function applyUnits(draft: Draft, act: Units): Applied {
  const found = editable(draft, act.taskId)
  if ('refused' in found) return found.refused
  const { task } = found
  if (act.type === 'setLead') {
    if (leadOf(task)?.unitId === act.unitId) return refuse('workspace.nothing_changed')
    const { parts } = withLead(task, partFor(task, act.unitId, act.partId, 'lead'))
    return { ok: true, draft: byHand(draft, task, { parts }) }
  }
  if (act.type === 'addSupporting') {
    if (task.parts.some((part) => part.confirmed && part.unitId === act.unitId)) {
      return refuse('workspace.unit_taken')
    }
    const chosen = partFor(task, act.unitId, act.partId, 'supporting')
    const parts = [...task.parts.filter((part) => part.id !== chosen.id), { ...chosen, confirmed: true }]
    return { ok: true, draft: byHand(draft, task, { parts }) }
  }
  const part = task.parts.find((one) => one.id === act.partId)
  if (!part) return refuse('workspace.part_gone')
  if (act.type === 'removePart') {
    // A chosen unit is given up; a proposal is waved aside for good.
    const rest = task.parts.flatMap((one) =>
      one.id !== part.id ? [one] : one.confirmed ? released(one) : [],
    )
    return { ok: true, draft: byHand(draft, task, { parts: rest }) }
  }
  if (part.unitId === null) return refuse('workspace.unit_unnamed')
  const twice = task.parts.some((one) => one.confirmed && one.id !== part.id && one.unitId === part.unitId)
  if (twice && part.part !== 'lead') return refuse('workspace.unit_taken')
  const accepted = withAccepted(task, part)
  const draftState = task.draftState === 'suggested' ? 'confirmed' : task.draftState
  return { ok: true, draft: withConfirmed(withTask(draft, { ...accepted, draftState }), task.provisionIds) }
}
