import { z } from 'zod'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import { invalid } from '@/domain/errors'
import { recordAudit } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { fromLocalDate } from '@/server/dates'
import { loadStudy } from '@/server/study/open-directive'
import { assertVersion, assertWritten } from '@/server/versions'

const line = (missing: string, max: number) =>
  z.string({ error: missing }).trim().min(1, { error: missing }).max(max, { error: 'study.text_too_long' })

/** The unit's record of its study meeting: when, who took part, what was said, at most 300 characters. */
export const recordStudySchema = z.object({
  directiveId: z.uuid(),
  unitId: z.uuid(),
  version: z.coerce.number().int(),
  studiedOn: z.string().trim().min(1, { error: 'study.date_missing' }).max(40, { error: 'date.unreadable' }),
  attendance: line('study.attendance_missing', 200),
  record: line('study.record_missing', 300),
})

/** 记录传达学习, or puts the record right; each version stays in the log. A day to come is refused. Throws not_found, forbidden, conflict, invalid. */
export async function recordStudy(
  ctx: Ctx,
  input: z.output<typeof recordStudySchema>,
): Promise<{ directiveNo: number }> {
  const { directiveId, unitId, attendance, record } = input
  const { directive, study } = await loadStudy(ctx, directiveId, unitId)
  const as = assertCan(ctx.actor, 'study.keep', { unitId }, true)
  await assertVersion(ctx, { entityId: directiveId, actual: study.version, expected: input.version })
  const date = parseTypedDate(input.studiedOn, ctx.today, ctx.calendar)
  if ('error' in date) throw invalid([{ path: 'studiedOn', code: date.error }])
  if (date.date > ctx.today) throw invalid([{ path: 'studiedOn', code: 'study.date_to_come' }])
  const written = await ctx.tx.studyUnit.updateMany({
    where: { directiveId, unitId, version: study.version },
    data: {
      studiedOn: fromLocalDate(date.date),
      attendance,
      record,
      recordedById: ctx.actor.personId,
      recordedAt: ctx.now,
      version: { increment: 1 },
    },
  })
  await assertWritten(ctx, directiveId, written)
  await recordAudit(ctx, {
    event: 'study.recorded',
    as,
    entity: 'directive',
    entityId: directiveId,
    directiveId,
    unitId,
    before: study.recordedAt ? { record: study.record, attendance: study.attendance } : null,
    after: { unit: study.unit.name, studiedOn: date.date, attendance, record },
  })
  return { directiveNo: directive.no }
}
