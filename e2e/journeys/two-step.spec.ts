import type { Page } from '@playwright/test'
import { DEMO_PASSWORD } from '@/prisma/seed-accounts'
import { codeOnPhone } from '../authenticator'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { accountOf, typeCredentials } from '../people'
import { wordsIn, type Words } from '../words'

const chinese = wordsIn('zh-CN')
const english = wordsIn('en')
// Nobody that other journeys sign in as; each test leaves the account as it was: by password alone.
const SELF = accountOf('unit_head@gbxy')

/** Signs in by password, sets two-step sign-in up with the code of a moment ago, and hands back the key and the recovery codes. */
async function setUp(page: Page, t: Words, look = false) {
  const check = async () => {
    if (look) await expectAccessible(page)
  }
  await visit(page, '/sign-in')
  await typeCredentials(page, SELF, DEMO_PASSWORD)
  await expect(page).toHaveURL(/\/desk$/)
  await visit(page, '/me')
  await page.getByRole('link', { name: t('two_step.setUpLink') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('two_step.title'))
  await check()
  await page.getByLabel(t('two_step.password'), { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: t('two_step.begin') }).click()
  await expect(page.getByRole('img', { name: t('two_step.setUp.qr') })).toBeVisible()
  await check()
  const key = await page.getByText(/^([A-Z2-7]{4} ?){8}$/).innerText()
  const code = page.getByLabel(t('signin.code.code'), { exact: true })
  await code.fill('000 000')
  await page.getByRole('button', { name: t('two_step.setUp.turnOn') }).click()
  await expect(page.getByRole('alert').getByText(t('two_step.errors.code_wrong'))).toBeVisible()
  await check()
  await code.fill(await codeOnPhone(key, 1))
  await page.getByRole('button', { name: t('two_step.setUp.turnOn') }).click()
  const list = page.getByRole('list', { name: t('two_step.codes.title') })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  await check()
  const codes = await list.getByRole('listitem').allInnerTexts()
  await page.getByRole('button', { name: t('two_step.codes.kept') }).click()
  await expect(page.getByText(t('two_step.done.kept'))).toBeVisible()
  await check()
  return { key, codes }
}

/** Types the code of the second step. */
async function typeCode(page: Page, code: string, t: Words, kind: 'code' | 'recovery' = 'code') {
  await page.getByLabel(t(`signin.code.${kind}`), { exact: true }).fill(code)
  await page.getByRole('button', { name: t('signin.signIn'), exact: true }).click()
}

test.describe('two-step sign-in', () => {
  test.describe.configure({ mode: 'serial' })

  test('is set up, asked for at the door, helped out by a recovery code without script, and turned off', async ({
    page,
    browser,
  }) => {
    const { key, codes } = await setUp(page, chinese, true)
    await page.context().clearCookies()

    await visit(page, '/tasks?view=all')
    await typeCredentials(page, SELF, DEMO_PASSWORD)
    await expect(page).toHaveURL(/\/sign-in\/code\?next=/)
    const field = page.getByLabel(chinese('signin.code.code'), { exact: true })
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
    await expect(field).toHaveAttribute('inputmode', 'numeric')
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    // By the password alone no page opens.
    const beside = await page.context().newPage()
    await beside.goto('/tasks')
    await expect(beside).toHaveURL(/\/sign-in\?next=/)
    await beside.close()

    await typeCode(page, '000000', chinese)
    const left = chinese('signin.errors.code_wrong', { left: 4 })
    await expect(page.getByRole('alert').getByText(left)).toBeVisible()
    await expectAccessible(page)
    const code = await codeOnPhone(key)
    await typeCode(page, `${code.slice(0, 3)} ${code.slice(3)}`, chinese)
    await expect(page).toHaveURL(/\/tasks\?view=all$/)

    const plain = await browser.newContext({ locale: 'en', javaScriptEnabled: false })
    const other = await plain.newPage()
    await other.goto('/sign-in?next=/tasks')
    await typeCredentials(other, SELF, DEMO_PASSWORD, 'en')
    // The code that was used is worth nothing now.
    await typeCode(other, code, english)
    await expect(other.getByText(english('signin.errors.code_wrong', { left: 4 }))).toBeVisible()
    await other.getByRole('link', { name: english('signin.code.useRecovery') }).click()
    await typeCode(other, codes[0]?.toLowerCase() ?? '', english, 'recovery')
    await expect(other).toHaveURL(/\/tasks$/)
    await plain.close()

    await page.setViewportSize({ width: 1440, height: 900 })
    await visit(page, '/me')
    await expect(page.getByText(chinese('two_step.codesLeft', { count: 9 }))).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: chinese('two_step.turnOff.submit') }).click()
    await page.getByLabel(chinese('two_step.proof'), { exact: true }).fill(DEMO_PASSWORD)
    await expectAccessible(page)
    await page.getByRole('button', { name: chinese('two_step.turnOff.submit') }).click()
    await expect(page.getByText(chinese('two_step.done.off'))).toBeVisible()

    await page.context().clearCookies()
    await visit(page, '/sign-in')
    await typeCredentials(page, SELF, DEMO_PASSWORD)
    await expect(page).toHaveURL(/\/desk$/)
  })

  test('is asked for over an open page, too; and is removed by the security administrator where the phone is lost', async ({
    page,
    signInAs,
    t,
  }) => {
    const { key } = await setUp(page, t)
    await visit(page, '/me')
    const address = page.getByLabel(t('mail.own.address'))
    await address.fill('half-typed')
    await page.context().clearCookies()
    await page.getByRole('button', { name: t('mail.own.save') }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByLabel(t('signin.password'), { exact: true }).fill(DEMO_PASSWORD)
    await dialog.getByRole('button', { name: t('signin.idle.over.signIn') }).click()
    const code = dialog.getByLabel(t('signin.code.code'), { exact: true })
    await expect(code).toBeFocused()
    await expectAccessible(page)
    await code.fill('000000')
    await dialog.getByRole('button', { name: t('signin.idle.over.signIn') }).click()
    await expect(dialog.getByText(t('signin.errors.code_wrong', { left: 4 }))).toBeVisible()
    await code.fill(await codeOnPhone(key))
    await dialog.getByRole('button', { name: t('signin.idle.over.signIn') }).click()
    await expect(dialog).toBeHidden()
    await expect(address).toHaveValue('half-typed')

    const admin = await signInAs('security_admin')
    await visit(admin, `/admin/accounts?view=all&q=${SELF}`)
    await expect(admin.getByRole('row', { name: new RegExp(SELF) })).toContainText(t('accounts.twoStepOn'))
    await visit(admin, `/admin/accounts/${SELF}`)
    await expectAccessible(admin)
    const form = admin.locator('#two-step form')
    await form.getByLabel(t('admin.reason')).fill('手机丢失，已当面核实')
    await form.getByRole('button', { name: t('accounts.removeTwoStep', { account: SELF }) }).click()
    await expect(admin.getByText(t('accounts.done.two_step_removed'))).toBeVisible()

    await visit(page, '/tasks')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await typeCredentials(page, SELF, DEMO_PASSWORD)
    await expect(page).toHaveURL(/\/tasks$/)
  })
})
