import type { LocalDate } from '@/domain/calendar/local-date'
import type { AssignmentPart } from '@/domain/tasks/assignment-lifecycle'
import type { TaskKind, TaskStatus } from '@/domain/tasks/lifecycle'
import type { ReportingCycle } from '@/domain/tasks/reporting-cycle'
import type { FailureParams } from '@/domain/errors'
import type { ProvisionClass } from '../decomposition'
import type { PartReason } from './part-reason'
import type { DraftIndicator, DraftMilestone } from './plan'

/** What a sentence is taken for; `open` 未归类: nobody has said yet. */
export type SentenceClass = ProvisionClass | 'open'

/** The classes in the order of their keys 1 to 4. */
export const SENTENCE_CLASSES = ['task', 'goal', 'background', 'formality'] as const

/** Where a due date comes from: the words of the text, the office's rule, or a person. */
export type DueBasis = 'text' | 'rule' | 'assigned'

/** A stretch of the text in the workspace; offsets are UTF-16 units of the text as received. */
export type DraftProvision = {
  id: string
  start: number
  end: number
  path: readonly string[]
  class: SentenceClass
  reason: string
  /** A person has said so; a proposal counts for nothing until then. */
  confirmed: boolean
  version: number
}

/** A unit proposed for a draft task, or chosen by a person. `unitId` null: named in the text, nobody in particular. */
export type DraftPart = {
  id: string
  unitId: string | null
  part: AssignmentPart
  source: 'text' | 'suggested' | 'manual'
  confirmed: boolean
  nameInText: string | null
  start: number | null
  end: number | null
  reason: PartReason | null
  sort: number
}

/** A task as the workspace edits it. `no` 0: not numbered yet. */
export type DraftTask = {
  id: string
  no: number
  title: string
  expectedResult: string
  remark: string
  groupTitle: string | null
  kind: TaskKind
  cycle: ReportingCycle | null
  /** The day on which its periods end (`lastCycleDay`); null: counted from the dispatch. */
  cycleDay: number | null
  dueOn: LocalDate | null
  dueBasis: DueBasis | null
  dueBasisText: string | null
  responsibleLeaderId: string | null
  responsiblePersonId: string | null
  whole: boolean
  cascade: boolean
  status: TaskStatus
  draftState: 'suggested' | 'confirmed' | 'manual'
  reasons: readonly string[]
  closeReason: string | null
  sort: number
  provisionIds: readonly string[]
  parts: readonly DraftPart[]
  milestones: readonly DraftMilestone[]
  indicators: readonly DraftIndicator[]
  version: number
}

/**
 * A directive under decomposition: provisions in text order, tasks in text order. Never mutated. `excerpt`: the sentences of one task that a
 * unit breaks down, due on the unit's own date (excerpt.ts).
 */
export type Draft = {
  excerpt?: { dueOn: LocalDate | null }
  text: string
  provisions: readonly DraftProvision[]
  tasks: readonly DraftTask[]
}

/** What an act comes to: the next draft, or the rule that stands against it. */
export type Applied =
  | { ok: true; draft: Draft; refusals?: readonly ItemRefusal[] }
  | { ok: false; code: string; params?: FailureParams; refusals?: readonly ItemRefusal[] }
/** One item of a bulk act that was refused: which act of the list, and why. */
export type ItemRefusal = { index: number; code: string; params?: FailureParams }

/** A refusal by its code. */
export function refuse(code: string, params?: FailureParams): Applied {
  return { ok: false, code, params }
}

/** The task, where it is still a draft that may be edited; else the refusal. */
export function editable(draft: Draft, taskId: string): { task: DraftTask } | { refused: Applied } {
  const task = draft.tasks.find((one) => one.id === taskId)
  if (!task) return { refused: refuse('workspace.task_gone') }
  if (task.status !== 'draft') return { refused: refuse('workspace.task_sent', { no: task.no }) }
  return { task }
}

/** Tasks that stand for something to do: neither declined nor withdrawn. */
export function isLive(task: Pick<DraftTask, 'status'>): boolean {
  return task.status !== 'declined' && task.status !== 'terminated'
}

/** The tasks that cite a provision, live ones only. */
export function tasksOf(draft: Draft, provisionId: string): DraftTask[] {
  return draft.tasks.filter((task) => isLive(task) && task.provisionIds.includes(provisionId))
}

/** The draft with its tasks in the order of the text and its provisions by offset. */
export function inTextOrder(draft: Draft): Draft {
  const provisions = [...draft.provisions].sort((a, b) => a.start - b.start)
  const startOf = new Map(provisions.map((provision) => [provision.id, provision.start]))
  const first = (task: DraftTask) =>
    task.provisionIds.reduce((least, id) => Math.min(least, startOf.get(id) ?? Infinity), Infinity)
  const keyed = draft.tasks.map((task) => ({ task, at: first(task) }))
  keyed.sort((a, b) => a.at - b.at || a.task.sort - b.task.sort || (a.task.id < b.task.id ? -1 : 1))
  return { ...draft, provisions, tasks: keyed.map((one) => one.task) }
}

/** The draft with one task replaced. */
export function withTask(draft: Draft, task: DraftTask): Draft {
  return { ...draft, tasks: draft.tasks.map((one) => (one.id === task.id ? task : one)) }
}

/** The draft with the provisions confirmed that the ids name; an open one stays open. */
export function withConfirmed(draft: Draft, ids: readonly string[]): Draft {
  const wanted = new Set(ids)
  return {
    ...draft,
    provisions: draft.provisions.map((one) =>
      wanted.has(one.id) && !one.confirmed && one.class !== 'open' ? { ...one, confirmed: true } : one,
    ),
  }
}

/** The draft after a person changed a task by hand: the task is theirs, and so is the class of its sentences. */
export function byHand(draft: Draft, task: DraftTask, patch: Partial<DraftTask>): Draft {
  const next = withTask(draft, { ...task, ...patch, draftState: 'manual' })
  return withConfirmed(next, task.provisionIds)
}
