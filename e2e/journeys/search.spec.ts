// One box finds a task by whatever somebody remembers of it; what may not be read does not exist.
import { expect, expectAccessible, test, visit, type SignInAs } from '../fixtures'

type Found = Awaited<ReturnType<SignInAs>>

async function openPalette(page: Found) {
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog').getByRole('combobox')
  await expect(box).toBeFocused()
  return box
}

test('an officer finds a task by number, by two characters and by initials, in four keys and Enter', async ({
  signInAs,
  t,
}) => {
  const page = await signInAs('officer')
  await visit(page, '/tasks?view=all')
  const [row] = await page.evaluate(async () => {
    const answer = await fetch('/api/search?q=T1')
    const { found } = (await answer.json()) as { found: { tasks: { rows: { no: number }[] } } }
    return found.tasks.rows
  })
  expect(row?.no).toBe(1)

  const box = await openPalette(page)
  await expectAccessible(page, 'the palette with nothing typed')
  await box.pressSequentially('T1')
  const first = page.getByRole('option').first()
  await expect(first).toContainText('T1')
  await expectAccessible(page, 'the palette with results')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/tasks\/T1$/)

  const again = await openPalette(page)
  await expect(page.getByRole('option').first()).toContainText('T1')
  await again.fill('民生')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await again.fill('zzzzzz')
  await expect(page.getByText(t('search.nothingTry'))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await visit(page, '/search?q=养老')
  await expect(page.locator('mark').first()).toHaveText('养老')
  await expectAccessible(page)
})

test('an administrator finds people and units alone', async ({ signInAs, t }) => {
  const page = await signInAs('system_admin')
  await visit(page, '/search?q=养老')
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: t('search.kinds.units') })).toBeVisible()
  await expect(main.getByRole('link', { name: t('search.kinds.tasks') })).toHaveCount(0)
})
