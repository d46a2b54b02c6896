import { expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No finding of axe under WCAG 2.2 AA; each is named with what it found and where. */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  expect(await findFaults(page), what).toEqual([])
}

/** The same as a list, five of a kind. */
export async function findFaults(page: Page): Promise<string[]> {
  await atRest(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  // Only what is wrong is written out, which is most of the time on a long page; nothing of a page is loaded a second time for it.
  const options: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
    preload: false,
  }
  const violations = await page.evaluate(
    async (how) => (await window.axe.run(document, how)).violations,
    options,
  )
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes
      .slice(0, 5)
      .map(
        (node) =>
          `${id} (${impact ?? ''}) ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`,
      ),
  )
}

/** What is looked at is the page itself: not between two pages, not its rows dimmed while others come, nor a colour on its way to another. */
async function atRest(page: Page): Promise<void> {
  const rests = () =>
    document.title !== '' &&
    document.querySelector('main [aria-busy="true"]') === null &&
    document.getAnimations().every((one) => one.playState !== 'running')
  // What never comes to rest is looked at as it is.
  await page.waitForFunction(rests, undefined, { polling: 50, timeout: 15_000 }).catch(() => {})
}
