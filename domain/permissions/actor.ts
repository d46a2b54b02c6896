import type { Role } from './roles'

/**
 * A role that is in effect now, at one unit; `reach` is the subtree of that unit in effect, itself included, and the ended units
 * that any of them succeeded. `homes`: the unit and those that it succeeded. `onBehalfOf`: held as somebody's deputy.
 */
export type Grant = {
  role: Role
  unitId: string
  reach: readonly string[]
  homes?: readonly string[]
  onBehalfOf?: { personId: string; name: string; nameEn: string }
}

declare const actorBrand: unique symbol

/** Who acts, before it has been vouched for. */
export type ActorData = {
  kind: 'person' | 'system'
  personId: string | null
  sessionId: string | null
  name: string
  /** The name in English papers; missing where the system acts. */
  nameEn?: string
  grants: readonly Grant[]
  /** The job's name where the system acts. */
  job?: string
}

/** Who acts. Branded: only `brandActor` makes one, so that a command without the gate does not compile. */
export type Actor = ActorData & { readonly [actorBrand]: true }

/**
 * Vouches for an actor. To be called in three places only: server/web/session.ts, the token check of the API, and
 * `systemActor`. (Tests make theirs through the factories.)
 */
export function brandActor(data: ActorData): Actor {
  return data as Actor
}

/** True where the actor holds the role at any unit. */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.grants.some((grant) => roles.includes(grant.role))
}

/** The units that the actor's grants of these roles reach, without repetition; all roles where none is named. */
export function reachOf(actor: Actor, ...roles: readonly Role[]): string[] {
  const grants = actor.grants.filter((grant) => roles.length === 0 || roles.includes(grant.role))
  return [...new Set(grants.flatMap((grant) => grant.reach))]
}

/** The units at which the actor itself sits with these roles: what does not leave the unit is read from here. */
export function homeUnitsOf(actor: Actor, ...roles: readonly Role[]): string[] {
  const grants = actor.grants.filter((grant) => roles.length === 0 || roles.includes(grant.role))
  return [...new Set(grants.flatMap((grant) => grant.homes ?? [grant.unitId]))]
}

/** True where the grant's holder sits at the unit, or at the one that succeeded it. */
export function sitsAt(grant: Grant, unitId: string): boolean {
  return grant.unitId === unitId || (grant.homes?.includes(unitId) ?? false)
}

/** The actor and those for whom it stands in: what one of them wrote, none of them reviews; what is asked of one may be done by the deputy. */
export function selvesOf(actor: Pick<ActorData, 'personId' | 'grants'>): string[] {
  const behalf = actor.grants.flatMap(({ onBehalfOf }) => (onBehalfOf ? [onBehalfOf.personId] : []))
  return [...new Set([...(actor.personId ? [actor.personId] : []), ...behalf])]
}
