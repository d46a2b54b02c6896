import { randomInt, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { DEMO_REGIONS } from '@/prisma/demo-regions'
import { DEMO_PASSWORD, DEMO_ROLES } from '@/prisma/seed-accounts'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { landingOf } from '../landing'
import { accountOf, typeCredentials } from '../people'
import { wordsIn } from '../words'

const chinese = wordsIn('zh-CN')
const english = wordsIn('en')
// Its sessions are ended here, so it is nobody that other journeys sign in as.
const WANDERER = accountOf('liaison@gbxy')
const WRONG = 'not-the-password-1'

/** The problem that stands over the form. */
const problem = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('heading') })
/** A name that nobody has, other in every run: its failures are counted all the same. */
const nobody = () => `nobody${randomUUID().slice(0, 8)}`
/** Somebody of a county, another in every run: the lock outlasts the run. */
function somebody(): string {
  const counties = DEMO_REGIONS.filter(({ kind }) => kind === 'county')
  return accountOf(`liaison@${counties[randomInt(counties.length)]?.code ?? ''}`)
}

test.describe('at the door', () => {
  test('what was not filled in is named, and the account stays', async ({ page }) => {
    await visit(page, '/sign-in')
    await typeCredentials(page, 'lijing', '')
    await problem(page)
      .getByRole('link', { name: chinese('signin.errors.password_missing') })
      .click()
    await expect(page.getByLabel(chinese('signin.password'), { exact: true })).toBeFocused()
    await expect(page.getByLabel(chinese('signin.account'))).toHaveValue('lijing')
    await expect(page).toHaveTitle(new RegExp(`^${chinese('common.errorPrefix')}`))
    await expectAccessible(page)
  })

  test('a wrong password says how many tries are left, then locks, alike for names that nobody has', async ({
    page,
  }) => {
    const name = nobody()
    await visit(page, '/sign-in')
    for (const left of [4, 3, 2, 1]) {
      await typeCredentials(page, name, WRONG)
      await expect(problem(page)).toContainText(chinese('signin.errors.wrong', { left }))
      await expect(page.getByLabel(chinese('signin.account'))).toHaveValue(name)
    }
    await typeCredentials(page, name, WRONG)
    const locked = chinese('signin.errors.locked', { until: '@' }).split('@')[1] ?? ''
    await expect(problem(page)).toContainText(locked)
    const forNobody = await problem(page).innerText()

    const real = somebody()
    for (let i = 0; i < 5; i++) {
      await typeCredentials(page, real, WRONG)
      if (i < 4) await expect(problem(page)).toContainText(chinese('signin.errors.wrong', { left: 4 - i }))
    }
    await expect(problem(page)).toContainText(locked)
    const withoutTime = (text: string) => text.replace(/\d{1,2}:\d{2}/, '')
    expect(withoutTime(await problem(page).innerText())).toBe(withoutTime(forNobody))

    // Locked means locked: the right password does not get in either.
    await typeCredentials(page, real, DEMO_PASSWORD)
    await expect(problem(page)).toContainText(locked)
    await expect(page).toHaveURL(/sign-in/)
  })

  test('each of the demo’s buttons leads to the first page of its role', async ({ browser }) => {
    for (const { role } of DEMO_ROLES) {
      const context = await browser.newContext({ locale: 'en' })
      const page = await context.newPage()
      await visit(page, '/sign-in')
      await page
        .getByRole('button', { name: english(`shell.roles.${role}`) })
        .first()
        .click()
      await expect(page, role).toHaveURL(new RegExp(`${landingOf(role)}$`))
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(english('shell.notFound.title'))
      await context.close()
    }
  })

  test('whoever asked for a page gets there after signing in, and nobody is led away', async ({ page }) => {
    await page.goto('/tasks?view=all')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await visit(page, page.url())
    await typeCredentials(page, WANDERER, DEMO_PASSWORD)
    await expect(page).toHaveURL(/\/tasks\?view=all$/)

    await page.context().clearCookies()
    await visit(page, '/sign-in?next=https://example.org/')
    await typeCredentials(page, WANDERER, DEMO_PASSWORD)
    await expect(page).toHaveURL(/127\.0\.0\.1|localhost/)
    await expect(page).toHaveURL(/\/desk$/)
  })

  test('signing out everywhere ends every browser’s session', async ({ page, browser }) => {
    await visit(page, '/sign-in')
    await typeCredentials(page, WANDERER, DEMO_PASSWORD)
    await expect(page).toHaveURL(/\/desk$/)
    const other = await (await browser.newContext()).newPage()
    await visit(other, '/sign-in')
    await typeCredentials(other, WANDERER, DEMO_PASSWORD)
    await expect(other).toHaveURL(/\/desk$/)

    await visit(page, '/me')
    await page.getByRole('button', { name: chinese('me.sessions.endAll') }).click()
    await expect(page).toHaveURL(/sign-in/)
    await expect(
      page.getByRole('status').filter({ hasText: chinese('signin.notice.everywhere') }),
    ).toBeVisible()
    await other.goto('/tasks')
    await expect(other).toHaveURL(/sign-in\?next=/)
    await expect(other.getByText(chinese('signin.notice.lost'))).toBeVisible()
    await other.context().close()
  })
})

test.describe('the language', () => {
  test('is the browser’s first, and the person’s from the first choice on', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = await context.newPage()
    await visit(page, '/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('button', { name: english('signin.signIn'), exact: true })).toBeVisible()
    await page.getByRole('button', { name: english('shell.otherLanguage') }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await expect(page.getByRole('button', { name: chinese('signin.signIn'), exact: true })).toBeVisible()

    // It stays for the pages behind the door, on the address that was asked for.
    await visit(page, '/sign-in?next=/tasks')
    await typeCredentials(page, WANDERER, DEMO_PASSWORD)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(chinese('tasks.unitTitle'))
    await page.getByRole('button', { name: chinese('shell.otherLanguage') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(english('tasks.unitTitle'))
    await expect(page).toHaveURL(/\/tasks$/)
    await context.close()
  })

  test('is Chinese for a browser that knows neither', async ({ browser }) => {
    const context = await browser.newContext({ locale: 'fr-FR' })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await context.close()
  })
})
