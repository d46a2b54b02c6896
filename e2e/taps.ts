import type { Page } from '@playwright/test'

/** Counts a person's taps and clicks from here on, as the page receives them; typing is not counted. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.context().addInitScript(() => {
    addEventListener(
      'click',
      (event) => {
        if (!event.isTrusted) return
        sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps') ?? 0) + 1))
      },
      { capture: true },
    )
  })
  return () => page.evaluate(() => Number(sessionStorage.getItem('taps') ?? 0))
}
