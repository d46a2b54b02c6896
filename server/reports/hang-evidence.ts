import type { AuditEvent } from '@/domain/audit/events'
import { recordingUnitOf } from '@/domain/permissions/subjects'
import type { Prisma } from '@/prisma/generated/client'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { failRefused } from '@/server/errors'
import { loadDraft } from '@/server/reports/load-draft'

/** A piece of evidence as the composer lists it. */
export const shownEvidenceSelect = {
  id: true,
  kind: true,
  name: true,
  reference: true,
  createdAt: true,
  file: { select: { size: true, mime: true } },
  unit: { select: { id: true, shortName: true, shortNameEn: true } },
} satisfies Prisma.EvidenceSelect

type Loaded = Awaited<ReturnType<typeof loadForEvidence>>

/** The draft that evidence is to hang on, made where there is none, with the right to attach. Throws not_found, forbidden, refused. */
export async function loadForEvidence(ctx: Ctx, assignmentId: string) {
  const loaded = await loadDraft(ctx, assignmentId)
  const { assignment, task, draft } = loaded
  const as = assertCan(ctx.actor, 'evidence.attach', assignment.facts, task.mayRead)
  const hung = await ctx.tx.reportEvidence.findMany({
    where: { reportId: draft.id },
    orderBy: { sort: 'desc' },
    select: {
      sort: true,
      evidenceId: true,
      evidence: { select: { fileId: true, reference: true, unitId: true } },
    },
  })
  return { ...loaded, as, hung, unitId: recordingUnitOf(assignment.facts) ?? assignment.unitId }
}

/** Refuses one piece more than the settings allow (settings.evidenceFiles); what units below gave counts with theirs. */
export function assertRoom(ctx: Ctx, { hung, unitId }: Loaded): void {
  const max = ctx.settings.evidenceFiles
  if (hung.filter((one) => one.evidence.unitId === unitId).length >= max)
    failRefused('evidence.too_many', { max })
}

/** Hangs a piece on the draft, last in order, with its audit entry. */
export async function hangEvidence(
  ctx: Ctx,
  loaded: Loaded,
  evidenceId: string,
  values: AuditValues,
): Promise<void> {
  const sort = (loaded.hung[0]?.sort ?? 0) + 1
  await ctx.tx.reportEvidence.create({ data: { reportId: loaded.draft.id, evidenceId, sort } })
  await auditEvidence(ctx, loaded, 'evidence.attached', evidenceId, { after: values })
}

/** One audit entry on a piece of evidence, tied to the task and the unit of its report. */
export async function auditEvidence(
  ctx: Ctx,
  { assignment, task, draft, as }: Pick<Loaded, 'assignment' | 'task' | 'draft' | 'as'>,
  event: AuditEvent,
  evidenceId: string,
  values: { before?: AuditValues; after?: AuditValues },
): Promise<void> {
  const on = { report: draft.id, seq: draft.seq }
  await recordAudit(ctx, {
    event,
    as,
    entity: 'evidence',
    entityId: evidenceId,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    before: values.before && { ...values.before, ...on },
    after: values.after && { ...values.after, ...on },
  })
}

/** What an act on evidence hands back: the piece, and the draft as it stands (its version for the next save). */
export async function evidenceResult(
  ctx: Ctx,
  { draft }: Pick<Loaded, 'draft'>,
  evidenceId: string,
  repeated: boolean,
) {
  const row = await ctx.tx.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: shownEvidenceSelect,
  })
  return { piece: toShownEvidence(row), repeated, reportId: draft.id, version: draft.version }
}

export type EvidenceResult = Awaited<ReturnType<typeof evidenceResult>>
/** A piece of evidence as plain data; size in bytes, null for a reference. */
export function toShownEvidence({
  file,
  createdAt,
  unit,
  ...piece
}: Prisma.EvidenceGetPayload<{ select: typeof shownEvidenceSelect }>) {
  return {
    ...piece,
    createdAt: createdAt.toISOString(),
    size: file?.size ?? null,
    mime: file?.mime ?? null,
    unit: { id: unit.id, name: unit.shortName, nameEn: unit.shortNameEn },
  }
}

export type ShownEvidence = ReturnType<typeof toShownEvidence>
