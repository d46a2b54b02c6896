import { ROLES, type Role } from '@/domain/permissions/roles'
import { demoPeople, type DemoPerson } from './demo-people'

/** The one password of all demo accounts; the demo shows it, and a production has none of these accounts. */
export const DEMO_PASSWORD = 'qingshan-lvshui-36'

// For each role the account that the sign-in page's button and the README name: the role's first holder, at the unit that has most to show.
const PEOPLE = demoPeople()
const AT: Partial<Record<Role, string>> = { unit_head: 'shjz', liaison: 'shjz' }

/** The first account that holds the role at the unit of this code (any unit where none is named). Throws where there is none. */
export function demoAccountOf(role: Role, unit?: string): string {
  return holderOf(role, unit).account
}

/** One account a role, in the order of the sign-in page. */
export const DEMO_ROLES: { role: Role; account: string }[] = ROLES.map((role) => ({
  role,
  account: demoAccountOf(role, AT[role]),
}))

/** One account a role with name and unit, for the README and the start script's last lines. */
export function demoAccounts() {
  return ROLES.map((role) => {
    const { account, name, nameEn, posts } = holderOf(role, AT[role])
    return { role, account, password: DEMO_PASSWORD, name, nameEn, unit: posts[0]?.unit ?? '' }
  })
}

function holderOf(role: Role, unit?: string): DemoPerson {
  const found = PEOPLE.find(({ posts }) =>
    posts.some((post) => post.role === role && (!unit || post.unit === unit)),
  )
  if (!found) throw new Error(`the demo has no ${role} at ${unit ?? 'any unit'}`)
  return found
}
