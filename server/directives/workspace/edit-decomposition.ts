import { z } from 'zod'
import { actSchema } from '@/domain/directives/draft/acts'
import { can } from '@/domain/permissions/policy'
import type { Ctx } from '@/server/context'
import { failForbidden } from '@/server/errors'
import { editPlace, type EditResult } from './edit-place'
import { openDirective } from './load-workspace'

/** An act of the workspace on a directive, with the versions of the rows it changes as the person saw them. */
export const editDecompositionSchema = z.object({
  directiveId: z.uuid(),
  act: actSchema,
  versions: z.record(z.uuid(), z.int()),
})

/**
 * One step of the decomposition: the rule is domain/directives/draft/apply.ts. One transaction, one undo step, an audit
 * entry a task. Refused `workspace.…`; conflict where a row changed since; the whole step or nothing.
 */
export async function editDecomposition(
  ctx: Ctx,
  input: z.output<typeof editDecompositionSchema>,
): Promise<EditResult> {
  const place = await openDirective(ctx, input.directiveId)
  const { ownerUnitId } = place
  const draftTask = { id: '', status: 'draft', ownerUnitId, officeOwned: true, readerUnitIds: [] } as const
  if (!can(ctx.actor, 'task.draft', draftTask)) failForbidden()
  return editPlace(ctx, place, input.act, input.versions)
}
