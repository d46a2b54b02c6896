import { diffDraft, isEmptyDiff, sameRow, withRows, type DraftRows } from '@/domain/directives/draft/diff'
import { accounted } from '@/domain/directives/draft/excerpt'
import type { Draft } from '@/domain/directives/draft/model'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { failChanged } from './assert-current'
import { datesOf } from './date-info'
import { goneOf, writeRows, type EditResult } from './edit-place'
import { findSteps, rowsOf, undoStateOf } from './edit-list'
import { keptOf, type Place } from './place'
import { recordEdits } from './record-edits'

/**
 * Takes this person's last step back, or does it again. Refused `workspace.nothing_to_undo`; conflict where somebody
 * changed one of its rows since: what they did is never overwritten.
 */
export async function restoreStep(ctx: Ctx, place: Place, direction: 'undo' | 'redo'): Promise<EditResult> {
  const step = (await findSteps(ctx, place))[direction]
  if (!step) return failRefused(`workspace.nothing_to_${direction}`)
  const [out, put] =
    direction === 'undo'
      ? [rowsOf(step.after), rowsOf(step.before)]
      : [rowsOf(step.before), rowsOf(step.after)]
  const draft = await place.load()
  const moved = movedSince(draft, out, put)
  if (moved) return failChanged(ctx, place, moved)
  const next = withRows(draft, out, put)
  const diff = diffDraft(draft, draft.excerpt ? accounted(next) : next)
  await place.assertRows(diff.after)
  const rows = isEmptyDiff(diff) ? diff.after : await writeRows(ctx, place, diff)
  await ctx.tx.decompositionEdit.update({
    where: { id: step.id },
    data: { undone: direction === 'undo' },
    select: { id: true },
  })
  const event = direction === 'undo' ? 'task.edit_undone' : 'task.edit_redone'
  const kept = keptOf(place, { before: diff.before, after: rows })
  await recordEdits(ctx, kept, { directiveId: place.directiveId, as: place.as, act: step.act, event })
  return {
    gone: goneOf(diff.before, rows),
    rows,
    refusals: [],
    state: await undoStateOf(ctx, place),
    dates: datesOf(ctx, rows, []),
  }
}

/** The first row that is no longer as the step left it, or that stands again where the step took it away. */
function movedSince(draft: Draft, out: DraftRows, put: DraftRows): string | null {
  const now = new Map([...draft.tasks, ...draft.provisions].map((row) => [row.id, row]))
  const left = [...out.tasks, ...out.provisions]
  const leftIds = new Set(left.map((row) => row.id))
  const changed = left.find((row) => {
    const current = now.get(row.id)
    return !current || !sameRow(current, row)
  })
  if (changed) return changed.id
  return [...put.tasks, ...put.provisions].find((row) => !leftIds.has(row.id) && now.has(row.id))?.id ?? null
}
