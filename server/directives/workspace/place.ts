import type { DraftDiff, DraftRows } from '@/domain/directives/draft/diff'
import type { Draft } from '@/domain/directives/draft/model'
import type { Grant } from '@/domain/permissions/actor'

/** Whose steps an undo list holds: the office's on a directive, or a unit's on its assignment. */
export type PlaceKey = { directiveId: string; assignmentId: string | null }

/** What is taken apart in the workspace, opened for editing: by the office a directive, by a unit the sentences of its task. */
export type Place = PlaceKey & {
  ownerUnitId: string
  as: Grant | null
  load: () => Promise<Draft>
  /** Throws where rows name what this place may not. */
  assertRows: (rows: DraftRows) => Promise<void>
}

/** What of a step is kept: over an excerpt the sentences are not the unit's, their account follows from the tasks. */
export function keptOf({ assignmentId }: PlaceKey, diff: DraftDiff): DraftDiff {
  if (assignmentId === null) return diff
  return {
    before: { tasks: diff.before.tasks, provisions: [] },
    after: { tasks: diff.after.tasks, provisions: [] },
  }
}
