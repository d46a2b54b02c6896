import type { Page } from '@playwright/test'
import { directiveText, type DirectiveText } from '../directive-text'
import { expect, expectAccessible, LOCALES, test, visit } from '../fixtures'
import { chooseLead, confirmRest, pasteText, setDue, startDecomposing, untilSaved } from '../intake'
import { acknowledgeFromDesk } from '../task'
import type { Words } from '../words'

const TITLE = '调整优化疫情防控措施'

for (const language of LOCALES) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a directive goes from its text to an accepted result', async ({ signInAs, t }) => {
      test.slow()
      const source = directiveText()
      const officer = await signInAs('officer')
      const head = await signInAs('office_head')
      const liaison = await signInAs('liaison@shjz')
      const other = await signInAs('liaison@ylfw')

      const directive = await test.step('an officer takes the text in', () => takeIn(officer, t, source))
      await test.step('and is told what is missing before it can be sent', () => seeGaps(officer, t, source))
      const tasks = await test.step('and breaks it down', () => decompose(officer, t, source))
      await test.step('and sends it for approval', () => submit(officer, t, tasks.length))
      await test.step('the office head approves and dispatches', () => dispatch(head, t, directive, tasks))
      const [first = 0, second = 0] = tasks
      await test.step('two bureaus acknowledge from their desks', async () => {
        await acknowledgeFromDesk(liaison, t, first)
        await acknowledgeFromDesk(other, t, second)
      })
    })
  })
}

async function takeIn(page: Page, t: Words, source: DirectiveText): Promise<number> {
  await visit(page, '/directives')
  await page.getByRole('link', { name: t('directives.newButton') }).click()
  await pasteText(page, t, source.text)
  const cleaning = page.getByRole('region', { name: t('directives.intake.cleaningTitle') })
  await expect(cleaning).toBeVisible()
  if (source.readings !== null)
    await expect(cleaning).toContainText(t('directives.intake.cleaning.pinyin', { count: source.readings }))
  const read = cleaning.getByRole('region', { name: t('directives.intake.cleanedText') })
  await expect(read).not.toContainText(/\([a-zü]+|，，/)
  await page.getByRole('button', { name: t('directives.intake.receivedText') }).click()
  await expect(cleaning.getByRole('region', { name: t('directives.intake.receivedText') })).toContainText('(')
  await expectAccessible(page)
  return startDecomposing(page, t)
}

async function seeGaps(page: Page, t: Words, source: DirectiveText): Promise<void> {
  const cards = page.locator('[data-task]')
  if (source.tasks !== null) await expect(cards).toHaveCount(source.tasks)
  const count = await cards.count()
  expect(count).toBeGreaterThan(3)
  await page.getByRole('link', { name: t('workspace.check.open') }).click()
  const lines = page.getByRole('region', { name: t('workspace.check.lines.title') })
  await expect(lines).toContainText(t('workspace.check.lines.wrong.lead_missing', { count, total: count }))
  await expect(page.getByText(t('workspace.decide.blocked'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('workspace.decide.submit.do', { count }) })).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('link', { name: t('workspace.check.back') }).click()
  await expect(cards).toHaveCount(count)
}

/** Corrects a title, gives every task a lead and a date (one of them another), confirms every sentence. Answers the tasks' numbers. */
async function decompose(page: Page, t: Words, source: DirectiveText): Promise<number[]> {
  const cards = page.locator('[data-task]')
  const numbers = (await cards.allInnerTexts()).map((text) => Number(/T(\d+)/.exec(text)?.[1]))
  const taskClass = t('workspace.classes.task')
  const confirmedTask = t('workspace.sentence.label', {
    class: taskClass,
    state: t('workspace.states.confirmed'),
  })
  const proposedTask = t('workspace.sentence.label', {
    class: taskClass,
    state: t('workspace.states.proposed'),
  })
  await expectAccessible(page)
  // Choosing a task marks its sentence beside it, and the other way about.
  await cards.nth(2).click()
  await expect(page.locator('[data-provision][aria-current=true]')).toHaveCount(1)
  await page.locator('[data-provision]').filter({ hasText: proposedTask.trim() }).first().click()
  await expect(cards.first()).toHaveAttribute('aria-current', 'true')

  await cards.first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: t('workspace.fields.title') }).fill(TITLE)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  const count = await cards.count()
  const bar = page.getByRole('toolbar', { name: t('workspace.bulk.title', { count }) })
  await bar.getByRole('button', { name: t('workspace.bulk.setLead') }).click()
  await page.getByRole('combobox', { name: t('workspace.units.lead'), exact: true }).fill('shjz')
  await page.keyboard.press('Enter')
  await bar.getByRole('button', { name: t('workspace.bulk.setDue') }).click()
  await page.getByLabel(t('workspace.due.label')).fill('+10wd')
  await page.keyboard.press('Enter')
  await bar.getByRole('button', { name: t('workspace.bulk.confirm') }).click()
  await bar.getByRole('button', { name: t('workspace.cancel') }).click()

  await cards.nth(1).click()
  await chooseLead(page, t, 'ylfw')
  await setDue(page, t, '+12wd')
  await confirmRest(page)
  await untilSaved(page, t)
  if (source.real) {
    // 会议认为 tells what was thought: its 要 asks nobody for anything.
    for (const thought of ['要统筹推进', '要加强保障和改善', '要抓实安全风险防范', '要认真学习领会'])
      await expect(page.locator('[data-provision]').filter({ hasText: thought })).toContainText(
        t('workspace.classes.background'),
      )
  }
  await page.reload()
  await page.locator('[data-provision]').filter({ hasText: confirmedTask.trim() }).first().click()
  await expect(cards.filter({ hasText: TITLE })).toBeVisible()
  return numbers
}

async function submit(page: Page, t: Words, count: number): Promise<void> {
  await page.getByRole('link', { name: t('workspace.check.open') }).click()
  await page.getByRole('button', { name: t('workspace.decide.submit.do', { count }) }).click()
  await expect(page).toHaveURL(/\/directives\/D\d+$/)
}

async function dispatch(page: Page, t: Words, directive: number, tasks: number[]): Promise<void> {
  const count = tasks.length
  await visit(page, `/directives/D${directive}/decompose/check`)
  await expectAccessible(page)
  await page.getByRole('button', { name: t('workspace.decide.dispatch.do', { count }) }).click()
  await expect(page).not.toHaveURL(/check/)
  await visit(page, `/directives/D${directive}`)
  await expect(page.getByText(t('directives.statuses.in_force')).first()).toBeVisible()
}
