// What the founding directive asks of all localities (指导各地…) goes from a bureau to every province and county and comes back to completion.
import type { Page } from '@playwright/test'
import { directiveText } from '../directive-text'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { confirmRest, pasteText, startDecomposing, untilSaved } from '../intake'
import { acceptReport, openReview, pdf } from '../report'
import { acknowledge } from '../task'
import { unitsDo } from '../units-below'
import type { Words } from '../words'

const WORK = '柳岸县全部完成，登记 120 户。'
const FILE = '柳岸县台账.pdf'
/** Done in browsers on the first task; on the others, and by all other units, through the same commands. */
const PROVINCE = 'jiangzhou'
const COUNTY = 'jiangzhou-liuan'

test('what is asked of all localities goes to every province and county, and comes back to completion', async ({
  signInAs,
  t,
}) => {
  test.slow()
  const source = directiveText()
  const office = await signInAs('office_head')
  const bureau = await signInAs('unit_head@shjz')
  const tasks = await test.step('the office gives a bureau what guides all localities', () =>
    dispatchGuiding(office, t, source.text))
  console.log(`  ${source.real ? 'd00' : 'own sample'}: ${tasks.length} tasks guide all localities`)
  if (source.real) expect(tasks).toHaveLength(3)
  const [first = 0, ...rest] = tasks
  const inBrowser = [`${PROVINCE}:${first}`, `${COUNTY}:${first}`]

  await test.step('the bureau hands each down to all provinces in one act', async () => {
    for (const task of tasks) {
      await acknowledge(bureau, t, task)
      await visit(bureau, `/tasks/T${task}/hand-down`)
      if (task === first) await expectAccessible(bureau)
      await handDownToAll(bureau, t, task, { province: 6 })
      await expect(below(bureau, t)).toContainText('0/6')
    }
  })
  const province = await signInAs(`unit_head@${PROVINCE}`)
  await test.step('every province takes them on and hands them to all its counties', async () => {
    await acknowledge(province, t, first)
    await visit(province, `/tasks/T${first}/hand-down`)
    await handDownToAll(province, t, first, { county: 1 })
    await unitsDo('provinces-hand-on', tasks, inBrowser)
  })
  const sibling = await signInAs('unit_head@beitang')
  await test.step('a province reads its own branch alone', async () => {
    await visit(bureau, `/tasks/T${first}/below`)
    const branch = await bureau.getByRole('link', { name: '江州', exact: true }).getAttribute('href')
    await visit(province, branch ?? '')
    await expect(province.getByRole('rowheader', { name: /柳岸/ })).toBeVisible()
    await visit(sibling, `/tasks/T${first}`)
    await expect(sibling.getByText('江州')).toHaveCount(0)
    expect((await sibling.goto(branch ?? ''))?.status()).toBe(404)
  })
  const county = await signInAs(`unit_head@${COUNTY}`)
  await test.step('every county acknowledges and reports completion with evidence', async () => {
    await acknowledge(county, t, first)
    await openCompletion(county, t, first)
    await county.getByRole('textbox', { name: t('reports.compose.doneCompletion'), exact: true }).fill(WORK)
    await county.locator('input[type=file][multiple]').setInputFiles(pdf(FILE))
    await expect(
      county.getByRole('button', { name: t('reports.evidence.remove', { name: FILE }) }),
    ).toBeVisible()
    await submit(county, t, first)
    await unitsDo('counties-complete', tasks, inBrowser)
  })
  await test.step('every province accepts its county and reports upwards, with the evidence by reference', async () => {
    await accept(province, t, first)
    await merge(province, t, first, 1)
    await expect(province.getByText(t('reports.evidence.from', { unit: '柳岸县' }))).toBeVisible()
    await expectAccessible(province)
    await submit(province, t, first)
    await unitsDo('provinces-complete', tasks, inBrowser)
  })
  await test.step('the bureau accepts all six, merges them with their evidence and reports each task done', async () => {
    await unitsDo('bureaus-accept', [first], [])
    await unitsDo('bureaus-complete', rest, [])
    await visit(bureau, `/tasks/T${first}`)
    await expect(below(bureau, t)).toContainText('6/6')
    await merge(bureau, t, first, 6)
    await submit(bureau, t, first)
  })
  await test.step('the office sees every level done beside the bureau’s own figure', async () => {
    await visit(office, `/tasks/T${first}`)
    const row = below(office, t).getByRole('row', { name: new RegExp(t('cascade.kind.county')) })
    await expect(row).toContainText('6/6')
    await below(office, t)
      .getByRole('link', { name: t('cascade.list') })
      .click()
    const completed = office.getByRole('link', { name: t('cascade.below.filters.completed') })
    await expect(completed).toBeVisible()
    await expectAccessible(office)
    await completed.click()
    await expect(office.getByRole('rowheader', { name: /江州|云岭|北塘|松原|海陵|清溪/ })).toHaveCount(6)
  })
  const officer = await signInAs('officer')
  await test.step('an officer accepts what the bureau reports, the office head completes all of them', async () => {
    for (const task of tasks) {
      await openReview(officer, t, task)
      if (task === first) await expect(officer.getByText(FILE).first()).toBeVisible()
      await acceptReport(officer, t, task, 100)
      await complete(office, t, task)
    }
  })
  await test.step('nothing of them is owed any more, at any level', async () => {
    await visit(county, `/tasks/T${first}`)
    await expect(county.getByText(t('tasks.status.completed')).first()).toBeVisible()
    await visit(bureau, '/desk')
    for (const task of tasks)
      await expect(bureau.locator('[data-desk-row]', { hasText: `T${task} ` })).toHaveCount(0)
  })
})

