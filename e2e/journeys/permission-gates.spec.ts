import type { APIRequestContext, Page } from '@playwright/test'
import { ROLES, type Role } from '@/domain/permissions/roles'
import { expect, test } from '../fixtures'
import { dispatchWhole } from '../intake'
import { landingOf, pagesOf } from '../landing'
import { expectNotFound } from '../page'
import type { Who } from '../people'

/** Addresses of the whole product, with a directive and a task of the Department of Social Assistance. */
function addresses(directive: number, task: number) {
  return {
    directive: `/directives/D${directive}`,
    workspace: `/directives/D${directive}/decompose`,
    check: `/directives/D${directive}/decompose/check`,
    intake: '/directives/new',
    task: `/tasks/T${task}`,
    report: `/tasks/T${task}/report`,
    review: '/review',
    signoff: '/signoff',
    desk: '/desk',
    overview: '/overview',
    decisions: '/decisions',
    tasks: '/tasks',
    directives: '/directives',
    audit: '/audit',
    units: '/admin/units',
    users: '/admin/users',
    roles: '/admin/roles',
    accounts: '/admin/accounts',
    sessions: '/admin/sessions',
  }
}
type Place = keyof ReturnType<typeof addresses>

const OFFICE_ONLY: Place[] = ['workspace', 'check', 'intake']
const ADMIN: Place[] = ['units', 'users', 'roles', 'accounts', 'sessions']
const BUSINESS: Place[] = [
  'directive',
  'workspace',
  'check',
  'intake',
  'task',
  'report',
  'review',
  'signoff',
  'desk',
  'overview',
  'decisions',
  'tasks',
  'directives',
]

/** What each may not open (domain.md §4). A bureau that has no part in the task stands for every other unit. */
const CLOSED: Partial<Record<Who, Place[]>> = {
  leader: ['intake', 'report', 'audit', ...ADMIN],
  office_head: ['report', 'audit', ...ADMIN],
  officer: ['report', 'audit', ...ADMIN],
  unit_head: [...OFFICE_ONLY, 'overview', 'decisions', 'audit', ...ADMIN],
  liaison: [...OFFICE_ONLY, 'overview', 'decisions', 'audit', ...ADMIN],
  'unit_head@rs': [...OFFICE_ONLY, 'directive', 'task', 'report', 'overview', 'decisions', 'audit', ...ADMIN],
  'liaison@rs': [...OFFICE_ONLY, 'directive', 'task', 'report', 'overview', 'decisions', 'audit', ...ADMIN],
  discipline: ['intake', 'report', ...ADMIN],
  system_admin: [...BUSINESS, 'audit', 'roles', 'accounts', 'sessions'],
  security_admin: [...BUSINESS, 'audit', 'units', 'users'],
  auditor: [...BUSINESS, ...ADMIN],
}

test.describe('a guessed address', () => {
  test('is the same page as one that does not exist, for each who may not', async ({ signInAs, t }) => {
    test.slow()
    const head = await signInAs('office_head')
    const made = await dispatchWhole(head, t, 'shjz', '困难群众慰问安排')
    const places = addresses(made.directive, made.task)
    const title = t('shell.notFound.title')
    const open: string[] = []
    for (const [who, closed = []] of Object.entries(CLOSED)) {
      const page = await signInAs(who as Who)
      for (const place of closed) {
        const response = await page.goto(places[place])
        const text = await page.getByRole('heading', { level: 1 }).innerText()
        if (response?.status() !== 404 || text !== title)
          open.push(`${who} ${place}: ${response?.status()} ${text}`)
      }
      await page.context().close()
    }
    expect(open).toEqual([])
  })
})
