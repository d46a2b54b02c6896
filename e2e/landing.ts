import type { Role } from '@/domain/permissions/roles'

/** Where a role arrives after signing in, and the other pages that its navigation names; written down here a second time on purpose. */
const PAGES: Record<Role, readonly string[]> = {
  leader: ['/overview', '/decisions', '/tasks', '/directives', '/units'],
  office_head: ['/desk', '/directives', '/tasks', '/review', '/urges', '/overview', '/units'],
  officer: ['/desk', '/directives', '/tasks', '/review', '/urges', '/overview', '/units'],
  unit_head: ['/desk', '/tasks', '/signoff', '/urges', '/directives', '/units'],
  liaison: ['/desk', '/tasks', '/urges', '/directives', '/units'],
  discipline: ['/overview', '/tasks', '/directives', '/units', '/audit'],
  system_admin: ['/admin/units', '/admin/users'],
  security_admin: ['/admin/roles', '/admin/accounts', '/admin/sessions'],
  auditor: ['/audit'],
}
/** What every person who is signed in has. */
const OWN = ['/me', '/help']

/** The first page of a role. */
export function landingOf(role: Role): string {
  return PAGES[role][0] ?? '/me'
}

/** Every page that a role may open. */
export function pagesOf(role: Role): readonly string[] {
  return [...PAGES[role], ...OWN]
}
