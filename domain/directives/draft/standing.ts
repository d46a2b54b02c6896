import { leadOf } from './apply-units'
import { isLive, tasksOf, type Draft, type DraftProvision, type DraftTask, type SentenceClass } from './model'

/** What is still missing on a draft task: no lead chosen, neither date nor cycle. */
export type Gap = 'lead' | 'due'

/** The gaps of a task; a proposal does not fill one. */
export function gapsOf(task: DraftTask): Gap[] {
  const gaps: Gap[] = []
  if (task.status !== 'draft') return gaps
  if (!leadOf(task)) gaps.push('lead')
  if (task.kind === 'ongoing' ? !task.cycle : !task.dueOn) gaps.push('due')
  return gaps
}

/** How a sentence is accounted for: served by tasks, discarded with a reason, plainly classed; `unserved`: called a task, but none stands on it. */
export type Account = 'served' | 'discarded' | 'classed' | 'unserved' | 'open'

/** How one sentence stands: its account, the tasks that cite it with the shortest first, and whether a person has still to say something. */
export type SentenceStanding = { account: Account; tasks: readonly DraftTask[]; pending: boolean }

/** The standing of every sentence, by id, in one pass over the draft: a text of hundreds is drawn anew at each key. */
export function standingsOf(draft: Draft): Map<string, SentenceStanding> {
  const citing = new Map<string, DraftTask[]>()
  const discarded = new Set<string>()
  const lengths = lengthsOf(draft)
  for (const task of draft.tasks) {
    for (const id of task.provisionIds) {
      if (!isLive(task)) discarded.add(id)
      else citing.set(id, [...(citing.get(id) ?? []), task])
    }
  }
  return new Map(
    draft.provisions.map((one) => {
      const tasks = byLength(citing.get(one.id) ?? [], lengths)
      const account: Account =
        one.class === 'open'
          ? 'open'
          : one.class !== 'task'
            ? 'classed'
            : tasks.length > 0
              ? 'served'
              : discarded.has(one.id)
                ? 'discarded'
                : 'unserved'
      const suggested = tasks.some((task) => task.status === 'draft' && task.draftState === 'suggested')
      return [one.id, { account, tasks, pending: !one.confirmed || one.class === 'open' || suggested }]
    }),
  )
}

/** The tasks on a sentence, the one that cites the shortest stretch first: what a click on overlapping spans takes. */
export function tasksAt(draft: Draft, provisionId: string): DraftTask[] {
  return byLength(tasksOf(draft, provisionId), lengthsOf(draft))
}

const lengthsOf = (draft: Draft) => new Map(draft.provisions.map((one) => [one.id, one.end - one.start]))

function byLength(tasks: readonly DraftTask[], lengths: ReadonlyMap<string, number>): DraftTask[] {
  if (tasks.length < 2) return [...tasks]
  const lengthOf = (task: DraftTask) => task.provisionIds.reduce((sum, id) => sum + (lengths.get(id) ?? 0), 0)
  return [...tasks].sort((a, b) => lengthOf(a) - lengthOf(b))
}

/** One stretch of the coverage bar: so many sentences of a class, confirmed or only proposed. */
export type CoverageSegment = { class: SentenceClass; confirmed: boolean; count: number }

const ORDER: readonly SentenceClass[] = ['task', 'goal', 'background', 'formality', 'open']

/** The coverage bar, in the order of the classes, confirmed before proposed; empty stretches are left out. */
export function coverageSegments(provisions: readonly DraftProvision[]): CoverageSegment[] {
  return ORDER.flatMap((kind) =>
    [true, false].map((confirmed) => ({
      class: kind,
      confirmed,
      count: provisions.filter((one) => one.class === kind && one.confirmed === confirmed).length,
    })),
  ).filter((segment) => segment.count > 0)
}

/** 句覆盖率: sentences that a person confirmed, of all; points rounded down, so that 100 means all. */
export function coverageFigures(provisions: readonly DraftProvision[]) {
  const total = provisions.length
  const confirmed = provisions.filter((one) => one.confirmed && one.class !== 'open').length
  return { total, confirmed, percent: total === 0 ? 0 : Math.floor((confirmed / total) * 100) }
}

/** Cards that stand under one heading, in text order. */
export type CardGroup = { key: string; title: string | null; tasks: DraftTask[] }

/** Groups neighbouring cards by their heading; declined drafts are left out. */
export function groupCards(tasks: readonly DraftTask[]): CardGroup[] {
  const groups: CardGroup[] = []
  for (const task of tasks) {
    if (!isLive(task)) continue
    const last = groups.at(-1)
    if (last && last.title === task.groupTitle) last.tasks.push(task)
    else groups.push({ key: task.id, title: task.groupTitle, tasks: [task] })
  }
  return groups
}

/** Paragraphs: sentences between which the text has no line break. */
export function paragraphsOf(draft: Pick<Draft, 'text' | 'provisions'>): DraftProvision[][] {
  const paragraphs: DraftProvision[][] = []
  let end = 0
  for (const provision of draft.provisions) {
    const last = paragraphs.at(-1)
    if (last && !draft.text.slice(end, provision.start).includes('\n')) last.push(provision)
    else paragraphs.push([provision])
    end = provision.end
  }
  return paragraphs
}
