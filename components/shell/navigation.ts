import { ROLES, type Role } from '@/domain/permissions/roles'

export type NavKey =
  | 'desk'
  | 'directives'
  | 'received'
  | 'tasks'
  | 'unitTasks'
  | 'review'
  | 'signoff'
  | 'urges'
  | 'overview'
  | 'units'
  | 'ownUnit'
  | 'indicators'
  | 'decisions'
  | 'bulletins'
  | 'settings'
  | 'audit'
  | 'adminUnits'
  | 'adminUsers'
  | 'adminCalendar'
  | 'adminChanges'
  | 'adminRun'
  | 'adminRoles'
  | 'adminAccounts'
  | 'adminSessions'

/** What waits for the person, by kind; only to-dos are ever counted. */
export type ShellCounts = {
  todo: number
  review: number
  signoff: number
  decisions: number
  urges: number
  calendar: number
  failedJobs: number
  locked: number
  changes: number
}

type NavDefinition = { href: string; count?: keyof ShellCounts }

/** Where each entry leads and which number stands behind it. Two words for one address (任务, 本单位任务) are two entries. */
export const NAV: Record<NavKey, NavDefinition> = {
  desk: { href: '/desk' },
  directives: { href: '/directives' },
  received: { href: '/directives' },
  tasks: { href: '/tasks' },
  unitTasks: { href: '/tasks' },
  review: { href: '/review', count: 'review' },
  signoff: { href: '/signoff', count: 'signoff' },
  urges: { href: '/urges', count: 'urges' },
  overview: { href: '/overview' },
  units: { href: '/units' },
  ownUnit: { href: '/units' },
  indicators: { href: '/indicators' },
  decisions: { href: '/decisions', count: 'decisions' },
  bulletins: { href: '/bulletins' },
  settings: { href: '/settings' },
  audit: { href: '/audit' },
  adminUnits: { href: '/admin/units' },
  adminUsers: { href: '/admin/users' },
  adminCalendar: { href: '/admin/calendar', count: 'calendar' },
  adminRun: { href: '/admin/run', count: 'failedJobs' },
  adminChanges: { href: '/admin/changes', count: 'changes' },
  adminRoles: { href: '/admin/roles' },
  adminAccounts: { href: '/admin/accounts', count: 'locked' },
  adminSessions: { href: '/admin/sessions' },
}

/** Each role's navigation in order; the first entry is where it lands after signing in. */
const BY_ROLE: Record<Role, readonly NavKey[]> = {
  leader: ['overview', 'decisions', 'tasks', 'directives', 'units', 'indicators', 'bulletins'],
  office_head: [
    'desk',
    'directives',
    'tasks',
    'review',
    'urges',
    'overview',
    'units',
    'indicators',
    'bulletins',
    'settings',
    'adminCalendar',
  ],
  officer: ['desk', 'directives', 'tasks', 'review', 'urges', 'overview', 'units', 'indicators', 'bulletins'],
  unit_head: ['desk', 'unitTasks', 'signoff', 'urges', 'received', 'ownUnit', 'indicators', 'bulletins'],
  liaison: ['desk', 'unitTasks', 'urges', 'received', 'ownUnit', 'indicators', 'bulletins'],
  discipline: ['overview', 'tasks', 'directives', 'units', 'indicators', 'audit', 'bulletins'],
  system_admin: ['adminUnits', 'adminUsers', 'adminChanges', 'adminCalendar', 'adminRun'],
  security_admin: ['adminRoles', 'adminAccounts', 'adminSessions', 'adminChanges'],
  auditor: ['audit'],
}

/** Roles whose bottom bar on a phone starts with the overview and not with the desk. */
const READS_FIRST: readonly Role[] = ['leader', 'discipline']

/**
 * The navigation of a person with these roles: that of the first role, then what the others add; one entry an address. `also`: what
 * comes with the work and not with the role, such as the review for the head of a unit that handed something down.
 */
export function navigationFor(roles: readonly Role[], also: readonly NavKey[] = []): NavKey[] {
  const entries = [...ordered(roles).flatMap((role) => BY_ROLE[role]), ...also]
  const seen = new Set<string>()
  return entries.filter((key) => {
    const { href } = NAV[key]
    if (seen.has(href)) return false
    seen.add(href)
    return true
  })
}

/** Where a person with these roles lands; `/me` for one without any. */
export function landingFor(roles: readonly Role[]): string {
  const [first] = navigationFor(roles)
  return first ? NAV[first].href : '/me'
}

/** The two or three first entries of the bottom bar on a phone; search and 我的 follow. */
export function phoneNavigationFor(roles: readonly Role[]): NavKey[] {
  const all = navigationFor(roles)
  if (all[0]?.startsWith('admin')) return all.slice(0, 3)
  const wanted: NavKey[] = roles.some((role) => READS_FIRST.includes(role))
    ? ['overview', roles.includes('leader') ? 'decisions' : 'tasks']
    : ['desk', 'tasks', 'unitTasks']
  const found = all.filter((key) => wanted.includes(key))
  return found.length > 0 ? found : all.slice(0, 2)
}

/** True where the address is the entry's own or lies below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`)
}

/** Screens that need the width: the navigation shrinks to 56 px there. */
export function wantsSlim(pathname: string): boolean {
  return /^\/directives\/[^/]+\/decompose$/.test(pathname) || isCurrent('/review', pathname)
}

function ordered(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role))
}
