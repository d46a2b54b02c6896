import { hasRole, reachOf, type Actor } from '@/domain/permissions/actor'
import type { BulletinKind, BulletinStatus } from './lifecycle'

/** What decides who reads a bulletin. */
export type BulletinReadFacts = {
  kind: BulletinKind
  status: BulletinStatus
  /** True once it was published, also when it was withdrawn later. */
  published: boolean
  /** Units that were told what it says of them. */
  toldUnitIds: readonly string[]
}

/** Who reads a bulletin whole: the office; leaders what was sent to them; discipline what is published; units published bulletins. */
export function readsBulletin(actor: Actor, { kind, status, published }: BulletinReadFacts): boolean {
  if (hasRole(actor, 'office_head', 'officer')) return true
  if (hasRole(actor, 'leader') && (published || status === 'awaiting_leader' || status === 'approved'))
    return true
  if (hasRole(actor, 'discipline') && published) return true
  return published && kind === 'bulletin' && hasRole(actor, 'unit_head', 'liaison')
}

/** True for those who read it whole, and for the people of a unit that was told what it says of them. */
export function hearsOfBulletin(actor: Actor, facts: BulletinReadFacts): boolean {
  if (readsBulletin(actor, facts)) return true
  return reachOf(actor, 'unit_head', 'liaison').some((unitId) => facts.toldUnitIds.includes(unitId))
}
