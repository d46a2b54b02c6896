// 任务台账 on a phone, and the palette over it.
import { expect, expectAccessible, test, visit } from '../fixtures'

test.use({ language: 'zh-CN' })

test('what is typed while the palette loads is not lost', async ({ signInAs }) => {
  const page = await signInAs('officer')
  await visit(page, '/tasks?view=all')
  // A slow line: the palette comes a second late.
  await page.route('**/_next/static/**', async (route) => {
    await new Promise((done) => setTimeout(done, 1000))
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('T1', { delay: 40 })
  const box = page.getByRole('dialog').getByRole('combobox')
  await expect(box).toHaveValue('T1')
  await expect(box).toBeFocused()
  await expect(page.getByRole('option').first()).toContainText('T1')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('on a phone each task is a card, the views are one menu, the filters take the screen', async ({
  signInAs,
  t,
}) => {
  const page = await signInAs('officer', { viewport: { width: 390, height: 844 }, hasTouch: true })
  await visit(page, '/tasks?view=all')
  await expectAccessible(page, 'cards')
  const card = page.locator('[data-no]').first()
  expect((await card.boundingBox())?.width).toBeGreaterThan(300)
  await expect(page.getByRole('columnheader').first()).toBeHidden()
  await page.locator('summary[data-press="ledger-filter"]').click()
  const sheet = page.locator('details[open] [data-sheet]')
  expect(await sheet.boundingBox()).toMatchObject({ width: 390, height: 844 })
  await sheet.getByRole('link', { name: t('common.lights.off'), exact: true }).click()
  await expect(page).toHaveURL(/light=off/)
  await page
    .locator('main summary')
    .filter({ hasText: t('tasks.views.all') })
    .click()
  await page
    .locator('details[open]')
    .getByRole('link', { name: new RegExp(t('tasks.views.week')) })
    .click()
  await expect(page).toHaveURL(/view=week/)
})
