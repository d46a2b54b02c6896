import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failNotFound } from '@/server/errors'
import { loadStudy } from '@/server/study/open-directive'

/** Which reading: of which directive, for which unit. */
export const confirmReadingSchema = z.object({ directiveId: z.uuid(), unitId: z.uuid() })

/** 已阅: the person confirms to have read the directive; a formal act, without any timing. A second time does nothing. Not found for whoever need not. */
export async function confirmReading(
  ctx: Ctx,
  input: z.output<typeof confirmReadingSchema>,
): Promise<{ directiveNo: number }> {
  const { directiveId, unitId } = input
  const { directive, study } = await loadStudy(ctx, directiveId, unitId)
  const personId = ctx.actor.personId ?? ''
  const key = { directiveId_unitId_personId: { directiveId, unitId, personId } }
  const reading = await ctx.tx.studyReader.findUnique({ where: key })
  if (!reading) return failNotFound()
  if (reading.confirmedAt) return { directiveNo: directive.no }
  await ctx.tx.studyReader.update({ where: key, data: { confirmedAt: ctx.now } })
  await recordAudit(ctx, {
    event: 'study.confirmed',
    as: ctx.actor.grants.find((grant) => grant.unitId === unitId) ?? null,
    entity: 'directive',
    entityId: directiveId,
    directiveId,
    unitId,
    after: { unit: study.unit.name, reader: ctx.actor.name },
  })
  return { directiveNo: directive.no }
}
