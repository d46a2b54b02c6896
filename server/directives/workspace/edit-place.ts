import type { Act } from '@/domain/directives/draft/acts'
import { applyAct } from '@/domain/directives/draft/apply'
import { diffDraft, isEmptyDiff, type DraftDiff, type DraftRows } from '@/domain/directives/draft/diff'
import type { ItemRefusal } from '@/domain/directives/draft/model'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { assertCurrent } from './assert-current'
import { datesOf, type DateInfo } from './date-info'
import { appendEdit, undoStateOf, type UndoState } from './edit-list'
import { persistDraft } from './persist-draft'
import { keptOf, type Place } from './place'
import { recordEdits } from './record-edits'

/** What a step changed, for the browser to take over: rows gone (by id) and rows as they now stand. */
export type EditResult = {
  gone: string[]
  rows: DraftRows
  refusals: readonly ItemRefusal[]
  state: UndoState
  /** What a person should know of the dates of these rows. */
  dates: Record<string, DateInfo>
}

/** One act on an opened place: applied, compared, written, put on the undo list and on the record. Errors as `editDecomposition`. */
export async function editPlace(
  ctx: Ctx,
  place: Place,
  act: Act,
  versions: Readonly<Record<string, number>>,
): Promise<EditResult> {
  const before = await place.load()
  const applied = applyAct(before, act)
  if (!applied.ok) return failRefused(applied.code, applied.params)
  const diff = diffDraft(before, applied.draft)
  await assertCurrent(ctx, place, keptOf(place, diff).before, versions)
  await place.assertRows(diff.after)
  const refusals = applied.refusals ?? []
  if (isEmptyDiff(diff))
    return { gone: [], rows: diff.after, refusals, state: await undoStateOf(ctx, place), dates: {} }
  const rows = await writeRows(ctx, place, diff)
  const kept = keptOf(place, { before: diff.before, after: rows })
  await appendEdit(ctx, place, act.type, kept)
  await recordEdits(ctx, kept, { directiveId: place.directiveId, as: place.as, act: act.type })
  return {
    gone: goneOf(diff.before, rows),
    rows,
    refusals,
    state: await undoStateOf(ctx, place),
    dates: datesOf(ctx, rows, []),
  }
}

/** Writes what of a diff is this place's to write; the rest stands as it was worked out. */
export async function writeRows(ctx: Ctx, place: Place, diff: DraftDiff): Promise<DraftRows> {
  const written = await persistDraft(ctx, keptOf(place, diff), place)
  return place.assignmentId === null ? written : { ...written, provisions: diff.after.provisions }
}

/** The ids of rows that were there before and are no more. */
export function goneOf(before: DraftRows, after: DraftRows): string[] {
  const left = new Set([...after.tasks, ...after.provisions].map((row) => row.id))
  return [...before.tasks, ...before.provisions].map((row) => row.id).filter((id) => !left.has(id))
}
