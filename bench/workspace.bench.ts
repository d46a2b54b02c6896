// Does the workspace answer at once where a directive has 200 sentences, and how much script does it ask for first? In a real browser, at desk size.
import { chromium, type Page } from '@playwright/test'
import { ensureChromium } from '@/scripts/chromium'
import { SEEN_AS, signIn } from './actors'
import { interactions, openBrowser, pressing, scriptOf } from './browser'
import { ms, percentile, printTable } from './measure'

const { BENCH_URL = '' } = process.env
const SENTENCES = 200
const SCRIPT_AT_MOST = 260
const INP_AT_MOST = 100

const WORK = ['救助审核', '养老照护', '儿童关爱', '殡葬服务', '社区治理', '婚姻登记', '慈善监管', '地名管理']
const WAY = [
  '要完成摸底并建立清单',
  '要修订办法并公布流程',
  '要逐条登记问题并限期整改',
  '要开展督促检查并通报结果',
]

/** A notice of so many sentences in paragraphs of four, most of them tasks. */
function longNotice(): string {
  const sentences = Array.from({ length: SENTENCES - 4 }, (_, at) => {
    const lead = at % 4 === 0 ? `${at / 4 + 1}. ` : ''
    return `${lead}各单位${WAY[at % WAY.length]}，${WORK[(at * 3) % WORK.length]}工作第${at + 1}项须于6月${(at % 28) + 1}日前落实到位。`
  })
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / 4) }, (_, at) =>
    sentences.slice(at * 4, at * 4 + 4).join(''),
  )
  return ['关于开展年度重点工作的通知', '各司局、直属单位：', ...paragraphs, '请认真贯彻落实。'].join('\n')
}

const atDesk = () => openBrowser(browser, BENCH_URL, cookie)

async function takeIn(page: Page): Promise<string> {
  await page.goto(`${BENCH_URL}/directives/new`, { waitUntil: 'networkidle' })
  const field = page.locator('textarea[name="text"]')
  await field.fill(longNotice())
  await field.evaluate((area) => (area as HTMLTextAreaElement).form?.requestSubmit())
  await page.locator('[name="issuedOn"]').first().waitFor()
  const known = page.locator('[name="acceptDuplicate"]')
  if ((await known.count()) > 0) await known.check()
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/decompose$/)
  return page.url()
}

const cookie = await signIn(BENCH_URL, SEEN_AS.find((one) => one.name === 'office')?.account ?? '')
const browser = await chromium.launch({ executablePath: await ensureChromium() })
const page = await atDesk()
const address = await takeIn(page)
// A browser that has nothing of it yet.
const script = await scriptOf(await atDesk(), address)
await page.goto(address, { waitUntil: 'networkidle' })
const sentences = await page.locator('[data-provision]').count()
const cards = await page.locator('[data-task]').count()

/** Longest wait between two drawings while the text is scrolled from its start to its end. */
async function scrolling(): Promise<number[]> {
  await page.mouse.move(300, 500)
  const waits = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const found: number[] = []
        let last = performance.now()
        const begun = last
        const look = (now: number) => {
          found.push(now - last)
          last = now
          if (now - begun < 3000) requestAnimationFrame(look)
          else resolve(found.sort((a, b) => a - b))
        }
        requestAnimationFrame(look)
      }),
  )
  for (let at = 0; at < 40; at++) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(50)
  }
  return waits
}

const clicking = async () => {
  for (let at = 0; at < 40; at++) {
    const box = await page.locator('[data-pane="text"]').boundingBox()
    await page.mouse.click((box?.x ?? 0) + 200 + (at % 5) * 40, (box?.y ?? 0) + 120 + ((at * 37) % 500))
    await page.waitForTimeout(60)
  }
}
const first = () => page.locator('[data-provision]').first().click()
const rows: string[][] = []
const row = (name: string, times: number[]) =>
  rows.push([
    name,
    String(times.length),
    ms(percentile(times, 50)),
    ms(percentile(times, 75)),
    ms(percentile(times, 98)),
    ms(times.at(-1) ?? NaN),
  ])
await first()
row('J through the text', await interactions(page, pressing(page, 'j', 60)))
await page.keyboard.press('Tab')
row('J through the cards', await interactions(page, pressing(page, 'j', 60)))
row('click on a sentence', await interactions(page, clicking))
await first()
row('A confirms, goes on', await interactions(page, pressing(page, 'a', 40, 150)))
row('X selects', await interactions(page, pressing(page, 'x', 10)))
row('Ctrl+A, all cards', await interactions(page, pressing(page, 'Control+a', 5, 200)))
row('frames while scrolling', await scrolling())
await browser.close()

printTable(
  `Workspace, ${sentences} sentences, ${cards} cards: press to next drawing in ms (at most ${INP_AT_MOST} at the 98th percentile)`,
  ['act', 'entries', 'p50', 'p75', 'p98', 'worst'],
  rows,
)
console.log(`\nFirst-load script, gzipped: ${Math.round(script / 1024)} KB (at most ${SCRIPT_AT_MOST})`)
process.exit(0)
