import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import type { Prisma } from '@/prisma/generated/client'

const PUBLISHED: Prisma.BulletinWhereInput = { publishedAt: { not: null } }

/** The bulletins that the actor may read whole (rule: domain/bulletins/reading.ts); of a special report a unit reads the passage that names it. */
export function visibleBulletins(actor: Actor): Prisma.BulletinWhereInput {
  const ways: Prisma.BulletinWhereInput[] = []
  if (hasRole(actor, 'office_head', 'officer')) return {}
  if (hasRole(actor, 'leader')) ways.push({ status: { in: ['awaiting_leader', 'approved'] } }, PUBLISHED)
  if (hasRole(actor, 'discipline')) ways.push(PUBLISHED)
  if (hasRole(actor, 'unit_head', 'liaison')) ways.push({ ...PUBLISHED, kind: 'bulletin' })
  return ways.length === 0 ? { id: { in: [] } } : { OR: ways }
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
