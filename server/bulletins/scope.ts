import type { BulletinKind, BulletinStatus } from '@/domain/bulletins/lifecycle'
import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import { Prisma } from '@/prisma/generated/client'

/** Bulletins of a kind, in some statuses, or that were published: all that is said must hold. */
type Way = { kind?: BulletinKind; statuses?: readonly BulletinStatus[]; published?: true }

/** What the actor may read whole (rule: domain/bulletins/reading.ts); of a special report a unit reads the passage that names it. Null: all. */
function waysOf(actor: Actor): Way[] | null {
  if (hasRole(actor, 'office_head', 'officer')) return null
  const ways: Way[] = []
  if (hasRole(actor, 'leader')) ways.push({ statuses: ['awaiting_leader', 'approved'] }, { published: true })
  if (hasRole(actor, 'discipline')) ways.push({ published: true })
  if (hasRole(actor, 'unit_head', 'liaison')) ways.push({ published: true, kind: 'bulletin' })
  return ways
}

/** The bulletins that the actor may read whole. */
export function visibleBulletins(actor: Actor): Prisma.BulletinWhereInput {
  const ways = waysOf(actor)
  if (ways === null) return {}
  if (ways.length === 0) return { id: { in: [] } }
  return {
    OR: ways.map(({ kind, statuses, published }) => ({
      ...(kind ? { kind } : {}),
      ...(statuses ? { status: { in: [...statuses] } } : {}),
      ...(published ? { publishedAt: { not: null } } : {}),
    })),
  }
}

/** The same as SQL over `bulletins b`. */
export function visibleBulletinsSql(actor: Actor): Prisma.Sql {
  const ways = waysOf(actor)?.map(
    ({ kind, statuses, published }) =>
      Prisma.sql`(${kind ? Prisma.sql`b.kind = ${kind}::"BulletinKind"` : Prisma.sql`TRUE`}
        AND ${statuses ? Prisma.sql`b.status = ANY(${[...statuses]}::"BulletinStatus"[])` : Prisma.sql`TRUE`}
        AND ${published ? Prisma.sql`b.published_at IS NOT NULL` : Prisma.sql`TRUE`})`,
  )
  if (!ways) return Prisma.sql`TRUE`
  return ways.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}

/** Units for which the actor reads, and as their head answers, what a bulletin says of them before it is published. */
export function namedUnitsOf(actor: Actor): { reads: string[]; answers: string[] } {
  return { reads: reachOf(actor, 'unit_head', 'liaison'), answers: reachOf(actor, 'unit_head') }
}

/** The namings that a unit's people read: their own, once told, under way or published. */
export function visibleNamings(actor: Actor): Prisma.BulletinNamingWhereInput {
  const { reads } = namedUnitsOf(actor)
  if (reads.length === 0) return { id: { in: [] } }
  return { unitId: { in: reads }, toldAt: { not: null } }
}

/** True for the office, leaders and discipline: figures of a bulletin are links for those whose ledger holds the same rows. */
export function followsFigures(actor: Actor): boolean {
  return hasRole(actor, 'office_head', 'officer', 'leader', 'discipline')
}
