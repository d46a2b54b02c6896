import { z } from 'zod'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { invalid } from '@/domain/errors'
import { failRefused } from '@/server/errors'
import { notify } from '@/server/notifications/notify'
import { listUnitPeople } from '@/server/study/list-study'
import { loadStudy } from '@/server/study/open-directive'
import { assertVersion, assertWritten } from '@/server/versions'

/** Who of the unit reads the directive: all its people, or those named. */
export const nameReadersSchema = z.object({
  directiveId: z.uuid(),
  unitId: z.uuid(),
  version: z.coerce.number().int(),
  everyone: z.string().default(''),
  personIds: z
    .array(z.uuid())
    .or(z.uuid().transform((id) => [id]))
    .default([]),
})

/**
 * 定学习人员 by the unit's head: all the unit's people or some. Whoever confirmed already stays on the list. Throws not_found,
 * forbidden, conflict; invalid where nobody is named; refused for people of elsewhere.
 */
export async function nameReaders(
  ctx: Ctx,
  input: z.output<typeof nameReadersSchema>,
): Promise<{ directiveNo: number; readers: number }> {
  const { directiveId, unitId } = input
  const { directive, study } = await loadStudy(ctx, directiveId, unitId)
  const as = assertCan(ctx.actor, 'study.name', { unitId }, true)
  await assertVersion(ctx, { entityId: directiveId, actual: study.version, expected: input.version })
  const people = await listUnitPeople(ctx, [unitId])
  const ids = input.everyone ? people.map((one) => one.id) : [...new Set(input.personIds)]
  if (ids.length === 0) throw invalid([{ path: 'personIds', code: 'study.no_reader' }])
  if (ids.some((id) => !people.some((one) => one.id === id))) failRefused('study.person_elsewhere')
  const key = { directiveId, unitId }
  await ctx.tx.studyReader.deleteMany({ where: { ...key, confirmedAt: null, personId: { notIn: ids } } })
  await ctx.tx.studyReader.createMany({
    data: ids.map((personId) => ({ ...key, personId })),
    skipDuplicates: true,
  })
  const written = await ctx.tx.studyUnit.updateMany({
    where: { ...key, version: study.version },
    data: { namedAt: study.namedAt ?? ctx.now, version: { increment: 1 } },
  })
  await assertWritten(ctx, directiveId, written)
  const named = people.filter((one) => ids.includes(one.id))
  await recordAudit(ctx, {
    event: 'study.named',
    as,
    entity: 'directive',
    entityId: directiveId,
    directiveId,
    unitId,
    after: { unit: study.unit.name, readers: named.map((one) => one.name) },
  })
  await notify(
    ctx,
    ...ids
      .filter((id) => id !== ctx.actor.personId)
      .map((personId) => ({
        personId,
        event: 'study.named',
        params: { no: directive.no, title: directive.title },
        directiveId,
      })),
  )
  return { directiveNo: directive.no, readers: ids.length }
}
