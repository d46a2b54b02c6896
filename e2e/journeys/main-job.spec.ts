import type { Page } from '@playwright/test'
import { directiveText, type DirectiveText } from '../directive-text'
import { expect, expectAccessible, LOCALES, test, visit } from '../fixtures'
import { chooseLead, confirmRest, pasteText, setDue, startDecomposing, untilSaved } from '../intake'
import { hydrated } from '../page'
import { acceptReport, openReview, returnReport, sendForSignoff, signOff, writeReport } from '../report'
import { acknowledgeFromDesk, debtOf, historyOf } from '../task'
import type { Words } from '../words'

const TITLE = '调整优化疫情防控措施'
const RETURNED = '缺少已完成省份的名单。'

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
      const unitHead = await signInAs('unit_head@shjz')
      await test.step('the lead reports with evidence, and its head signs off', async () => {
        await writeReport(liaison, t, first, {
          claimed: 60,
          done: '已修订防控措施，12 个省份完成调整。',
          nextStep: '其余省份月底前完成',
          evidence: '调整情况.pdf',
        })
        await sendForSignoff(liaison, t, first)
        await signOff(unitHead, t, first, TITLE)
      })
      await test.step('the officer returns it once, with the reason', async () => {
        await openReview(officer, t, first)
        await expect(officer.getByText('12 个省份完成调整').first()).toBeVisible()
        await expectAccessible(officer)
        await returnReport(officer, t, first, RETURNED)
      })
      await test.step('the liaison answers with a new version, which is accepted', async () => {
        await visit(liaison, `/tasks/T${first}/report`)
        await expect(liaison.getByText(RETURNED)).toBeVisible()
        await writeReport(liaison, t, first, {
          claimed: 60,
          done: '已修订防控措施，12 个省份完成调整，名单见附件。',
          evidence: '省份名单.pdf',
        })
        await sendForSignoff(liaison, t, first)
        await signOff(unitHead, t, first, TITLE)
        await openReview(officer, t, first)
        await acceptReport(officer, t, first, 60)
      })
      await test.step('the work is done: a completion report, accepted and put under review', async () => {
        await writeReport(liaison, t, first, {
          kind: 'completion',
          claimed: 100,
          done: '全部省份完成调整。',
          evidence: '验收报告.pdf',
        })
        await sendForSignoff(liaison, t, first)
        await signOff(unitHead, t, first, TITLE)
        await openReview(officer, t, first)
        await acceptReport(officer, t, first, 100)
        await visit(officer, `/tasks/T${first}`)
        await expect(officer.getByText(t('tasks.status.under_review')).first()).toBeVisible()
      })
      await test.step('the office head completes it', () => complete(head, t, first))
      const leader = await signInAs('leader')
      await test.step('a leader sees it on the overview, and its number opens the list', () =>
        readOverview(leader, t, directive, tasks.length))
      const inspector = await signInAs('discipline')
      await test.step('discipline reads who did what when, and checks that nobody altered it', () =>
        readAudit(inspector, t, first))
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
  await expect(lines).toContainText(
    t('workspace.check.lines.wrong.lead_missing', { count, total: count, ok: 0 }),
  )
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
  await bar.getByRole('button', { name: t('workspace.bulk.clear') }).click()

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
  await hydrated(page)
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

async function complete(page: Page, t: Words, task: number): Promise<void> {
  await visit(page, `/tasks/T${task}`)
  await page
    .getByRole('link', { name: t('tasks.acts.complete', { no: task }) })
    .first()
    .click()
  const button = page.getByRole('button', { name: t('tasks.panels.complete.submit', { no: task }) })
  await expect(button).toBeVisible()
  await expectAccessible(page)
  await button.click()
  await expect(button).toBeHidden()
  await expect(debtOf(page, t, '')).toContainText([/./, t('tasks.partStatus.accepted')])
  await expect(historyOf(page, t)).toContainText(t('tasks.history.events.task_completed'))
}

async function readOverview(page: Page, t: Words, directive: number, count: number): Promise<void> {
  await visit(page, '/overview')
  await expectAccessible(page)
  await page
    .locator('summary')
    .filter({ hasText: t('overview.panels.table') })
    .click()
  const row = page
    .getByRole('table', { name: t('overview.byDirective') })
    .getByRole('row')
    .filter({ has: page.locator(`a[href="/directives/D${directive}"]`) })
  const total = row.getByRole('link', { name: String(count), exact: true })
  await expect(total).toBeVisible()
  const done = row.getByRole('link', { name: t('common.lights.done') }).first()
  await expect(done).toHaveAttribute('data-count', '1')
  await done.click()
  await expect(page).toHaveURL(new RegExp(`/tasks\\?.*D${directive}`))
  await expect(page.getByRole('link', { name: TITLE })).toHaveCount(1)
}

async function readAudit(page: Page, t: Words, task: number): Promise<void> {
  await visit(page, '/audit')
  await page.getByLabel(t('audit.filters.record')).fill(`T${task}`)
  await page.getByRole('button', { name: t('audit.filters.apply') }).click()
  const log = page.getByRole('table', { name: t('audit.caption') })
  for (const event of [
    'task.completed',
    'task.dispatched',
    'report.returned',
    'report.submitted',
    'report.accepted',
  ])
    await expect(
      log
        .getByRole('row')
        .filter({ hasText: t(`audit.events.${event}`) })
        .first(),
    ).toBeVisible()
  const returned = log.getByRole('row').filter({ hasText: t('audit.events.report.returned') })
  await expect(returned).toContainText(t('shell.roles.officer'))
  await expect(returned).toContainText(/\d{2}:\d{2}:\d{2}/)
  await expect(returned).toContainText(RETURNED)
  await expectAccessible(page)
  await page.getByRole('button', { name: t('audit.band.verify') }).click()
  await expect(page.getByText(t('audit.band.justNow'))).toBeVisible()
  await expect(page.getByText('✕')).toBeHidden()
}
