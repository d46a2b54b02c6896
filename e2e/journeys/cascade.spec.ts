import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { dispatchWhole } from '../intake'
import { acceptReport, writeReport } from '../report'
import { acknowledge } from '../task'
import type { Words } from '../words'

const SUBJECT = '困难群众摸底'
const WORK = '柳岸县完成摸底，登记 120 户。'
const FILE = '柳岸县台账.pdf'

test('a task goes from a bureau to every province and county, and what was done comes back', async ({
  signInAs,
  t,
}) => {
  test.slow()
  const office = await signInAs('office_head')
  const bureau = await signInAs('unit_head@shjz')
  const province = await signInAs('unit_head@jiangzhou')
  const county = await signInAs('unit_head@jiangzhou-liuan')
  const sibling = await signInAs('unit_head@beitang')

  const { task } = await dispatchWhole(office, t, 'shjz', SUBJECT)
  await test.step('the bureau acknowledges and hands it down to all provinces with one tick', async () => {
    await acknowledge(bureau, t, task)
    await bureau.getByRole('link', { name: t('cascade.handDown'), exact: true }).click()
    await expectAccessible(bureau)
    await handDownToAll(bureau, t, task, { province: 6 })
    await expect(below(bureau, t)).toContainText('0/6')
  })
  await test.step('a province takes it on and hands it on to its cities and its county', async () => {
    await acknowledge(province, t, task)
    await visit(province, `/tasks/T${task}/hand-down`)
    await handDownToAll(province, t, task, { city: 2, county: 1 })
  })
  await test.step('another province reads its own branch alone', async () => {
    await visit(bureau, `/tasks/T${task}/below`)
    const branch = await bureau.getByRole('link', { name: '江州', exact: true }).getAttribute('href')
    await visit(province, branch ?? '')
    await expect(province.getByRole('rowheader', { name: /柳岸/ })).toBeVisible()
    await visit(sibling, `/tasks/T${task}`)
    await expect(sibling.getByText('江州')).toHaveCount(0)
    expect((await sibling.goto(branch ?? ''))?.status()).toBe(404)
  })
  await test.step('the county acknowledges and reports with evidence', async () => {
    await acknowledge(county, t, task)
    await writeReport(county, t, task, { claimed: 60, done: WORK, evidence: FILE })
    await submit(county, t, task)
  })
  await test.step('its province reviews it, merges it with its evidence and reports upwards', async () => {
    await review(province, t, task, 60)
    await merge(province, t, task, 1)
    await expect(province.getByText(t('reports.evidence.from', { unit: '柳岸县' }))).toBeVisible()
    await expectAccessible(province)
    await submit(province, t, task)
  })
  await test.step('so does the bureau', async () => {
    await review(bureau, t, task, 20)
    await merge(bureau, t, task, 1)
    await submit(bureau, t, task)
  })
  await test.step('the office sees every level beside the bureau’s own figure, and whose evidence it is', async () => {
    await visit(office, `/tasks/T${task}`)
    const section = below(office, t)
    await expect(section).toContainText('1/6')
    await expect(section.getByRole('row', { name: new RegExp(t('cascade.kind.county')) })).toContainText(
      '1/1',
    )
    await section.getByRole('link', { name: t('cascade.list') }).click()
    await expectAccessible(office)
    await office.getByRole('link', { name: t('cascade.below.filters.unacknowledged') }).click()
    await expect(office.getByRole('rowheader')).toHaveCount(8)
    await review(office, t, task, 3)
  })
})

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

/** Takes the reports from below into the own: their words stand in the form, to be changed. */
async function merge(page: Page, t: Words, task: number, count: number) {
  await visit(page, `/tasks/T${task}/report`)
  await page.getByRole('button', { name: t('cascade.merge.submit', { count }) }).click()
  const done = page.getByRole('textbox', { name: t('reports.compose.done'), exact: true })
  await expect(done).toHaveValue(/120 户/)
  await expect(page.getByRole('link', { name: FILE })).toBeVisible()
}

async function submit(page: Page, t: Words, task: number) {
  await page.getByRole('button', { name: t('reports.compose.submit', { no: task }) }).click()
  await expect(page.getByRole('link', { name: t('reports.state.toDesk') })).toBeVisible()
}

/** Accepts the task's report from the person's own review queue. */
async function review(page: Page, t: Words, task: number, points: number) {
  await visit(page, '/review')
  await page
    .getByRole('link', { name: new RegExp(SUBJECT) })
    .first()
    .click()
  // The queue may hold others: what is decided on is this one.
  await expect(page.getByRole('button', { name: t('review.accept', { no: task }) })).toBeVisible()
  await acceptReport(page, t, task, points)
}
