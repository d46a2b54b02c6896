import { Prisma } from '@/prisma/generated/client'
import { brandActor, type Actor, type Grant } from '@/domain/permissions/actor'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { Role } from '@/domain/permissions/roles'
import type { Db, Tx } from '@/server/db'

type Row = {
  person_id: string
  session_id: string | null
  account: string
  name: string
  name_en: string
  title: string
  title_en: string
  locale: string | null
  must_change_password: boolean
  started_at: Date | null
  seen_at: Date | null
  desk_seen_at: Date | null
  grants:
    | {
        role: Role
        unitId: string
        unitName: string
        unitNameEn: string
        unitKind: string
        reach: string[]
        homes: string[]
        forId: string | null
        forName: string
        forNameEn: string
      }[]
    | null
}

export type LoadedPerson = {
  actor: Actor
  id: string
  account: string
  name: string
  nameEn: string
  title: string
  titleEn: string
  locale: string | null
  mustChangePassword: boolean
  deskSeenAt: Date | null
  /** When the session began; null without a session. */
  startedAt: Date | null
  /** When the session was last seen; null without a session. */
  seenAt: Date | null
  /** The grants with the names of their units, for the shell and for choosing between two hats. */
  posts: {
    role: Role
    unitId: string
    unitName: string
    unitNameEn: string
    unitKind: string
    /** In whose place the role is held. */
    for: { name: string; nameEn: string } | null
  }[]
}

/** The person behind a live session with roles and units in effect on `today`, in one query; null when ended or the person left. */
export async function findActorBySession(
  client: Db | Tx,
  sessionId: string,
  today: LocalDate,
): Promise<LoadedPerson | null> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT p.id AS person_id, s.id AS session_id, p.account, p.name, p.name_en, p.title, p.title_en, p.locale,
      p.must_change_password, s.created_at AS started_at, s.seen_at, p.desk_seen_at, ${grantsOf(today)}
    FROM sessions s JOIN people p ON p.id = s.person_id
    WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND p.status = 'active'`
  return rows[0] ? toPerson(rows[0]) : null
}

/** As `findActorBySession` without a session: for tokens, jobs on someone's behalf, seeds and tests. */
export async function findActorByAccount(
  client: Db | Tx,
  account: string,
  today: LocalDate,
): Promise<LoadedPerson | null> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT p.id AS person_id, NULL AS session_id, p.account, p.name, p.name_en, p.title, p.title_en, p.locale,
      p.must_change_password, NULL AS started_at, NULL AS seen_at, p.desk_seen_at, ${grantsOf(today)}
    FROM people p WHERE p.account = ${account} AND p.status = 'active'`
  return rows[0] ? toPerson(rows[0]) : null
}

/** As `findActorByAccount` by the person's id: for what a job does on someone's behalf. */
export async function findActorByPerson(
  client: Db | Tx,
  personId: string,
  today: LocalDate,
): Promise<LoadedPerson | null> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT p.id AS person_id, NULL AS session_id, p.account, p.name, p.name_en, p.title, p.title_en, p.locale,
      p.must_change_password, NULL AS started_at, NULL AS seen_at, p.desk_seen_at, ${grantsOf(today)}
    FROM people p WHERE p.id = ${personId}::uuid AND p.status = 'active'`
  return rows[0] ? toPerson(rows[0]) : null
}

/** The next `limit` people by account after `after` who want mail and have an address, as actors of `today`. */
export async function listMailActors(
  client: Db | Tx,
  today: LocalDate,
  { after, limit }: { after: string; limit: number },
): Promise<LoadedPerson[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT p.id AS person_id, NULL AS session_id, p.account, p.name, p.name_en, p.title, p.title_en, p.locale,
      p.must_change_password, NULL AS started_at, NULL AS seen_at, p.desk_seen_at, ${grantsOf(today)}
    FROM people p WHERE p.account > ${after} AND p.status = 'active' AND p.mail_on AND p.email IS NOT NULL ORDER BY p.account LIMIT ${limit}`
  return rows.map(toPerson)
}

