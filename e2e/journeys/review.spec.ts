import type { Route } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import {
  acceptByKeys,
  countDocuments,
  shownId,
  shownReport,
  shownTask,
  turnedFrom,
  undoButton,
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
    const total = Number(await page.locator('[data-total]').getAttribute('data-total'))
    expect(total).toBeGreaterThan(3)
    const documents = countDocuments(page)
    const before = (await inputs()).keys

    // Put off until tomorrow, and brought back.
    const later = await shownId(page)
    await page.keyboard.press('h')
    await turnedFrom(page, later)
    await expect(page.locator('[data-total]')).toHaveAttribute('data-total', String(total - 1))
    await undoButton(page, t).click()
    await expect.poll(() => shownId(page)).toBe(later)

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
    await expect(page.locator('[data-total]')).toHaveAttribute('data-total', String(total - 1))

    // One after another, as many as there are, up to ten: three keys each.
    const many = Math.min(10, total - 2)
    for (let done = 1; done < many; done++) {
      const id = await acceptByKeys(page)
      await turnedFrom(page, id)
    }
    await expect(page.locator('[data-total]')).toHaveAttribute('data-total', String(total - many))
    expect((await inputs()).keys - before).toBeLessThanOrEqual(1 + 3 * many)

    // The last one was a mistake.
    await undoButton(page, t).last().click()
    await expect(page.locator('[data-total]')).toHaveAttribute('data-total', String(total - many + 1))
    const task = await shownTask(page)
    await expect(page.getByText(t('review.corrected', { no: task }))).toBeVisible()

    // Returned instead: R, the kind, the words, Ctrl+Enter.
    const wrong = await shownId(page)
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
    await turnedFrom(page, wrong)
    await expect(page.getByText(t('review.returned', { no: task }))).toBeVisible()
    expect((await inputs()).keys - keys).toBeLessThanOrEqual(4)
    expect(documents()).toBe(0)
  })
})
