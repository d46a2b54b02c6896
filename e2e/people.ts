// Who signs in: a role (the demo's button for it), or a role at a unit, with the password that the demo shows to everybody.
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { demoPeople } from '@/prisma/demo-people'
import { demoAccountOf, DEMO_PASSWORD, DEMO_ROLES } from '@/prisma/seed-accounts'
import type { Role } from '@/domain/permissions/roles'
import { visit } from './page'
import { wordsIn, type Locale } from './words'

/** `liaison`, or `liaison@shjz`: the first liaison of the unit with this code. */
export type Who = Role | `${Role}@${string}`
export type State = Exclude<BrowserContextOptions['storageState'], string | undefined>

/** The account behind a role. */
export function accountOf(who: Who): string {
  const [role, unit] = who.split('@') as [Role, string | undefined]
  const button = DEMO_ROLES.find((one) => one.role === role)
  return unit || !button ? demoAccountOf(role, unit) : button.account
}

/** The name of who that is, as pickers and records show it. */
export function nameOf(who: Who): string {
  const account = accountOf(who)
  return demoPeople().find((person) => person.account === account)?.name ?? account
}

/** Types account and password into the sign-in page. */
export async function typeCredentials(
  page: Page,
  account: string,
  password: string,
  locale: Locale = 'zh-CN',
) {
  const t = wordsIn(locale)
  await page.getByLabel(t('signin.account'), { exact: true }).fill(account)
  await page.getByLabel(t('signin.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('signin.signIn'), exact: true }).click()
}

/** Signs the account in on a page of its own and hands back the cookies, to be used by every journey of the run. */
export async function signInOnce(browser: Browser, account: string): Promise<State> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await visit(page, '/sign-in')
  await typeCredentials(page, account, DEMO_PASSWORD)
  await expect(page).not.toHaveURL(/sign-in/)
  const state = await context.storageState()
  await context.close()
  return state
}
