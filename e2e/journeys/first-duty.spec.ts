import type { Page } from '@playwright/test'
import { DEMO_ROLES } from '@/prisma/seed-accounts'
import type { Role } from '@/domain/permissions/roles'
import { expect, test, visit } from '../fixtures'
import { giveTask } from '../intake'
import { landingOf } from '../landing'
import { countInputs } from '../taps'
import { acknowledgeFromDesk, debtOf } from '../task'
import type { Words } from '../words'

/** What a role begins with, on the page where it arrives; on a desk that is the first row. */
const FIRST: Partial<Record<Role, (page: Page, t: Words) => ReturnType<Page['locator']>>> = {
  leader: (page) => page.locator('#decisions a[href="/decisions"]'),
  discipline: (page) => page.locator('nav a[href="/audit"]'),
  system_admin: (page) => page.locator('main a[href^="/admin/units/new"]'),
  security_admin: (page) => page.locator('main a[href^="/admin/roles/new"]'),
  auditor: (page, t) => page.getByRole('button', { name: t('audit.band.verify') }),
}

test.describe('with few inputs after signing in', () => {
  test('a task is acknowledged in two at most', async ({ signInAs, t }) => {
    const { task } = await giveTask('qhdm', '界线标志检查')
    const liaison = await signInAs('liaison@qhdm')
    const inputs = await countInputs(liaison)
    await acknowledgeFromDesk(liaison, t, task)
    const { keys, clicks } = await inputs()
    expect(keys + clicks).toBeLessThanOrEqual(2)
    await visit(liaison, `/tasks/T${task}`)
    await expect(debtOf(liaison, t, '区划地名司')).toContainText(t('tasks.partStatus.acknowledged'))
  })

  test('each role begins its first duty with one', async ({ signInAs, t }) => {
    test.slow()
    for (const { role } of DEMO_ROLES) {
      const page = await signInAs(role)
      const inputs = await countInputs(page)
      await visit(page, '/')
      await expect(page, role).toHaveURL(new RegExp(`${landingOf(role)}$`))
      const first = FIRST[role]?.(page, t) ?? page.locator('[data-desk-link]')
      await first.first().click()
      if (role === 'auditor') await expect(page.getByText(t('audit.band.justNow'))).toBeVisible()
      else await expect(page, role).not.toHaveURL(new RegExp(`${landingOf(role)}$`))
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(t('shell.notFound.title'))
      const { keys, clicks } = await inputs()
      expect(keys + clicks, role).toBe(1)
      await page.context().close()
    }
  })
})
