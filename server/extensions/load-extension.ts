import { z } from 'zod'
import type { AuditEvent } from '@/domain/audit/events'
import type { ExtensibleFacts } from '@/domain/extensions/guards'
import { EXTENSION_TEXT_LIMITS } from '@/domain/extensions/extension'
import { readsExtension } from '@/domain/extensions/reading'
import { isOwnExtension, routeOf } from '@/domain/extensions/lifecycle'
import type { Grant } from '@/domain/permissions/actor'
import type { Prisma } from '@/prisma/generated/client'
import { recordAudit, type AuditValues } from '@/server/audit/record-audit'
import { assertCan } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { toLocalDate, toLocalDateOrNull } from '@/server/dates'
import { failNotFound, failRefused } from '@/server/errors'
import { loadAssignment, type LoadedAssignment, type LoadedTask } from '@/server/tasks/load-task'
import { assertVersion, assertWritten } from '@/server/versions'

/** A request as its reader saw it. */
export const extensionVersionSchema = z.object({ extensionId: z.uuid(), version: z.coerce.number().int() })

/** As above with the line of text that every decision asks for. */
export const extensionDecisionSchema = extensionVersionSchema.extend({
  note: z
    .string({ error: 'extension.note_missing' })
    .trim()
    .min(1, { error: 'extension.note_missing' })
    .max(EXTENSION_TEXT_LIMITS.note, { error: 'extension.text_too_long' }),
})

/** A request with its assignment and task, locked where asked for, and whether the actor may read it. Throws not_found. */
export async function loadExtension(ctx: Ctx, extensionId: string, { lock = false } = {}) {
  const found = await ctx.tx.extension.findUnique({
    where: { id: extensionId },
    select: { assignmentId: true },
  })
  if (!found) return failNotFound()
  const { assignment, task } = await loadAssignment(ctx, found.assignmentId, { lock })
  // Read after the lock: what another command wrote while this one waited is seen.
  const extension = await ctx.tx.extension.findUniqueOrThrow({ where: { id: extensionId } })
  const mayRead =
    task.mayRead &&
    readsExtension(ctx.actor, {
      signed: extension.signedAt !== null,
      writtenById: extension.writtenById,
      assignment: assignment.facts,
    })
  const route = routeOf({
    officeOwned: task.officeOwned,
    parentAssignmentId: assignment.parentAssignmentId,
  })
  return { extension, assignment, task, mayRead, route }
}

export type LoadedExtension = Awaited<ReturnType<typeof loadExtension>>

type Act =
  | 'extension.draft'
  | 'extension.request'
  | 'extension.endorse'
  | 'extension.grant'
  | 'extension.withdraw'

/** What every act on a request begins with: the task locked, the right asked for, then the version. Throws not_found, forbidden, conflict. */
export async function openExtension(
  ctx: Ctx,
  input: z.output<typeof extensionVersionSchema>,
  permissionOf: Act | ((loaded: LoadedExtension) => Act | null),
) {
  const loaded = await loadExtension(ctx, input.extensionId, { lock: true })
  const { extension } = loaded
  const permission = typeof permissionOf === 'string' ? permissionOf : permissionOf(loaded)
  if (!permission) return loaded.mayRead ? failEnded(extension.status) : failNotFound()
  const as = assertCan(ctx.actor, permission, loaded.assignment.facts, loaded.mayRead)
  if (!loaded.mayRead) failNotFound()
  await assertVersion(ctx, { entityId: extension.id, actual: extension.version, expected: input.version })
  return { ...loaded, as }
}

/** Refuses: the request is not where this act is possible. */
export function failEnded(status: string): never {
  return failRefused('extension.not_now', { status })
}

/** Nobody approves their own: refused for whoever wrote or signed the request. */
export function assertNotOwn(ctx: Ctx, { extension }: Pick<LoadedExtension, 'extension'>): void {
  if (isOwnExtension(extension, ctx.actor.personId)) failRefused('extension.own')
}

/** The facts that the guards ask for. */
export async function extensibleFactsOf(
  ctx: Ctx,
  { assignment, task }: { assignment: LoadedAssignment; task: LoadedTask },
): Promise<ExtensibleFacts> {
  return (await extensibleFactsOfAll(ctx, task))(assignment)
}

/** As above for every part of a task: one read, however many. */
export async function extensibleFactsOfAll(
  ctx: Ctx,
  task: LoadedTask,
): Promise<(assignment: LoadedAssignment) => ExtensibleFacts> {
  const above = [task.parentAssignmentId, ...task.assignments.map((one) => one.parentAssignmentId)]
  const ids = [...new Set(above.filter((id) => id !== null))]
  const parents =
    ids.length === 0
      ? []
      : await ctx.tx.assignment.findMany({ where: { id: { in: ids } }, select: { id: true, dueOn: true } })
  const dueOf = new Map(parents.map((one) => [one.id, toLocalDateOrNull(one.dueOn)]))
  return (assignment) => ({
    task: { status: task.status, kind: task.kind, dueOn: toLocalDateOrNull(task.dueOn) },
    assignment: {
      status: assignment.status,
      part: assignment.part,
      dueOn: toLocalDateOrNull(assignment.dueOn),
    },
    parentDueOn: dueOf.get(assignment.parentAssignmentId ?? task.parentAssignmentId ?? '') ?? null,
  })
}

/** Writes a request by compare-and-set on its version. Throws conflict where somebody wrote it first. */
export async function writeExtension(
  ctx: Ctx,
  extension: { id: string; version: number },
  data: Prisma.ExtensionUncheckedUpdateManyInput,
): Promise<void> {
  const written = await ctx.tx.extension.updateMany({
    where: { id: extension.id, version: extension.version },
    data: { ...data, version: { increment: 1 }, updatedAt: ctx.now },
  })
  await assertWritten(ctx, extension.id, written)
}

/** One audit entry on a request, tied to its task, directive and unit. */
export async function auditExtension(
  ctx: Ctx,
  { extension, assignment, task }: Pick<LoadedExtension, 'extension' | 'assignment' | 'task'>,
  event: AuditEvent,
  as: Grant | null,
  { before, after }: { before?: AuditValues; after?: AuditValues } = {},
): Promise<void> {
  await recordAudit(ctx, {
    event,
    as,
    entity: 'extension',
    entityId: extension.id,
    taskId: task.id,
    directiveId: task.directiveId,
    unitId: assignment.unitId,
    before,
    after: { seq: extension.seq, ...after },
  })
}

/** What a request says, as the record keeps it when it changes hands. */
export function contentOfExtension({ extension }: Pick<LoadedExtension, 'extension'>): AuditValues {
  const { previousDueOn, requestedDueOn, reasonKind, reason, change } = extension
  return {
    previousDueOn: toLocalDate(previousDueOn),
    requestedDueOn: toLocalDateOrNull(requestedDueOn),
    reasonKind,
    reason,
    change,
  }
}

/** The unit whose people write it: the assignment's own, or the lead's for one without accounts. */
export function recordingUnitIdOf({
  assignment,
  task,
}: Pick<LoadedExtension, 'assignment' | 'task'>): string {
  return assignment.facts.external ? (task.leadUnitId ?? assignment.unitId) : assignment.unitId
}

/** What its notices say. */
export function noticeParams({ extension, task }: Pick<LoadedExtension, 'extension' | 'task'>) {
  return { no: task.no, title: task.title, seq: extension.seq }
}
