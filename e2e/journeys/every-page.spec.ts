import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { findFaults } from '../accessible'
import { expect, LOCALES, test, visit } from '../fixtures'
import type { Who } from '../people'
import type { Locale } from '../words'

const NOWHERE = '/no/such/page'

/** Every page that there is, by the person who opens it. `first:` follows a link of the page: what stands behind a list. */
const PAGES: [Who, string, string?][] = [
  ['officer', '/'],
  ['officer', '/desk'],
  ['officer', '/desk?all=do'],
  ['officer', '/directives'],
  ['officer', '/directives/new'],
  ['officer', '/directives?status=in_force', 'main a[href^="/directives/D"]'],
  ['officer', '/directives/D2/decompose/check'],
  ['officer', '/tasks'],
  ['officer', '/tasks?view=off'],
  ['officer', '/tasks?view=all', 'main a[href^="/tasks/T"]'],
  ['officer', '/tasks?view=all&as=timeline'],
  ['officer', '/papers/task-ledger/ledger?query=view%3Dopen%26group%3Dlead'],
  ['officer', '/review'],
  ['officer', '/bulletins?view=all'],
  ['officer', '/bulletins?view=open', 'main a[href^="/bulletins/B"]'],
  ['officer', '/bulletins/new'],
  ['officer', '/bulletins/add?query=view%3Doff'],
  ['office_head', '/bulletins?view=published', 'main a[href^="/bulletins/B"]'],
  ['leader', '/bulletins/B1', '.paper a[href*="/figures/"]'],
  ['liaison', '/bulletins', 'main a[href^="/bulletins/B"]'],
  ['office_head', '/desk'],
  ['office_head', '/decisions'],
  ['leader', '/overview'],
  ['leader', '/overview?by=unit'],
  ['leader', '/decisions'],
  ['leader', '/units'],
  ['leader', '/units', 'main a[href^="/units/"]'],
  ['leader', '/units', 'main a[href*="/overdue?of=all"]'],
  ['leader', '/indicators'],
  ['unit_head', '/indicators'],
  ['unit_head', '/units'],
  ['unit_head', '/desk'],
  ['unit_head', '/signoff'],
  ['unit_head', '/signoff', 'main a[href^="/signoff/"]'],
  ['unit_head', '/directives', 'main a[href^="/directives/D"]'],
  ['unit_head', '/directives/D3', 'main a[href^="/statements/"]'],
  ['leader', '/directives/D3', 'main a[href^="/statements/"]'],
  ['leader', '/statements'],
  ['unit_head', '/statements?view=in_force'],
  ['liaison', '/statements?view=superseded&directive=D3'],
  ['liaison', '/desk'],
  ['liaison', '/desk?all=do', 'a[href*="/report?"]'],
  ['liaison', '/tasks', 'main a[href^="/tasks/T"]'],
  ['officer', '/tasks/T1', 'main a[href^="/papers/report/"]'],
  ['discipline', '/audit'],
  ['discipline', '/audit', 'main a[href="/audit/facts/claimed_above"]'],
  ['auditor', '/audit'],
  ['system_admin', '/admin/units'],
  ['system_admin', '/admin/units', 'main a[href^="/admin/units/"]'],
  ['system_admin', '/admin/units/new'],
  ['system_admin', '/admin/users'],
  ['system_admin', '/admin/users', 'main a[href^="/admin/users/"]'],
  ['security_admin', '/admin/roles'],
  ['security_admin', '/admin/roles/new'],
  ['security_admin', '/admin/accounts'],
  ['security_admin', '/admin/accounts/zhaoxiaolan'],
  ['security_admin', '/admin/sessions'],
  ['security_admin', '/admin/sessions/zhaoxiaolan'],
  ['system_admin', '/admin/run'],
  ['office_head', '/notices?view=all'],
  ['liaison', '/notices'],
  ['office_head', '/settings'],
  ['office_head', '/settings/urging'],
  ['officer', '/urges?view=all'],
  ['officer', '/urges?view=all', 'main a[href^="/urges/"]'],
  ['liaison', '/me'],
  ['liaison', '/help'],
  ['officer', '/directives/D2/decompose'],
  ['officer', '/tasks/T15', 'main a[href*="/below?"]'],
  ['unit_head', '/tasks/T40/breakdown'],
  ['unit_head', '/tasks/T40/breakdown/check'],
  ['unit_head', '/tasks/T40', 'main a[href*="/extension?"]'],
  ['unit_head', '/tasks/T40/hand-down'],
  ['officer', '/tasks/T12', 'main a[href*="/indicators/0"]'],
  ['officer', '/tasks/T40/indicators/new'],
  ['officer', '/tasks/T40/milestones'],
  ['officer', '/tasks/T40/registers/new'],
  ['officer', '/tasks/T36/registers/1'],
  ['unit_head', '/tasks/T36/registers/1', 'main a[href*="/rows/"]'],
  ['unit_head', '/tasks/T36/registers/1/import'],
  ['office_head', '/tasks/reassign?query=no%3D12'],
  ['officer', '/tasks/T40', 'main a[href*="/urges/new"]'],
  ['office_head', '/settings/portfolios'],
  ['officer', '/exports'],
  ['officer', '/search?q=%E5%85%BB%E8%80%81'],
  ['liaison', '/me/deputies'],
  ['liaison', '/me/deputies/new'],
  ['liaison', '/me/handover'],
  ['liaison', '/me/two-step'],
  ['system_admin', '/admin'],
  ['system_admin', '/admin/calendar'],
  ['system_admin', '/admin/calendar', 'main a[href^="/admin/calendar/20"]'],
  ['system_admin', '/admin/calendar/publish?year=2027'],
  ['system_admin', '/admin/changes'],
  ['system_admin', '/admin/changes', 'main a[href="/admin/changes/1"]'],
  ['system_admin', '/admin/changes/new'],
  ['system_admin', '/admin/units/ylfw/edit'],
  ['system_admin', '/admin/units/ylfw/guidance'],
  ['system_admin', '/admin/users/new'],
  ['system_admin', '/admin/users/import'],
  ['system_admin', '/admin/users/lijing/edit'],
  ['system_admin', '/admin/users/lijing/leave'],
  ['security_admin', '/admin/roles', 'main a[href^="/admin/roles/0"]'],
  ['liaison', NOWHERE],
]
const DOORS = ['/sign-in', '/set-password?link=over']
/** What the demo never shows: a page for a year that is published and has not begun; those of a second step, which two-step.spec looks at. */
const NOT_IN_THE_DEMO = [
  '/admin/calendar/withdraw',
  '/me/two-step/codes',
  '/me/two-step/off',
  '/sign-in/code',
]
/**
 * Wide in one theme, at 320 px in the other; the other language the other way round. What structure says depends on language and width, what colours say
 * on theme and width: all of these meet, in two looks a page instead of four.
 */
