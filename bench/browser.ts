// What is measured in a real browser: how much script a first visit asks for, how soon its largest part stands, what moves, how long a press takes.
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page, Response } from '@playwright/test'

export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
/** A phone in a county: 390 px wide, a processor a quarter as fast, 1.6 Mbit/s, 150 ms away. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  locale: 'zh-CN',
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
}
const SLOWER = 4
const BYTES_PER_SECOND = 1_600_000 / 8
const LATENCY_MS = 150

/** A browser that has nothing yet, in which the owner of the cookie is signed in. */
export async function openBrowser(
  browser: Browser,
  url: string,
  cookie: string,
  options: BrowserContextOptions = DESK,
): Promise<Page> {
  const context = await browser.newContext(options)
  await context.addCookies(
    cookie.split('; ').map((one) => {
      const [name = '', ...value] = one.split('=')
      return { name, value: value.join('='), url }
    }),
  )
  // The loader of TypeScript names functions by a helper that the page does not have.
  await context.addInitScript('globalThis.__name ??= (value) => value')
  const page = await context.newPage()
  if (options.isMobile) await slowDown(page)
  return page
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  })
}

/** Bytes of all script that a visit asks for, gzipped. */
export async function scriptOf(page: Page, address: string): Promise<number> {
  const found: Response[] = []
  const keep = (response: Response) => {
    if (response.request().resourceType() === 'script') found.push(response)
  }
  page.on('response', keep)
  await page.goto(address, { waitUntil: 'load' })
  page.off('response', keep)
  const bodies = await Promise.all(found.map((response) => response.body()))
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
}

type Entry = { name: string; duration: number }

/**
 * How long each press took to the next drawing, in ms, sorted, as the browser tells: what took less than 16 ms it does not tell. Left out are
 * keys let go of: nothing is drawn for them, so that they wait for whatever is drawn next; a click that one causes is told by itself.
 */
export async function interactions(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const kept: Entry[] = []
    type Timing = PerformanceEventTiming & { interactionId?: number }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Timing[])
        if (
          entry.interactionId &&
          !(entry.name === 'keyup' && entry.processingEnd - entry.processingStart < 1)
        )
          kept.push({ name: entry.name, duration: entry.duration })
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
    Object.assign(window, { kept })
  })
  await act()
  await page.waitForTimeout(300)
  const kept = await page.evaluate(() => (window as unknown as { kept?: Entry[] }).kept ?? [])
  return kept.map((entry) => entry.duration).sort((a, b) => a - b)
}

/** Presses a key so many times, with a pause between, in ms. */
export const pressing =
  (page: Page, key: string, times: number, pause = 60) =>
  async () => {
    for (let at = 0; at < times; at++) {
      await page.keyboard.press(key)
      await page.waitForTimeout(pause)
    }
  }

/** LCP in ms and CLS of a visit, as the browser tells them once the page has come to rest. */
export async function vitalsOf(page: Page, address: string): Promise<{ lcp: number; cls: number }> {
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(1_000)
  return page.evaluate(
    () =>
      new Promise<{ lcp: number; cls: number }>((resolve) => {
        const found = { lcp: NaN, cls: 0 }
        new PerformanceObserver((list) => {
          found.lcp = list.getEntries().at(-1)?.startTime ?? NaN
        }).observe({ type: 'largest-contentful-paint', buffered: true })
        type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries() as Shift[])
            if (!shift.hadRecentInput) found.cls += shift.value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(found), 200)
      }),
  )
}
