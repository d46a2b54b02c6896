import type { Grant } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { directiveFactsOf } from '@/server/directives/facts'
import { failNotFound, failRefused } from '@/server/errors'
import { assertKnown } from './assert-known'
import { loadDraft } from './load-draft'
import { officeUnitOf } from './office-unit'
import type { Place } from './place'

const COLUMNS = {
  id: true,
  no: true,
  title: true,
  docNumber: true,
  kind: true,
  urgency: true,
  marking: true,
  language: true,
  issuedOn: true,
  status: true,
  text: true,
  version: true,
} as const

/** A directive as the workspace needs it, by id or number, with the facts of the policy. Throws not_found. */
export async function loadForWorkspace(ctx: Ctx, key: { id: string } | { no: number }) {
  const row = await ctx.tx.directive.findUnique({ where: key, select: COLUMNS })
  if (!row) return failNotFound()
  const facts = await directiveFactsOf(ctx.tx, row)
  return { ...row, facts, mayRead: can(ctx.actor, 'directive.read', facts) }
}

/** As `loadForWorkspace`, locked until the commit: all edits of one directive queue here, so that a draft is never half merged. */
export async function lockForWorkspace(ctx: Ctx, id: string) {
  await ctx.tx.$queryRaw`SELECT id FROM directives WHERE id = ${id}::uuid FOR UPDATE`
  return loadForWorkspace(ctx, { id })
}

export type WorkspaceDirective = Awaited<ReturnType<typeof loadForWorkspace>>

/** Who may decompose and while that is possible: officers and the office head, until the directive is closed. Locks it. */
export async function openForEditing(
  ctx: Ctx,
  id: string,
): Promise<{ directive: WorkspaceDirective; as: Grant | null }> {
  const directive = await lockForWorkspace(ctx, id)
  const as = assertCan(ctx.actor, 'directive.decompose', directive.facts, directive.mayRead)
  if (directive.status !== 'draft' && directive.status !== 'in_force')
    failRefused('workspace.directive_closed')
  return { directive, as }
}

/** A directive opened for the acts of the workspace. */
export async function openDirective(ctx: Ctx, id: string): Promise<Place> {
  const { directive, as } = await openForEditing(ctx, id)
  return {
    directiveId: directive.id,
    assignmentId: null,
    ownerUnitId: officeUnitOf(as),
    as,
    load: () => loadDraft(ctx, directive),
    assertRows: (rows) => assertKnown(ctx, rows),
  }
}