/**
 * Grants in effect, own ones first, then those of the people whose deputy the person is; each with its reach: the unit and all in effect
 * below it, and the ended units that these succeeded. Administrators neither stand in for anybody nor are stood in for.
 */
function grantsOf(today: LocalDate) {
  const inEffect = Prisma.sql`g.valid_from_on <= ${today}::date AND (g.valid_to_on IS NULL OR g.valid_to_on >= ${today}::date)`
  return Prisma.sql`(
    SELECT json_agg(json_build_object('role', q.role, 'unitId', u.id, 'unitName', u.name, 'unitNameEn', u.name_en, 'unitKind', u.kind,
      'forId', q.for_id, 'forName', q.for_name, 'forNameEn', q.for_name_en,
      'reach', (WITH RECURSIVE r AS (
        SELECT b.id FROM units b WHERE b.path @> ARRAY[u.id] AND (b.valid_to_on IS NULL OR b.valid_to_on >= ${today}::date)
        UNION SELECT s.unit_id FROM unit_successions s JOIN r ON s.successor_id = r.id) SELECT coalesce(array_agg(r.id), '{}') FROM r),
      'homes', (WITH RECURSIVE h AS (SELECT u.id UNION SELECT s.unit_id FROM unit_successions s JOIN h ON s.successor_id = h.id)
        SELECT array_agg(h.id) FROM h))
      ORDER BY q.for_id NULLS FIRST, u.sort, q.role)
    FROM (
      SELECT g.role, g.unit_id, NULL::uuid AS for_id, '' AS for_name, '' AS for_name_en FROM role_grants g
      WHERE g.person_id = p.id AND ${inEffect}
      UNION ALL
      SELECT DISTINCT g.role, g.unit_id, x.id, x.name, x.name_en FROM deputies d JOIN people x ON x.id = d.person_id AND x.status = 'active'
        JOIN role_grants g ON g.person_id = d.person_id AND (d.role IS NULL OR (g.role = d.role AND g.unit_id = d.unit_id))
      WHERE d.deputy_id = p.id AND d.ended_at IS NULL AND d.valid_from_on <= ${today}::date AND d.valid_to_on >= ${today}::date
        AND ${inEffect} AND g.role NOT IN ('system_admin', 'security_admin', 'auditor', 'discipline')
        AND NOT EXISTS (SELECT FROM role_grants o WHERE o.person_id = p.id AND o.role IN ('system_admin', 'security_admin', 'auditor')
          AND (o.valid_to_on IS NULL OR o.valid_to_on >= ${today}::date))
    ) q JOIN units u ON u.id = q.unit_id
  ) AS grants`
}

function toPerson(row: Row): LoadedPerson {
  const grants = row.grants ?? []
  return {
    actor: brandActor({
      kind: 'person',
      personId: row.person_id,
      sessionId: row.session_id,
      name: row.name,
      nameEn: row.name_en,
      grants: grants.map(toGrant),
    }),
    id: row.person_id,
    account: row.account,
    name: row.name,
    nameEn: row.name_en,
    title: row.title,
    titleEn: row.title_en,
    locale: row.locale,
    mustChangePassword: row.must_change_password,
    deskSeenAt: row.desk_seen_at,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    posts: grants.map(({ role, unitId, unitName, unitNameEn, unitKind, forId, forName, forNameEn }) => ({
      role,
      unitId,
      unitName,
      unitNameEn,
      unitKind,
      for: forId === null ? null : { name: forName, nameEn: forNameEn },
    })),
  }
}

function toGrant({
  role,
  unitId,
  reach,
  homes,
  forId,
  forName,
  forNameEn,
}: NonNullable<Row['grants']>[number]): Grant {
  const grant = { role, unitId, reach, homes }
  return forId === null
    ? grant
    : { ...grant, onBehalfOf: { personId: forId, name: forName, nameEn: forNameEn } }
}
