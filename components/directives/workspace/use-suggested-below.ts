'use client'

import type { DraftPart, DraftTask } from '@/domain/directives/draft/model'
import { useWorkspaceFacts } from './workspace-context'

/** A suggestion as chips and explanations read it; it is no row of the draft. */
export type SuggestedPart = Pick<DraftPart, 'id' | 'reason' | 'source'> & { unitId: string }

/** Most units proposed on one card. */
const SHOWN = 3

/** The units proposed for a card of a breakdown that has no lead yet: those found for the card, else for the sentences that it stands on. */
export function useSuggestedBelow(
  task: Pick<DraftTask, 'id' | 'provisionIds'>,
  wanted: boolean,
): SuggestedPart[] {
  const suggested = useWorkspaceFacts().breakdown?.suggested
  if (!suggested || !wanted) return []
  const found = suggested.tasks[task.id] ?? task.provisionIds.flatMap((id) => suggested.sentences[id] ?? [])
  const once = found.filter((one, at) => found.findIndex(({ unitId }) => unitId === one.unitId) === at)
  return once
    .slice(0, SHOWN)
    .map(({ unitId, reason }) => ({ id: unitId, unitId, source: 'suggested', reason }))
}
