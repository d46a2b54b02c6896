// Who acts in the demo's stories: people by unit and role, and the actors behind their accounts.
import type { Actor } from '@/domain/permissions/actor'
import type { Role } from '@/domain/permissions/roles'
import type { LocalDate } from '@/domain/calendar/local-date'
import type { Db } from '@/server/db'
import { findActorByAccount } from '@/server/org/load-actor'
import { demoPeople } from './demo-people'
import { DEMO_UNITS } from './demo-units'

const PEOPLE = demoPeople()
const EXTERNAL = new Set(DEMO_UNITS.filter(({ kind }) => kind === 'external').map(({ code }) => code))

/** The first account that holds the role at the unit. Throws where there is none. */
export function accountAt(unit: string, role: Role): string {
  const person = PEOPLE.find(({ posts }) => posts.some((post) => post.unit === unit && post.role === role))
  if (!person) throw new Error(`the demo has no ${role} at ${unit}`)
  return person.account
}

/** The leader in charge of a unit 分管; of what is in nobody's portfolio, the minister. */
export function leaderOf(unit: string): string {
  const leader = PEOPLE.find(({ portfolio }) => portfolio?.includes(unit))
  return leader?.account ?? accountAt('msb', 'leader')
}

/** The unit whose people act for it: its own, or the lead's for one without accounts 外单位. */
export const actingUnit = (unit: string, lead: string) => (EXTERNAL.has(unit) ? lead : unit)

/** Finds actors by account, each once. */
export function castOf(db: Db, today: LocalDate): (account: string) => Promise<Actor> {
  const kept = new Map<string, Actor>()
  return async (account) => {
    const known = kept.get(account)
    if (known) return known
    const found = await findActorByAccount(db, account, today)
    if (!found) throw new Error(`the demo has no account ${account}`)
    kept.set(account, found.actor)
    return found.actor
  }
}