const THEMES: Record<Locale, [string, string]> = { 'zh-CN': ['light', 'dark'], en: ['dark', 'light'] }
/** Pages for a wide screen only are read, not measured, on a phone. */
const NARROW = [390, 320]

// Each language at its own worker.
test.describe.configure({ mode: 'parallel' })

for (const language of LOCALES) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('every page is accessible in both themes, complete in its words, fits a phone, and is quiet', async ({
      signInAs,
      browser,
    }) => {
      test.setTimeout(900_000)
      const findings: string[] = []
      const pages = new Map<Who, Page>()
      const paths = new Set(DOORS.map(pathOf))
      const check = async (page: Page, name: string) =>
        findings.push(...(await look(page, language)).map((one) => `${name}: ${one}`))
      for (const [who, address, behind] of PAGES) {
        // Colours change at once: nothing is waited for.
        const page = pages.get(who) ?? (await signInAs(who, { reducedMotion: 'reduce' }))
        if (!pages.has(who)) listen(page)
        pages.set(who, page)
        const answer = await visit(page, address)
        expect(answer?.status(), `${who} ${address}`).toBe(address === NOWHERE ? 404 : 200)
        if (behind) {
          const link = page.locator(behind).first()
          await expect(link, `${who} ${address}`).toBeVisible()
          await visit(page, (await link.getAttribute('href')) ?? '')
        }
        paths.add(pathOf(address)).add(pathOf(page.url()))
        await check(page, `${who} ${pathOf(page.url())}`)
      }
      const door = await browser.newPage({ locale: language })
      listen(door)
      for (const address of DOORS) {
        await visit(door, address)
        await check(door, address)
      }
      await door.close()
      expect(findings).toEqual([])
      expect(routesLeftOut([...paths]).sort()).toEqual(NOT_IN_THE_DEMO)
    })
  })
}

