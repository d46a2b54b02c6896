import { z } from 'zod'
import { parseTypedDate } from '@/domain/calendar/typed-date'
import type { LocalDate } from '@/domain/calendar/local-date'
import { invalid } from '@/domain/errors'
import { progressSchema, reportDraftSchema } from '@/domain/reports/report-input'
import { recordAudit } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { fromLocalDateOrNull } from '@/server/dates'
import { saveDraftValues, typedValuesSchema } from '@/server/indicators/report-values'
import { likenessToLast } from '@/server/reports/likeness-to-last'
import { loadDraft } from '@/server/reports/load-draft'
import { saveShares } from '@/server/reports/report-shares'
import { writeReport } from '@/server/reports/write-report'
import { assertVersion } from '@/server/versions'

/** What the composer holds; `version` is that of the draft it was loaded with, empty where there was none. Dates as typed (7-8, 7月底, +10wd). */
export const saveReportDraftSchema = reportDraftSchema.omit({ nextStepOn: true }).extend({
  assignmentId: z.uuid(),
  // An empty field is no zero.
  claimedProgress: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number({ error: 'report.progress_not_whole' }).pipe(progressSchema),
  ),
  nextStepOn: z.string().trim().max(40, { error: 'date.unreadable' }).default(''),
  /** Other assignments that the report is to serve as well. */
  shareWith: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.uuid()).max(20).optional(),
  ),
  ...typedValuesSchema,
  version: z.preprocess((value) => (value === '' ? null : value), z.coerce.number().int().nullable()),
})

type Saved = {
  reportId: string
  version: number
  savedAt: string
  /** The next step's date as it was read; null where none, or none that can be read yet. */
  nextStepOn: LocalDate | null
  /** How much of what was done is the last report's text, in points; null below nine tenths. */
  sameAsLast: number | null
}

/**
 * Keeps what is typed, made at the first save. Typing is no formal act: the draft's making, its change of hands and its sending are recorded,
 * the saves between are not. Throws conflict where somebody else saved it since; with `strict`, invalid for a date that cannot be read.
 */
export async function saveReportDraft(
  ctx: Ctx,
  input: z.output<typeof saveReportDraftSchema>,
  { strict = false } = {},
): Promise<Saved> {
  const { assignmentId, version, nextStepOn: typed, shareWith = [], ...rest } = input
  const { indicatorIds, indicatorDays, indicatorValues, ...fields } = rest
  const loaded = await loadDraft(ctx, assignmentId)
  const { draft } = loaded
  if (!loaded.isNew) {
    await assertVersion(ctx, { entityId: draft.id, actual: draft.version, expected: version ?? 0 })
  }
  const date = typed === '' ? null : parseTypedDate(typed, ctx.today, ctx.calendar)
  if (strict && date && 'error' in date) throw invalid([{ path: 'nextStepOn', code: date.error }])
  const nextStepOn = date && 'date' in date ? date.date : null
  await recordHands(ctx, loaded)
  await writeReport(ctx, draft, { ...fields, nextStepOn: fromLocalDateOrNull(nextStepOn) })
  const figures = { indicatorIds, indicatorDays, indicatorValues }
  await saveDraftValues(ctx, draft.id, loaded, figures, strict)
  await saveShares(ctx, draft.id, loaded.assignment, shareWith)
  return {
    reportId: draft.id,
    version: draft.version + 1,
    savedAt: ctx.now.toISOString(),
    nextStepOn,
    sameAsLast: await likenessToLast(ctx, {
      assignmentId,
      seq: draft.seq,
      kind: fields.kind,
      done: fields.done,
    }),
  }
}

/** The first save by another than the one who had it last is recorded, so that a conflict can name who has it now. */
async function recordHands(
  ctx: Ctx,
  { draft, task, assignment, as, isNew }: Awaited<ReturnType<typeof loadDraft>>,
) {
  if (isNew) return
  const last = await ctx.tx.auditEntry.findFirst({
    where: { entityId: draft.id },
    orderBy: { id: 'desc' },
    select: { actorId: true },
  })
  if (!last || last.actorId === ctx.actor.personId) return
  await recordAudit(ctx, {
    event: 'report.edited',
    as,
    entity: 'report',
    entityId: draft.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    after: { seq: draft.seq },
  })
}
