import { z } from 'zod'
import { actSchema } from '@/domain/directives/draft/acts'
import { applyAct } from '@/domain/directives/draft/apply'
import { diffDraft, isEmptyDiff, type DraftRows } from '@/domain/directives/draft/diff'
import type { ItemRefusal } from '@/domain/directives/draft/model'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { failForbidden, failRefused } from '@/server/errors'
import { assertCurrent } from './assert-current'
import { assertKnown } from './assert-known'
import { datesOf, type DateInfo } from './date-info'
import { appendEdit, undoStateOf, type UndoState } from './edit-list'
import { loadDraft } from './load-draft'
import { openForEditing } from './load-workspace'
import { officeUnitOf } from './office-unit'
import { persistDraft } from './persist-draft'
import { recordEdits } from './record-edits'

/** An act of the workspace on a directive, with the versions of the rows it changes as the person saw them. */
export const editDecompositionSchema = z.object({
  directiveId: z.uuid(),
  act: actSchema,
  versions: z.record(z.uuid(), z.int()),
})

/** What a step changed, for the browser to take over: rows gone (by id) and rows as they now stand. */
export type EditResult = {
  gone: string[]
  rows: DraftRows
  refusals: readonly ItemRefusal[]
  state: UndoState
  /** What a person should know of the dates of these rows. */
  dates: Record<string, DateInfo>
}

/**
 * One step of the decomposition: the rule is domain/directives/draft/apply.ts. One transaction, one undo step, an audit
 * entry a task. Refused `workspace.…`; conflict where a row changed since; the whole step or nothing.
 */
export async function editDecomposition(
  ctx: Ctx,
  input: z.output<typeof editDecompositionSchema>,
): Promise<EditResult> {
  const { directive, as } = await openForEditing(ctx, input.directiveId)
  const ownerUnitId = officeUnitOf(as)
  const draftTask = { id: '', status: 'draft', ownerUnitId, officeOwned: true, readerUnitIds: [] } as const
  if (!can(ctx.actor, 'task.draft', draftTask)) failForbidden()
  const before = await loadDraft(ctx, directive)
  const applied = applyAct(before, input.act)
  if (!applied.ok) return failRefused(applied.code, applied.params)
  const diff = diffDraft(before, applied.draft)
  await assertCurrent(ctx, directive.id, diff.before, input.versions)
  await assertKnown(ctx, diff.after)
  const refusals = applied.refusals ?? []
  if (isEmptyDiff(diff)) {
    return { gone: [], rows: diff.after, refusals, state: await undoStateOf(ctx, directive.id), dates: {} }
  }
  const rows = await persistDraft(ctx, diff, { directiveId: directive.id, ownerUnitId })
  await appendEdit(ctx, directive.id, input.act.type, { before: diff.before, after: rows })
  await recordEdits(
    ctx,
    { before: diff.before, after: rows },
    { directiveId: directive.id, as, act: input.act.type },
  )
  return {
    gone: goneOf(diff.before, rows),
    rows,
    refusals,
    state: await undoStateOf(ctx, directive.id),
    dates: datesOf(ctx, rows, []),
  }
}

/** The ids of rows that were there before and are no more. */
export function goneOf(before: DraftRows, after: DraftRows): string[] {
  const left = new Set([...after.tasks, ...after.provisions].map((row) => row.id))
  return [...before.tasks, ...before.provisions].map((row) => row.id).filter((id) => !left.has(id))
}
