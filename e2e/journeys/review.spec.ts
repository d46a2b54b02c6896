import type { Route } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import {
  acceptByKeys,
  countDocuments,
  lineOf,
  olderReports,
  shownId,
  shownReport,
  shownTask,
  turnedFrom,
  undo,
} from '../review'
import { countInputs } from '../taps'

test.describe('the review queue', () => {
  test('is gone through by the keyboard, the next report there before the answer, and taken back within seconds', async ({
    signInAs,
    t,
  }) => {
    const page = await signInAs('officer')
    const inputs = await countInputs(page)
    await visit(page, '/review')
    await expectAccessible(page)
    const many = Math.min(10, (await olderReports(page, t).count()) - 1)
    expect(many).toBeGreaterThan(2)
    const documents = countDocuments(page)
    const before = (await inputs()).keys

    // Put off until tomorrow, and brought back.
    const later = await shownId(page)
    const putOff = await shownTask(page)
    await page.keyboard.press('h')
    await turnedFrom(page, later)
    await undo(page, t, t('review.aside.snoozed', { no: putOff }))
    await expect.poll(() => shownId(page)).toBe(later)
    await expect(lineOf(page, t, later)).toBeVisible()

    // The answer is held back: the next report is in sight all the same.
    let release = () => {}
    const held = new Promise<void>((done) => (release = done))
    const hold = async (route: Route) => {
      if (route.request().method() === 'POST') await held
      await route.continue()
    }
    await page.route('**/review*', hold)
    const first = await acceptByKeys(page)
    await turnedFrom(page, first)
    await expect(shownReport(page)).toHaveCount(1)
    release()
    await expect(lineOf(page, t, first)).toHaveCount(0)

    // One after another, as many as there are, up to ten: three keys each.
    let last = first
    let task = 0
    for (let done = 1; done < many; done++) {
      task = await shownTask(page)
      last = await acceptByKeys(page)
      await turnedFrom(page, last)
    }
    expect((await inputs()).keys - before).toBeLessThanOrEqual(1 + 3 * many)

    // The last one was a mistake.
    await undo(page, t, t('review.accepted', { no: task, points: '@' }).split('@')[0] ?? '')
    await expect(page.getByText(t('review.corrected', { no: task }))).toBeVisible()
    await expect.poll(() => shownId(page)).toBe(last)
    await expect(lineOf(page, t, last)).toBeVisible()

    // Returned instead: R, the kind, the words, Ctrl+Enter.
    const keys = (await inputs()).keys
    await page.keyboard.press('r')
    await expect(
      page.getByRole('radio', { name: t('review.returnKinds.insufficient') }).and(page.locator(':focus')),
    ).toBeAttached()
    await page.keyboard.press('1')
    await expect(
      page.getByRole('textbox', { name: t('review.returnReason') }).and(page.locator(':focus')),
    ).toBeVisible()
    await page.keyboard.insertText('补一份名单。')
    await page.keyboard.press('Control+Enter')
    await turnedFrom(page, last)
    await expect(page.getByText(t('review.returned', { no: task }))).toBeVisible()
    await expect(lineOf(page, t, last)).toHaveCount(0)
    expect((await inputs()).keys - keys).toBeLessThanOrEqual(4)
    expect(documents()).toBe(0)
  })
})
