import { createHash, randomBytes } from 'node:crypto'
import type { AuditEvent } from '@/domain/audit/events'
import { valuesHash } from '@/domain/audit/chain'
import type { Grant } from '@/domain/permissions/actor'
import type { Ctx } from '@/server/context'
import { Prisma } from '@/prisma/generated/client'

export type AuditValues = Record<
  string,
  string | number | boolean | null | readonly (string | number | null)[]
>

export type AuditRecord = {
  event: AuditEvent
  /** The grant by which the actor acted (what `assertCan` returned); null for the system and for one's own account. */
  as: Grant | null
  entity: string
  entityId: string
  taskId?: string | null
  directiveId?: string | null
  unitId?: string | null
  before?: AuditValues | null
  after?: AuditValues | null
}

/** Acts by which a hand is laid on a report: done in somebody's place, they count for both. */
const BY_HAND: readonly AuditEvent[] = [
  'report.drafted',
  'report.edited',
  'report.sent_for_signoff',
  'report.signed_off',
  'report.submitted',
]

/** 张三（代李四）: who acted, and in whose place. */
const nameOf = (name: string, behalf: { name: string } | undefined) =>
  behalf ? `${name}（代${behalf.name}）` : name

/** SHA-256 in hexadecimal. */
export function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex')
}

/** Appends one entry in the command's own transaction; the sealer chains it once committed. Values stand aside, salted hashes in the entry. */
export async function recordAudit(ctx: Ctx, record: AuditRecord): Promise<void> {
  await recordAudits(ctx, [record])
}

/** As `recordAudit` for an act on many: two writes, however many; all by one grant. */
export async function recordAudits(ctx: Ctx, records: readonly AuditRecord[]): Promise<void> {
  const as = records[0]?.as
  const unit = as ? await ctx.tx.unit.findUnique({ where: { id: as.unitId }, select: { name: true } }) : null
  const rows = records.map((record) => rowsOf(ctx, record, unit?.name ?? null))
  const entries = await ctx.tx.auditEntry.createManyAndReturn({
    data: rows.map((row) => row.entry),
    select: { id: true, afterHash: true },
  })
  await recordProxies(ctx, records)
  // A hash is salted: it finds its own row, in whatever order they come back.
  const idOf = new Map(entries.map((entry) => [entry.afterHash, entry.id]))
  await ctx.tx.auditValue.createMany({
    data: rows.map(({ entry, value }) => ({ ...value, entryId: idOf.get(entry.afterHash) ?? '' })),
  })
}

/** A report on which a deputy laid a hand is kept as touched by the one stood for as well. */
async function recordProxies(ctx: Ctx, records: readonly AuditRecord[]): Promise<void> {
  const data = records.flatMap(({ as, entity, entityId, event }) =>
    as?.onBehalfOf && entity === 'report' && BY_HAND.includes(event)
      ? [{ reportId: entityId, personId: as.onBehalfOf.personId }]
      : [],
  )
  if (data.length > 0) await ctx.tx.reportProxy.createMany({ data, skipDuplicates: true })
}

function rowsOf({ actor, now, address }: Ctx, record: AuditRecord, actorUnit: string | null) {
  const salt = randomBytes(16).toString('hex')
  const before = kept(record.before)
  const after = kept(record.after)
  const hashOf = (values: AuditValues | null) => valuesHash(salt, values, sha256)
  const behalf = record.as?.onBehalfOf
  return {
    entry: {
      at: now,
      event: record.event,
      actorKind: actor.kind,
      actorId: actor.personId,
      actorName: actor.kind === 'system' ? `system:${actor.job ?? ''}` : nameOf(actor.name, behalf),
      onBehalfOfId: behalf?.personId ?? null,
      actorRole: record.as?.role ?? null,
      actorUnitId: record.as?.unitId ?? null,
      actorUnit,
      sessionId: actor.sessionId,
      address,
      entity: record.entity,
      entityId: record.entityId,
      taskId: record.taskId ?? null,
      directiveId: record.directiveId ?? null,
      unitId: record.unitId ?? null,
      beforeHash: hashOf(before),
      afterHash: hashOf(after),
    },
    value: {
      salt,
      before: (before ?? Prisma.DbNull) as Prisma.InputJsonValue,
      after: (after ?? Prisma.DbNull) as Prisma.InputJsonValue,
    },
  }
}

/** As the log keeps values: what stands in an entry of one act. */
export function keptValues(values: AuditValues | null | undefined): AuditValues | null {
  return kept(values)
}

/** A text cut through a character, or with a NUL, cannot be kept as JSON by the database: half characters become U+FFFD. */
function kept(values: AuditValues | null | undefined): AuditValues | null {
  if (!values) return null
  const whole = (value: AuditValues[string]) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, whole(value)]))
}
