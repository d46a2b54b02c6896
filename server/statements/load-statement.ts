import { z } from 'zod'
import type { AuditEvent } from '@/domain/audit/events'
import { nextStatementStatus, type StatementEvent, type StatementStatus } from '@/domain/statements/lifecycle'
import { isOwnSignature, mayOnStatement } from '@/domain/statements/available'
import { differencesOf, statementContentSchema } from '@/domain/statements/content'
import { readsStatement } from '@/domain/statements/reading'
import type { Grant } from '@/domain/permissions/actor'
import { grantsFor } from '@/domain/permissions/policy'
import type { Prisma } from '@/prisma/generated/client'
import { recordAudit, type AuditRecord, type AuditValues } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'
import { failForbidden, failNotFound, failRefused } from '@/server/errors'
import { readContents } from '@/server/statements/read-contents'
import { assertVersion, assertWritten } from '@/server/versions'

/** A statement as its reader saw it. */
export const statementVersionSchema = z.object({ statementId: z.uuid(), version: z.coerce.number().int() })

/** A statement with its directive and its frozen content, its row locked. Throws not_found, also for who may not read it. */
async function loadStatement(ctx: Ctx, statementId: string) {
  await ctx.tx.$queryRaw`SELECT id FROM statements WHERE id = ${statementId}::uuid FOR UPDATE`
  const found = await ctx.tx.statement.findUnique({
    where: { id: statementId },
    include: {
      directive: { select: { id: true, no: true, title: true, status: true } },
      unit: { select: { id: true, name: true, nameEn: true } },
    },
  })
  if (!found || !readsStatement(ctx.actor, found)) return failNotFound()
  const { directive, unit, content, ...statement } = found
  return { statement, directive, unit, content: statementContentSchema.parse(content) }
}

export type LoadedStatement = Awaited<ReturnType<typeof loadStatement>>

/**
 * What every act on a statement begins with: the row locked, the right asked for, then the version, then the table. `as` is the grant by which
 * the actor acts, `status` where the act leads. Throws not_found, forbidden, conflict, refused.
 */
export async function openStatement(
  ctx: Ctx,
  input: z.output<typeof statementVersionSchema>,
  event: Exclude<StatementEvent, 'supersede'>,
) {
  const loaded = await loadStatement(ctx, input.statementId)
  const { statement } = loaded
  if (!mayOnStatement(ctx.actor, event, statement)) refuseActor(ctx, event, loaded)
  await assertVersion(ctx, { entityId: statement.id, actual: statement.version, expected: input.version })
  const status = nextStatementStatus(statement.status, event) ?? failNotNow(statement.status)
  return { ...loaded, status, as: grantOf(ctx, event, loaded) }
}

/** Why this person may not: a rule where the role has the verb, else forbidden. */
function refuseActor(ctx: Ctx, event: StatementEvent, { statement }: LoadedStatement): never {
  const countersigns = event === 'countersign' || statement.status === 'awaiting_countersignature'
  if (countersigns && isOwnSignature(ctx.actor, statement)) failRefused('statement.own')
  const ended = event === 'send_back' && nextStatementStatus(statement.status, event) === null
  return ended ? failNotNow(statement.status) : failForbidden()
}

/** Refuses: the statement is not where this act is possible. */
export function failNotNow(status: string): never {
  return failRefused('statement.not_now', { status })
}

/** The grant by which the actor acts: what the log records as role and unit. */
function grantOf(ctx: Ctx, event: StatementEvent, { statement }: LoadedStatement): Grant | null {
  if (event === 'withdraw') return grantsFor(ctx.actor, 'statement.draw_up')[0] ?? null
  const signs = event === 'sign' || statement.status === 'awaiting_signature'
  const grants = signs
    ? grantsFor(ctx.actor, 'statement.sign', { unitId: statement.unitId })
    : grantsFor(ctx.actor, 'statement.countersign')
  return grants[0] ?? null
}

/** Refuses to sign what no longer says what is asked of the unit, or under a directive that has ended. */
export async function assertStillTrue(
  ctx: Ctx,
  { statement, directive, content }: LoadedStatement,
): Promise<void> {
  if (directive.status !== 'in_force') failRefused('statement.directive_ended')
  const present = await readContents(ctx, directive.id, [statement.unitId])
  const now = present.get(statement.unitId) ?? { ...content, tasks: [] }
  const count = differencesOf(content, now).length
  if (count > 0) failRefused('statement.facts_changed', { count })
}

/** Writes a statement by compare-and-set on its version. Throws conflict where somebody wrote it first. */
export async function writeStatement(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  data: Prisma.StatementUncheckedUpdateManyInput & { status: StatementStatus },
): Promise<void> {
  const written = await ctx.tx.statement.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  await assertWritten(ctx, id, written)
}

type Audited = Pick<
  LoadedStatement['statement'],
  'id' | 'directiveId' | 'unitId' | 'no' | 'seq' | 'contentHash'
>
type Values = { before?: AuditValues; after?: AuditValues }

/** An audit entry on a statement, tied to its directive and unit; the sum of what it says stands in each. */
export function entryOf(
  { id, directiveId, unitId, no, seq, contentHash }: Audited,
  event: AuditEvent,
  as: Grant | null,
  { before, after }: Values = {},
): AuditRecord {
  return {
    event,
    as,
    entity: 'statement',
    entityId: id,
    directiveId,
    unitId,
    before,
    after: { no, seq, contentHash, ...after },
  }
}

/** Records one act on a statement. */
export async function auditStatement(ctx: Ctx, ...entry: Parameters<typeof entryOf>): Promise<void> {
  await recordAudit(ctx, entryOf(...entry))
}

/** What its notices say. */
export function noticeParams({ directive, unit }: Pick<LoadedStatement, 'directive' | 'unit'>) {
  return { no: directive.no, title: directive.title, unit: unit.name }
}
