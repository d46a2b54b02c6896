// `npm run screenshots`: the README's pictures, taken from a running demo (LUOSHI_BASE_URL, http://127.0.0.1:3000 where it is not set).
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { ensureChromium } from './chromium'
import { exitWith } from './failure'
import { ROOT } from './processes'
import { say } from './progress'

const BASE = process.env.LUOSHI_BASE_URL ?? 'http://127.0.0.1:3000'
const FOLDER = path.join(ROOT, 'docs', 'screenshots')
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

type Picture = {
  name: string
  role: string
  /** Opens what the picture shows, from a page that the role is signed in on. */
  open: (page: Page) => Promise<unknown>
  size?: { width: number; height: number }
  locale?: 'zh-CN' | 'en'
  dark?: boolean
}

const at = (address: string) => (page: Page) => page.goto(BASE + address)

/** Follows the first link of a page whose address fits. */
const follow =
  (from: string, link: string, after = '') =>
  async (page: Page) => {
    await page.goto(BASE + from)
    const href = await page.locator(`main a[href^="${link}"]`).first().getAttribute('href')
    await page.goto(BASE + (href ?? from).split(/[?#]/)[0] + after)
  }

const PICTURES: Picture[] = [
  {
    name: 'workspace',
    role: 'officer',
    open: follow('/directives?status=draft', '/directives/D', '/decompose'),
  },
  { name: 'tasks', role: 'officer', open: at('/tasks') },
  { name: 'timetable', role: 'officer', open: at('/tasks?as=timeline') },
  { name: 'units', role: 'leader', open: at('/units') },
  { name: 'indicators', role: 'officer', open: at('/indicators') },
  { name: 'bulletin', role: 'officer', open: at('/bulletins/B2') },
  { name: 'statement', role: 'leader', open: at('/statements/1') },
  { name: 'search', role: 'officer', open: at('/search?q=救助') },
  { name: 'task', role: 'officer', open: follow('/tasks?view=off', '/tasks/T') },
  { name: 'review', role: 'officer', open: at('/review') },
  { name: 'overview', role: 'leader', open: at('/overview') },
  { name: 'overview-en', role: 'leader', open: at('/overview'), locale: 'en', dark: true },
  { name: 'desk-phone', role: 'liaison', open: at('/desk'), size: PHONE },
  {
    name: 'report-phone',
    role: 'liaison',
    open: follow('/tasks?status=in_progress', '/tasks/T', '/report'),
    size: PHONE,
  },
  { name: 'audit', role: 'discipline', open: at('/audit') },
]

/** What moves has come to rest. */
const SETTLE_MS = 1_500

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { name, role, open, size = DESK, locale = 'zh-CN', dark } = picture
  const context = await browser.newContext({
    viewport: size,
    locale,
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  await page.goto(`${BASE}/sign-in`, { waitUntil: 'load' })
  await page.locator(`button[name="role"][value="${role}"]`).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  // An open page listens for as long as it is open: its network is never idle.
  await page.waitForLoadState('load')
  await open(page)
  await page.waitForLoadState('load')
  await page.waitForTimeout(SETTLE_MS)
  writeFileSync(path.join(FOLDER, `${name}.png`), await smaller(await page.screenshot()))
  await context.close()
  say(`✓ ${name}.png`)
}

/** Fewer colours where the image library that Next brings along is there: less than half the size, the same to the eye. */
async function smaller(png: Buffer): Promise<Buffer> {
  const library = await import('sharp').catch(() => null)
  if (!library) return png
  return library.default(png).png({ palette: true, colours: 128, effort: 10 }).toBuffer()
}

try {
  mkdirSync(FOLDER, { recursive: true })
  const browser = await chromium.launch({ executablePath: await ensureChromium() })
  for (const picture of PICTURES) await take(browser, picture)
  await browser.close()
} catch (error) {
  exitWith(error)
}
