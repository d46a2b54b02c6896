import type { Grant } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { directiveFactsOf } from '@/server/directives/facts'
import { failNotFound } from '@/server/errors'

/** A directive that the actor reads, and the grant by which the actor may act on it. Throws not_found, forbidden. */
export async function openDirective(ctx: Ctx, directiveId: string, permission: 'study.require') {
  const directive = await readableDirective(ctx, directiveId)
  const as: Grant | null = assertCan(ctx.actor, permission, directive.facts, true)
  return { directive, as }
}

/** A directive that the actor reads, with the policy's facts. Throws not_found. */
export async function readableDirective(ctx: Ctx, directiveId: string) {
  const directive = await ctx.tx.directive.findUnique({
    where: { id: directiveId },
    select: { id: true, no: true, title: true, status: true },
  })
  if (!directive) return failNotFound()
  const facts = await directiveFactsOf(ctx.tx, directive)
  return can(ctx.actor, 'directive.read', facts) ? { ...directive, facts } : failNotFound()
}

/** The study of a directive by a unit, its row locked. Throws not_found, also where it was not asked for. */
export async function loadStudy(ctx: Ctx, directiveId: string, unitId: string) {
  const directive = await readableDirective(ctx, directiveId)
  await ctx.tx
    .$queryRaw`SELECT unit_id FROM study_units WHERE directive_id = ${directiveId}::uuid AND unit_id = ${unitId}::uuid FOR UPDATE`
  const study = await ctx.tx.studyUnit.findUnique({
    where: { directiveId_unitId: { directiveId, unitId } },
    include: { unit: { select: { name: true } } },
  })
  return study ? { directive, study } : failNotFound()
}
