import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { listStudyUnitChoices } from '@/server/study/list-study'
import { openDirective } from '@/server/study/open-directive'

const ids = z
  .array(z.uuid())
  .or(z.uuid().transform((id) => [id]))
  .default([])
  .transform((all) => [...new Set(all)])

/** Which units must study a directive, besides those that must already. */
export const requireStudySchema = z.object({ directiveId: z.uuid(), unitIds: ids })

/**
 * 要求传达学习: these units must read the directive and record it. Only units that received it; only once it is in force. Who must
 * already stays so. Throws not_found, forbidden, refused.
 */
export async function requireStudy(
  ctx: Ctx,
  input: z.output<typeof requireStudySchema>,
): Promise<{ directiveNo: number; added: number }> {
  const { directive, as } = await openDirective(ctx, input.directiveId, 'study.require')
  if (directive.status !== 'in_force') return failRefused('study.not_in_force')
  if (input.unitIds.length === 0) return failRefused('study.no_unit')
  const choices = await listStudyUnitChoices(ctx, directive.id)
  const wanted = choices.filter((one) => input.unitIds.includes(one.id))
  const known = await ctx.tx.studyUnit.findMany({
    where: { directiveId: directive.id, unitId: { in: input.unitIds } },
    select: { unitId: true },
  })
  const had = new Set(known.map((one) => one.unitId))
  if (input.unitIds.some((id) => !had.has(id) && !wanted.some((one) => one.id === id))) {
    return failRefused('study.unit_not_reading')
  }
  const added = wanted.filter((one) => !had.has(one.id))
  if (added.length === 0) return { directiveNo: directive.no, added: 0 }
  await ctx.tx.studyUnit.createMany({
    data: added.map((one) => ({
      directiveId: directive.id,
      unitId: one.id,
      requiredById: ctx.actor.personId ?? '',
      requiredAt: ctx.now,
    })),
  })
  await recordAudit(ctx, {
    event: 'study.required',
    as,
    entity: 'directive',
    entityId: directive.id,
    directiveId: directive.id,
    after: { units: added.map((one) => one.name) },
  })
  await notify(
    ctx,
    ...added.map((one) => ({
      unitId: one.id,
      event: 'study.required',
      params: { no: directive.no, title: directive.title },
      directiveId: directive.id,
    })),
  )
  return { directiveNo: directive.no, added: added.length }
}
