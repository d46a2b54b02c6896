import type { Decomposition, ProvisionDraft } from '../decomposition'
import type { Draft, DraftProvision, DraftTask } from './model'

/** What taking the text apart again leaves alone: confirmed sentences, tasks of a person's hand or sent, and what these cite. */
export function keptByHand(draft: Draft): { tasks: DraftTask[]; provisions: DraftProvision[] } {
  const tasks = draft.tasks.filter((task) => task.status !== 'draft' || task.draftState !== 'suggested')
  const cited = new Set(tasks.flatMap((task) => task.provisionIds))
  const provisions = draft.provisions.filter((one) => one.confirmed || cited.has(one.id))
  return { tasks, provisions }
}

type Range = { start: number; end: number }

/** The stretches of a range that no kept one covers, without outer blanks. */
function free(text: string, range: Range, kept: readonly Range[]): Range[] {
  const gaps: Range[] = []
  let from = range.start
  for (const one of kept) {
    if (one.end <= from || one.start >= range.end) continue
    if (one.start > from) gaps.push({ start: from, end: one.start })
    from = Math.max(from, one.end)
  }
  if (from < range.end) gaps.push({ start: from, end: range.end })
  return gaps.flatMap(({ start, end }) => {
    const words = text.slice(start, end)
    const trimmed = words.trim()
    if (trimmed === '') return []
    const first = start + words.indexOf(trimmed)
    return [{ start: first, end: first + trimmed.length }]
  })
}

/** A decomposition cut down to the text that nobody has decided about: provisions clipped, tasks without a sentence left out. */
export function onFreeText(
  found: Decomposition,
  text: string,
  kept: readonly DraftProvision[],
): Decomposition {
  const sorted = [...kept].sort((a, b) => a.start - b.start)
  const provisions: ProvisionDraft[] = []
  const moved = new Map<number, number[]>()
  found.provisions.forEach((provision, index) => {
    for (const range of free(text, provision, sorted)) {
      moved.set(index, [...(moved.get(index) ?? []), provisions.length])
      provisions.push({ ...provision, ...range })
    }
  })
  const tasks = found.tasks.flatMap((task) => {
    const cited = task.provisions.flatMap((index) => moved.get(index) ?? [])
    return cited.length > 0 ? [{ ...task, provisions: cited }] : []
  })
  return { ...found, provisions, tasks }
}