/** Decomposes the directive, gives all of it to one bureau and dispatches it; answers the tasks that the text gives to all localities. */
async function dispatchGuiding(page: Page, t: Words, text: string): Promise<number[]> {
  await visit(page, '/directives/new')
  await pasteText(page, t, text)
  await expect(page.getByRole('button', { name: t('directives.intake.start') })).toBeVisible()
  const directive = await startDecomposing(page, t)
  await confirmRest(page)
  const cards = page.locator('[data-task]')
  const count = await cards.count()
  await cards.first().focus()
  await page.keyboard.press('ControlOrMeta+a')
  const bar = page.getByRole('toolbar', { name: t('workspace.bulk.title', { count }) })
  await bar.getByRole('button', { name: t('workspace.bulk.setLead') }).click()
  await page.getByRole('combobox', { name: t('workspace.units.lead'), exact: true }).fill('shjz')
  await page.keyboard.press('Enter')
  await bar.getByRole('button', { name: t('workspace.bulk.setDue') }).click()
  const onlyGaps = page.getByRole('checkbox', {
    name: new RegExp(t('workspace.bulk.gapsOnly', { count: '@' }).split('@')[0] ?? ''),
  })
  if (await onlyGaps.isVisible()) await onlyGaps.uncheck()
  await page.getByLabel(t('workspace.due.label')).fill('+20wd')
  await page.keyboard.press('Enter')
  await untilSaved(page, t)
  await visit(page, `/directives/D${directive}/decompose/check`)
  const guiding = page.locator('main li', {
    has: page.getByText(t('workspace.card.cascade'), { exact: true }),
  })
  const heads = await guiding.locator('h3').allInnerTexts()
  await page.getByRole('button', { name: t('workspace.decide.dispatch.do', { count }) }).click()
  await expect(page).not.toHaveURL(/check/)
  return heads.map((head) => Number(/T(\d+)/.exec(head)?.[1]))
}

function below(page: Page, t: Words) {
  return page.getByRole('region', { name: t('cascade.title'), exact: true })
}

/** Ticks all of these kinds and hands down; the button says to how many. */
async function handDownToAll(page: Page, t: Words, task: number, kinds: Record<string, number>) {
  for (const [kind, count] of Object.entries(kinds))
    await page.getByRole('checkbox', { name: t(`cascade.allOf.${kind}`, { count }) }).check()
  const count = Object.values(kinds).reduce((sum, one) => sum + one, 0)
  await page.getByRole('button', { name: t('cascade.down.submit', { count }) }).click()
  await expect(page).toHaveURL(new RegExp(`/tasks/T${task}$`))
}

async function openCompletion(page: Page, t: Words, task: number) {
  await visit(page, `/tasks/T${task}/report`)
  await page
    .getByRole('radio', { name: t('reports.compose.kinds.completion'), exact: true })
    .check({ force: true })
}

/** Takes the reports from below into the own, as a report of completion: their words stand in the form, their evidence under it. */
async function merge(page: Page, t: Words, task: number, count: number) {
  await openCompletion(page, t, task)
  await page.getByRole('button', { name: t('cascade.merge.submit', { count }) }).click()
  const done = page.getByRole('textbox', { name: t('reports.compose.doneCompletion'), exact: true })
  await expect(done).toHaveValue(/120 户/)
  await expect(page.getByRole('link', { name: FILE })).toBeVisible()
}

async function submit(page: Page, t: Words, task: number) {
  await page.getByRole('button', { name: t('reports.compose.submit', { no: task }) }).click()
  await expect(page.getByRole('link', { name: t('reports.state.toDesk') })).toBeVisible()
}

/** Accepts the task's report from the person's own review queue: the one that waits right below. */
async function accept(page: Page, t: Words, task: number) {
  await visit(page, `/tasks/T${task}`)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await visit(page, '/review')
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
  // The queue may hold others: what is decided on is this one.
  await expect(page.getByRole('button', { name: t('review.accept', { no: task }) })).toBeVisible()
  await expect(page.getByText(WORK).first()).toBeVisible()
  await acceptReport(page, t, task, 100)
}

async function complete(page: Page, t: Words, task: number) {
  await visit(page, `/tasks/T${task}`)
  await page
    .getByRole('link', { name: t('tasks.acts.complete', { no: task }) })
    .first()
    .click()
  const button = page.getByRole('button', { name: t('tasks.panels.complete.submit', { no: task }) })
  await button.click()
  await expect(button).toBeHidden()
  await expect(page.getByText(t('tasks.status.completed')).first()).toBeVisible()
}
