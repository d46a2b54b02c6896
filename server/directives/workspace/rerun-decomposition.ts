import { z } from 'zod'
import { decompose } from '@/domain/directives/decompose'
import { diffDraft } from '@/domain/directives/draft/diff'
import { keptByHand, onFreeText } from '@/domain/directives/draft/rerun'
import type { Ctx } from '@/server/context'
import { toLocalDateOrNull } from '@/server/dates'
import { decomposeOptions } from '@/server/directives/propose-metadata'
import { storeDecomposition } from '@/server/directives/store-decomposition'
import { datesOf } from './date-info'
import { goneOf, type EditResult } from './edit-place'
import { appendEdit, undoStateOf } from './edit-list'
import { loadDraft } from './load-draft'
import { openForEditing } from './load-workspace'
import { officeUnitOf } from './office-unit'
import { recordEdits } from './record-edits'

export const rerunDecompositionSchema = z.object({ directiveId: z.uuid() })

/** 重新拆分: takes the text apart again and replaces suggestions only; what a person confirmed or made stays. One undo step. */
export async function rerunDecomposition(
  ctx: Ctx,
  input: z.output<typeof rerunDecompositionSchema>,
): Promise<EditResult> {
  const { directive, as } = await openForEditing(ctx, input.directiveId)
  const before = await loadDraft(ctx, directive)
  const kept = keptByHand(before)
  const fresh = decompose(directive.text, decomposeOptions(ctx, toLocalDateOrNull(directive.issuedOn)))
  const gone = before.tasks.filter((task) => !kept.tasks.includes(task)).map((task) => task.id)
  const free = before.provisions.filter((one) => !kept.provisions.includes(one)).map((one) => one.id)
  await ctx.tx.taskProvision.deleteMany({ where: { taskId: { in: gone } } })
  await ctx.tx.task.deleteMany({ where: { id: { in: gone } } })
  await ctx.tx.provision.deleteMany({ where: { id: { in: free } } })
  await storeDecomposition(ctx, {
    directiveId: directive.id,
    ownerUnitId: officeUnitOf(as),
    text: directive.text,
    decomposition: onFreeText(fresh, directive.text, kept.provisions),
  })
  const diff = diffDraft(before, await loadDraft(ctx, directive))
  const key = { directiveId: directive.id, assignmentId: null }
  await appendEdit(ctx, key, 'rerun', diff)
  await recordEdits(ctx, diff, { directiveId: directive.id, as, act: 'rerun' })
  return {
    gone: goneOf(diff.before, diff.after),
    rows: diff.after,
    refusals: [],
    state: await undoStateOf(ctx, key),
    dates: datesOf(ctx, diff.after, []),
  }
}