const pathOf = (address: string) => new URL(address, 'http://localhost').pathname

/** The pages of the application that none of these paths is: a new page is named above. */
function routesLeftOut(paths: readonly string[]): string[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file))
  const routes = pages.map((file) => `/${file.replace(/\([^)]*\)\/|\/?page\.tsx$/g, '')}`)
  return routes.filter((route) => {
    const pattern = new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/]+')}$`)
    return !paths.some((path) => pattern.test(path))
  })
}

const said = new WeakMap<Page, string[]>()

/** Notes what the page complains of: scripts that failed, addresses that the content policy kept out, words that are missing. */
function listen(page: Page): void {
  const heard: string[] = []
  said.set(page, heard)
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    // The document of an address that is not there; the browser says so itself.
    if (/status of 404/.test(message.text())) return
    heard.push(`${message.type()} ${message.text().slice(0, 200)}`)
  })
  page.on('pageerror', (error) => heard.push(`error ${error.message.slice(0, 200)}`))
}

/** What is wrong with the page that stands there. */
async function look(page: Page, language: Locale): Promise<string[]> {
  const [wide, narrow] = THEMES[language]
  const wrong = await faultsIn(page, wide)
  const headings = await page.getByRole('heading', { level: 1 }).count()
  if (headings !== 1) wrong.push(`${headings} headings of level 1`)
  // A message that is missing is shown by its key.
  const keys = (await page.locator('body').innerText()).match(/\b(?:[a-z]+[A-Z]?\w*\.){2,}[a-z]\w+\b/g) ?? []
  // A type of file that the log names is no key.
  const bare = keys.filter(
    (key) => !/^(www|docs|officedocument)\.|\.(pdf|docx|xlsx|txt|csv|png|jpg|cn|org|com)$/.test(key),
  )
  if (bare.length > 0) wrong.push(`words are missing: ${bare.slice(0, 5).join(' ')}`)
  const size = page.viewportSize()
  wrong.push(...(await clipped(page)))
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 844 })
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (wide > 0) wrong.push(`${wide} px too wide at ${width} px`)
    wrong.push(...(await clipped(page)).map((one) => `${one} at ${width} px`))
  }
  // So high that the bar at its foot covers nothing that scrolls by.
  await page.setViewportSize({ width: 320, height: 6000 })
  wrong.push(...(await faultsIn(page, narrow)).map((one) => `320 px: ${one}`))
  if (size) await page.setViewportSize(size)
  const heard = said.get(page) ?? []
  wrong.push(...heard)
  heard.length = 0
  return wrong
}

async function faultsIn(page: Page, theme: string): Promise<string[]> {
  await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
  const faults = await findFaults(page)
  await page.evaluate(() => document.documentElement.removeAttribute('data-theme'))
  return faults.map((one) => `${theme}: ${one}`)
}

/** Labels of which a part is cut off: of links, buttons, fields, heads. What scrolls, or ends in dots and says the rest elsewhere, is none. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const labels = [
      ...document.querySelectorAll<HTMLElement>('a, button, summary, label, th, legend, h1, h2, h3'),
    ]
    return labels.flatMap((label) => {
      const { overflowX, textOverflow, clipPath, position } = getComputedStyle(label)
      const hidden = label.clientWidth <= 1 || (clipPath !== 'none' && position === 'absolute')
      if (hidden || ['auto', 'scroll'].includes(overflowX) || textOverflow === 'ellipsis') return []
      if (label.scrollWidth <= label.clientWidth + 1) return []
      return [
        `clipped by ${label.scrollWidth - label.clientWidth} px: ${label.tagName} ${label.textContent?.trim().slice(0, 40)}`,
      ]
    })
  })
}
