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

/** The reports in the queue that were there before today: no other journey of the run waits for one of these. */
export function olderReports(page: Page, t: Words) {
  return queueOf(page, t)
    .locator('ol a')
    .filter({ hasNotText: t('review.waitedShort', { days: 0 }) })
}

/** The queue's line of a report. */
export function lineOf(page: Page, t: Words, id: string) {
  return queueOf(page, t).locator(`ol a[href*="report=${id}"]`)
}

const queueOf = (page: Page, t: Words) =>
  page.getByRole('navigation', { name: t('review.queue'), exact: true })

/** Takes back what a message tells of, within the seconds for which it offers to. */
export async function undo(page: Page, t: Words, message: string): Promise<void> {
  await page
    .getByRole('region', { name: t('common.messages') })
    .locator('> div')
    .filter({ hasText: message })
    .getByRole('button', { name: t('common.undo') })
    .click()
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
