import { hasRole } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'
import type { Ctx } from '@/server/context'
import { visibleTasksSql } from '@/server/tasks/scope'

/** Lights that turned, as events of 上次以来; not in the log, which records acts, but in the history of lights. */
export const TURNED = ['light.off', 'light.risk', 'light.ok'] as const

/** The id under which a row of the history stands among notices and entries, whose ids are uuids. */
const asUuid = Prisma.sql`lpad(to_hex(g.row_id), 32, '0')::uuid`

/** The row of the history behind an id of `turnedSql`; null for any other id. */
export function standingIdOf(id: string): bigint | null {
  const hex = id.replaceAll('-', '')
  return /^0{16}[0-9a-f]{16}$/.test(hex) ? BigInt(`0x${hex}`) : null
}

/**
 * The office's tasks whose light is another than at the moment: for the office red, yellow, and green again; for a leader those that
 * turned red. A task once, whatever happened in between; acknowledged and completed ones are told by their acts. Null for everybody else.
 */
export function turnedSql(ctx: Ctx, since: Date): Prisma.Sql | null {
  const office = hasRole(ctx.actor, 'office_head', 'officer')
  if (!office && !hasRole(ctx.actor, 'leader')) return null
  const told = office ? ['off', 'risk', 'ok'] : ['off']
  return Prisma.sql`
    SELECT ${asUuid} AS id, 'light.' || g.light AS event,
      jsonb_build_object('from', COALESCE(g.was_light, 'none'), 'unit', (SELECT u.name FROM units u WHERE u.id = t.lead_unit_id)) AS params,
      t.id AS task_id, t.directive_id, g.at AS created_at
    FROM (
      SELECT h.task_id, max(h.id) AS row_id, max(h.at) AS at, (array_agg(h.was_light::text ORDER BY h.at, h.id))[1] AS was_light,
        (array_agg(h.light::text ORDER BY h.at DESC, h.id DESC))[1] AS light
      FROM task_standings h WHERE h.at > ${since} AND h.light IS DISTINCT FROM h.was_light GROUP BY h.task_id) g
    JOIN tasks t ON t.id = g.task_id
    WHERE t.office_owned AND g.light IS DISTINCT FROM g.was_light AND g.light = ANY(${told}::text[])
      AND (g.light <> 'ok' OR g.was_light IN ('risk', 'off')) AND ${visibleTasksSql(ctx.actor)}`
}
