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

/** How a sentence is accounted for: served by tasks, discarded with a reason, plainly classed, or not at all. */
export type Account = 'served' | 'discarded' | 'classed' | 'unserved' | 'open'

/** Accounts for one sentence; `unserved`: called a task, but no task stands on it. */
export function accountOf(draft: Draft, provision: DraftProvision): Account {
  if (provision.class === 'open') return 'open'
  if (provision.class !== 'task') return 'classed'
  if (tasksOf(draft, provision.id).length > 0) return 'served'
  const discarded = draft.tasks.some((task) => !isLive(task) && task.provisionIds.includes(provision.id))
  return discarded ? 'discarded' : 'unserved'
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

/** True while a person has still to say something: an open or proposed sentence, or a suggested task on it. */
export function isPending(draft: Draft, provision: DraftProvision): boolean {
  if (!provision.confirmed || provision.class === 'open') return true
  return tasksOf(draft, provision.id).some(
    (task) => task.status === 'draft' && task.draftState === 'suggested',
  )
}
