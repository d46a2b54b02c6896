// What a reviewer's hands do in the queue: verbs for the journeys.
import { expect, type Page } from '@playwright/test'
import type { Words } from './words'

/** The report that is in sight. */
export const shownReport = (page: Page) => page.locator('[data-pane]:not([hidden])')

/** Its id. */
export async function shownId(page: Page): Promise<string> {
  return (await shownReport(page).getAttribute('data-pane')) ?? ''
}

/** The task's number of the report in sight. */
export async function shownTask(page: Page): Promise<number> {
  const text = await shownReport(page)
    .locator('header')
    .getByRole('link', { name: /T\d+/ })
    .first()
    .innerText()
  return Number(/T(\d+)/.exec(text)?.[1])
}

/** Verified as claimed, by documents, accepted: three keys; the next report is in sight at once. */
export async function acceptByKeys(page: Page): Promise<string> {
  const id = await shownId(page)
  await page.keyboard.press('=')
  await page.keyboard.press('1')
  await page.keyboard.press('a')
  return id
}

/** What a toast offers to take back. */
export function undoButton(page: Page, t: Words) {
  return page
    .getByRole('region', { name: t('common.messages') })
    .getByRole('button', { name: t('common.undo') })
}

/** Counts documents that the browser loads from here on: a queue is gone through without any. */
export function countDocuments(page: Page): () => number {
  let documents = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) documents += 1
  })
  return () => documents
}

/** Expects another report to be in sight than this one. */
export async function turnedFrom(page: Page, id: string): Promise<void> {
  await expect.poll(() => shownId(page)).not.toBe(id)
}
