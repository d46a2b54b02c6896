import { AUDIT_EVENTS } from '@/domain/audit/events'
import type { LogFilter } from '@/domain/audit/log-filter'
import { addDays } from '@/domain/calendar/local-date'
import { auditValuesMasked } from '@/domain/permissions/policy'
import type { Prisma } from '@/prisma/generated/client'
import { assertMay } from '@/server/authorize'
import type { Ctx } from '@/server/context'
import { startOfDay } from '@/server/dates'

/** Entries on a page of the log. */
export const LOG_PAGE = 50

/** A page of the log, newest first. Values only for discipline; the auditor sees the names of the fields. Throws forbidden. */
export async function listEntries(ctx: Ctx, filter: LogFilter) {
  assertMay(ctx.actor, 'audit.read')
  const where = await logWhere(ctx, filter)
  const rows = await ctx.tx.auditEntry.findMany({
    where: { ...where, ...(filter.before ? { id: { lt: filter.before } } : {}) },
    orderBy: { id: 'desc' },
    take: LOG_PAGE + 1,
    include: { value: true, seal: { select: { no: true, hash: true, sealedAt: true } } },
  })
  const more = rows.length > LOG_PAGE
  const shown = rows.slice(0, LOG_PAGE)
  const masked = auditValuesMasked(ctx.actor)
  const records = masked ? new Map<string, RecordRef>() : await recordsOf(ctx, shown)
  return {
    masked,
    next: more ? (shown.at(-1)?.id ?? null) : null,
    rows: shown.map(({ value, seal, ...entry }) => ({
      id: entry.id,
      at: entry.at.toISOString(),
      event: entry.event,
      actorKind: entry.actorKind,
      actorId: entry.actorId,
      actorName: entry.actorName,
      actorRole: entry.actorRole,
      actorUnitId: entry.actorUnitId,
      actorUnit: entry.actorUnit,
      onBehalfOfId: entry.onBehalfOfId,
      address: entry.address,
      entity: entry.entity,
      entityId: entry.entityId,
      record: records.get(entry.taskId ?? '') ?? records.get(entry.directiveId ?? '') ?? null,
      beforeHash: entry.beforeHash,
      afterHash: entry.afterHash,
      erased: value?.erasedAt != null,
      changes: changesOf(value?.before, value?.after, masked),
      seal: seal && { no: seal.no, hash: seal.hash, at: seal.sealedAt.toISOString() },
    })),
  }
}

export type LogPage = Awaited<ReturnType<typeof listEntries>>
type RecordRef = { href: string; name: string; title: string }

/** The entries of a filter, but for the place of its page. */
export async function logWhere(ctx: Ctx, filter: LogFilter): Promise<Prisma.AuditEntryWhereInput> {
  const where: Prisma.AuditEntryWhereInput = {}
  const { noun, person, record, from, to } = filter
  if (noun) where.event = { in: AUDIT_EVENTS.filter((event) => event.startsWith(`${noun}.`)) }
  if (person) where.OR = await personWhere(ctx, person)
  const { zone } = ctx.settings
  if (from || to) {
    where.at = {
      ...(from ? { gte: startOfDay(from, zone) } : {}),
      ...(to ? { lt: startOfDay(addDays(to, 1), zone) } : {}),
    }
  }
  if (record) Object.assign(where, await recordWhere(ctx, record))
  return where
}

/** By the name that was recorded, or by the English one of the account. */
async function personWhere(ctx: Ctx, typed: string): Promise<Prisma.AuditEntryWhereInput[]> {
  const contains = { contains: typed, mode: 'insensitive' } as const
  const people = await ctx.tx.person.findMany({
    where: { nameEn: contains },
    select: { id: true },
    take: 200,
  })
  const ids = { in: people.map((one) => one.id) }
  return [{ actorName: contains }, { actorId: ids }, { onBehalfOfId: ids }]
}

async function recordWhere(ctx: Ctx, record: string): Promise<Prisma.AuditEntryWhereInput> {
  const no = /^([TD])(\d{1,9})$/i.exec(record)
  if (no?.[1]?.toUpperCase() === 'T') {
    const task = await ctx.tx.task.findUnique({ where: { no: Number(no[2]) }, select: { id: true } })
    return { taskId: task?.id ?? '00000000-0000-0000-0000-000000000000' }
  }
  if (no) {
    const directive = await ctx.tx.directive.findUnique({
      where: { no: Number(no[2]) },
      select: { id: true },
    })
    return { directiveId: directive?.id ?? '00000000-0000-0000-0000-000000000000' }
  }
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(record)
  return { entityId: isId ? record : '00000000-0000-0000-0000-000000000000' }
}

/** The tasks and directives of a page, named at once. */
async function recordsOf(ctx: Ctx, rows: { taskId: string | null; directiveId: string | null }[]) {
  const ids = (key: 'taskId' | 'directiveId') => [...new Set(rows.flatMap((row) => row[key] ?? []))]
  const [tasks, directives] = await Promise.all([
    ctx.tx.task.findMany({
      where: { id: { in: ids('taskId') } },
      select: { id: true, no: true, title: true },
    }),
    ctx.tx.directive.findMany({
      where: { id: { in: ids('directiveId') } },
      select: { id: true, no: true, title: true },
    }),
  ])
  const found = new Map<string, RecordRef>()
  for (const { id, no, title } of tasks) found.set(id, { href: `/tasks/T${no}`, name: `T${no}`, title })
  for (const { id, no, title } of directives)
    found.set(id, { href: `/directives/D${no}`, name: `D${no}`, title })
  return found
}

/** A field whose value an entry changed, as it was kept; null where there was none, or none is shown. */
export type Change = { field: string; before: unknown; after: unknown }

/** Field by field what changed; masked: the names alone. */
export function changesOf(before: unknown, after: unknown, masked: boolean): Change[] {
  const left = asRecord(before)
  const right = asRecord(after)
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  const text = (value: unknown) => JSON.stringify(value ?? null)
  return fields
    .filter((field) => text(left[field]) !== text(right[field]))
    .map((field) => ({
      field,
      before: masked ? null : (left[field] ?? null),
      after: masked ? null : (right[field] ?? null),
    }))
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
