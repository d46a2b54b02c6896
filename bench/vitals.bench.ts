// How soon does a page stand, what moves on it, and how long does a press take, with 10,000 tasks behind it? In a real browser, at desk size and
// as on a phone in a county (four times slower, 1.6 Mbit/s, 150 ms).
import { chromium, type Page } from '@playwright/test'
import { accountAt } from '@/prisma/demo-cast'
import { OFFICE } from '@/prisma/demo-units'
import { ensureChromium } from '@/scripts/chromium'
import { signIn } from './actors'
import { DESK, interactions, openBrowser, PHONE, pressing, scriptOf, vitalsOf } from './browser'
import { ms, percentile, printTable } from './measure'
import { seedLedger } from './seed-ledger'

const VISITS = 5
const { BENCH_URL = '', DATABASE_URL = '', DATABASE_MIGRATION_URL = '' } = process.env
await seedLedger(DATABASE_MIGRATION_URL, DATABASE_URL)

const AT_MOST = { desk: { lcp: 1200, inp: 100 }, phone: { lcp: 2500, inp: 200 }, cls: 0.1, script: 190 }
const PAGES = [
  ['officer', '/desk'],
  ['officer', '/tasks'],
  ['officer', '/tasks?mode=board'],
  ['officer', '/tasks/T1'],
  ['officer', '/review'],
  ['officer', '/directives'],
  ['leader', '/overview'],
  ['leader', '/units'],
  ['liaison', '/desk'],
  ['liaison', '/tasks'],
] as const
const ACCOUNTS = {
  officer: accountAt(OFFICE, 'officer'),
  leader: accountAt('msb', 'leader'),
  liaison: accountAt('shjz', 'liaison'),
}

const cookies = new Map<string, string>()
for (const [role, account] of Object.entries(ACCOUNTS)) cookies.set(role, await signIn(BENCH_URL, account))
const browser = await chromium.launch({ executablePath: await ensureChromium() })
const open = (role: string, as = DESK) => openBrowser(browser, BENCH_URL, cookies.get(role) ?? '', as)

const loaded: string[][] = []
for (const [role, address] of PAGES) {
  const script = await scriptOf(await open(role), BENCH_URL + address)
  const cells = [address, role, String(Math.round(script / 1024))]
  for (const as of [DESK, PHONE]) {
    const [lcp, cls] = [[] as number[], [] as number[]]
    for (let visit = 0; visit < VISITS; visit++) {
      const page = await open(role, as)
      const found = await vitalsOf(page, BENCH_URL + address)
      lcp.push(found.lcp)
      cls.push(found.cls)
      await page.context().close()
    }
    lcp.sort((a, b) => a - b)
    cells.push(ms(percentile(lcp, 75)), Math.max(...cls).toFixed(3))
  }
  loaded.push(cells)
}
printTable(
  `First visits, ${VISITS} each: LCP p75 in ms (desk ≤ ${AT_MOST.desk.lcp}, phone ≤ ${AT_MOST.phone.lcp}), CLS at most (≤ ${AT_MOST.cls}), script gzipped in KB (≤ ${AT_MOST.script})`,
  ['page', 'seen as', 'script KB', 'desk LCP', 'desk CLS', 'phone LCP', 'phone CLS'],
  loaded,
)

/** The commonest acts, each on the page where it is done. */
const ACTS: [string, string, string, (page: Page) => Promise<void>][] = [
  ['ledger: J to the next row', 'officer', '/tasks', (page) => pressing(page, 'j', 20)()],
  ['ledger: X ticks a row', 'officer', '/tasks', (page) => pressing(page, 'x', 10)()],
  ['ledger: Space opens the preview', 'officer', '/tasks', (page) => pressing(page, ' ', 6, 500)()],
  ['ledger: tick by pointer', 'officer', '/tasks', tickBoxes],
  ['palette: Ctrl+K', 'officer', '/tasks', openPalette],
  ['palette: typing', 'officer', '/tasks', typeInPalette],
  ['review: = as claimed', 'officer', '/review', (page) => pressing(page, '=', 10)()],
  ['review: R to return, Escape', 'officer', '/review', returnAndBack],
  ['task: H to its history', 'officer', '/tasks/T1', (page) => pressing(page, 'h', 10)()],
  ['desk: Tab through the rows', 'liaison', '/desk', (page) => pressing(page, 'Tab', 20)()],
]
const pressed: string[][] = []
for (const [name, role, address, act] of ACTS) {
  const cells = [name, role]
  for (const as of [DESK, { ...PHONE, viewport: DESK.viewport }]) {
    const page = await open(role, as)
    await page.goto(BENCH_URL + address, { waitUntil: 'load' })
    await page.waitForTimeout(2_000)
    const times = await interactions(page, () => act(page))
    cells.push(String(times.length), times.length ? ms(percentile(times, 98)) : '< 16')
    await page.context().close()
  }
  pressed.push(cells)
}
printTable(
  `Press to next drawing, p98 in ms (desk ≤ ${AT_MOST.desk.inp}, slow processor ≤ ${AT_MOST.phone.inp}); what took less than 16 ms the browser does not tell`,
  ['act', 'seen as', 'told', 'desk', 'told', 'slow'],
  pressed,
)
await browser.close()
process.exit(0)

async function tickBoxes(page: Page): Promise<void> {
  const boxes = page.locator('tbody input[type=checkbox]')
  for (let at = 0; at < 10; at++) await boxes.nth(at).click({ force: true })
}

async function openPalette(page: Page): Promise<void> {
  for (let at = 0; at < 5; at++) {
    await page.keyboard.press('Control+k')
    await page.waitForTimeout(500)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
  }
}

async function typeInPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.waitForTimeout(1_000)
  await page.keyboard.type('jieduan chengguo', { delay: 120 })
}

async function returnAndBack(page: Page): Promise<void> {
  for (let at = 0; at < 5; at++) {
    await page.keyboard.press('r')
    await page.waitForTimeout(200)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(200)
  }
}
