import { randomBytes } from 'node:crypto'
import { valuesHash } from '@/domain/audit/chain'
import { newId } from '@/lib/new-id'
import { keptValues, sha256, type AuditRecord, type AuditValues } from '@/server/audit/record-audit'
import type { Ctx } from '@/server/context'

/** As `recordAudit` for the many acts of one command (the lines of an import): two writes, however many. */
export async function recordAudits(ctx: Ctx, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return
  const unitIds = [...new Set(records.flatMap(({ as }) => (as ? [as.unitId] : [])))]
  const units = await ctx.tx.unit.findMany({
    where: { id: { in: unitIds } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  const rows = JSON.stringify(records.map((record) => rowOf(record, nameOf)))
  const { actor } = ctx
  const actorName = actor.kind === 'system' ? `system:${actor.job ?? ''}` : actor.name
  await ctx.tx.$executeRaw`
    INSERT INTO audit_entries (id, at, event, actor_kind, actor_id, actor_name, actor_role, actor_unit_id, actor_unit, session_id, address,
      entity, entity_id, task_id, directive_id, unit_id, before_hash, after_hash)
    SELECT v.id, ${ctx.now}, v.event, ${actor.kind}, ${actor.personId}::uuid, ${actorName}, v.role, v.seat, v.seat_name,
      ${actor.sessionId}::uuid, ${ctx.address}, v.entity, v.entity_id, v.task_id, v.directive_id, v.unit_id, v.before_hash, v.after_hash
    FROM jsonb_to_recordset(${rows}::jsonb) AS v(id uuid, event text, role text, seat uuid, seat_name text, entity text, entity_id uuid,
      task_id uuid, directive_id uuid, unit_id uuid, before_hash text, after_hash text)`
  await ctx.tx.$executeRaw`
    INSERT INTO audit_values (entry_id, salt, before, after)
    SELECT v.id, v.salt, v.before, v.after FROM jsonb_to_recordset(${rows}::jsonb) AS v(id uuid, salt text, before jsonb, after jsonb)`
}

function rowOf(record: AuditRecord, nameOf: ReadonlyMap<string, string>) {
  const salt = randomBytes(16).toString('hex')
  const [before, after] = [keptValues(record.before), keptValues(record.after)]
  const hashOf = (values: AuditValues | null) => valuesHash(salt, values, sha256)
  const { as } = record
  return {
    id: newId(),
    event: record.event,
    role: as?.role ?? null,
    seat: as?.unitId ?? null,
    seat_name: as ? (nameOf.get(as.unitId) ?? null) : null,
    entity: record.entity,
    entity_id: record.entityId,
    task_id: record.taskId ?? null,
    directive_id: record.directiveId ?? null,
    unit_id: record.unitId ?? null,
    before_hash: hashOf(before),
    after_hash: hashOf(after),
    salt,
    before,
    after,
  }
}
