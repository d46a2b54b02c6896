import { DEMO_ROLES } from '@/prisma/seed-accounts'
import { expect, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { pagesOf } from '../landing'
import { expectNotFound } from '../page'
import type { Who } from '../people'
import { sendForSignoff, signOff, writeReport } from '../report'
import { acknowledge } from '../task'

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
    figures: '/units',
    figuresOfUnit: '/units/shjz',
    cases: '/units/shjz/overdue',
    tasks: '/tasks',
    directives: '/directives',
    statements: '/statements',
    bulletins: '/bulletins',
    newBulletin: '/bulletins/new',
    audit: '/audit',
    units: '/admin/units',
    users: '/admin/users',
    roles: '/admin/roles',
    accounts: '/admin/accounts',
    sessions: '/admin/sessions',
  }
}
type Place = keyof ReturnType<typeof addresses>

const OFFICE_ONLY: Place[] = ['workspace', 'check', 'intake', 'newBulletin']
/** How another unit does. */
const OTHERS_FIGURES: Place[] = ['figuresOfUnit', 'cases']
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
  'figures',
  'figuresOfUnit',
  'cases',
  'tasks',
  'directives',
  'statements',
  'bulletins',
  'newBulletin',
]

const STRANGER: Place[] = [
  ...OFFICE_ONLY,
  ...OTHERS_FIGURES,
  'directive',
  'task',
  'report',
  'overview',
  'decisions',
  'audit',
  ...ADMIN,
]

/** What each may not open (domain.md §4). A bureau that has no part in the task stands for every other unit. */
const CLOSED: Partial<Record<Who, Place[]>> = {
  leader: ['intake', 'newBulletin', 'report', 'audit', ...ADMIN],
  office_head: ['report', 'audit', ...ADMIN],
  officer: ['report', 'audit', ...ADMIN],
  unit_head: [...OFFICE_ONLY, 'overview', 'decisions', 'audit', ...ADMIN],
  liaison: [...OFFICE_ONLY, 'overview', 'decisions', 'audit', ...ADMIN],
  'unit_head@rs': STRANGER,
  'liaison@rs': STRANGER,
  discipline: ['intake', 'newBulletin', 'report', ...ADMIN],
  system_admin: [...BUSINESS, 'audit', 'roles', 'accounts', 'sessions'],
  security_admin: [...BUSINESS, 'audit', 'units', 'users'],
  auditor: [...BUSINESS, ...ADMIN],
}

test.describe('a guessed address', () => {
  test('answers each who may not as one that does not exist', async ({ signInAs, t }) => {
    test.slow()
    const made = await giveTask('shjz', '困难群众慰问安排')
    const places = addresses(made.directive, made.task)
    const title = t('shell.notFound.title')
    const wrong: string[] = []
    for (const [who, closed = []] of Object.entries(CLOSED)) {
      const { request } = await signInAs(who as Who)
      const nowhere = await request.get(`/tasks/T999999`)
      expect(nowhere.status(), who).toBe(404)
      for (const place of closed) {
        const response = await request.get(places[place])
        const leaks = (await response.text()).includes(made.title)
        if (response.status() !== 404 || leaks) wrong.push(`${who} ${place}: ${response.status()} ${leaks}`)
      }
    }
    expect(wrong).toEqual([])
    const page = await signInAs('liaison@rs')
    await expectNotFound(page, places.task, title)
    await expectNotFound(page, '/no/such/page', title)
  })

  test('opens for each role what its navigation names', async ({ signInAs }) => {
    const wrong: string[] = []
    for (const { role } of DEMO_ROLES) {
      const { request } = await signInAs(role)
      for (const place of pagesOf(role)) {
        const response = await request.get(place)
        if (response.status() !== 200) wrong.push(`${role} ${place}: ${response.status()}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('of evidence gives the file to those who read its report, and nothing to others', async ({
    signInAs,
    t,
  }) => {
    test.slow()
    const head = await signInAs('office_head')
    const { task, title } = await giveTask('shjz', '救助档案整理')
    const liaison = await signInAs('liaison')
    await acknowledge(liaison, t, task)
    await writeReport(liaison, t, task, { claimed: 20, done: '已整理两年档案。', evidence: '档案目录.pdf' })
    await sendForSignoff(liaison, t, task)
    await signOff(await signInAs('unit_head'), t, task, title)
    await visit(head, `/tasks/T${task}`)
    const link = head
      .getByRole('region', { name: t('tasks.page.reports') })
      .locator('a[href^="/api/evidence/"]')
    const address = (await link.first().getAttribute('href')) ?? ''
    for (const who of ['office_head', 'officer', 'leader', 'discipline', 'liaison', 'unit_head'] as const) {
      const response = await (await signInAs(who)).request.get(address)
      expect(response.status(), who).toBe(200)
      expect((await response.body()).subarray(0, 5).toString(), who).toBe('%PDF-')
      expect(response.headers()['x-content-type-options'], who).toBe('nosniff')
    }
    for (const who of [
      'liaison@rs',
      'unit_head@ylfw',
      'system_admin',
      'security_admin',
      'auditor',
    ] as const) {
      const response = await (await signInAs(who)).request.get(address)
      expect(response.status(), who).toBe(404)
    }
  })

  test('leads whoever is not signed in to the door, and back', async ({ page, request }) => {
    for (const place of [
      '/desk',
      '/tasks/T1',
      '/directives/D1/decompose',
      '/audit',
      '/admin/users',
      '/no/such/page',
    ]) {
      await page.goto(place)
      await expect(page, place).toHaveURL(`/sign-in?next=${encodeURIComponent(place)}`)
    }
    const evidence = await request.get('/api/evidence/01a20a2e-8039-77ae-b195-a2dcc7962c64', {
      maxRedirects: 0,
    })
    expect(evidence.status()).toBe(307)
    expect(evidence.headers().location).toContain('/sign-in')
  })
})
